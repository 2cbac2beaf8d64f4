import { type Digest, digest } from '@lianyu/domain/kernel';
import { type ProposedStatement, recompute as recomputed } from '@lianyu/domain/settlement';
import { ENGINE } from '@lianyu/domain/sharing';
import { digestOf } from '@lianyu/proofs';
import { sharingReference } from '@lianyu/reference-data/taxes';
import type { Account } from '../accounts.ts';
import { type Difference, differencesBetween } from './differences.ts';

export const digested = (value: unknown): Digest => digest.parse(digestOf(value));

/**
 * What came of computing a recorded statement again under its own engine.
 *
 * - `same`: to the digest
 * - `different`: it comes out otherwise, or what is recorded does not have the digest that is recorded with it
 * - `unverifiable`: the reference data of its version is not there, or the account has no such period any more
 */
export interface Checked {
  readonly statement: ReturnType<typeof referenceOf>;
  readonly outcome: 'same' | 'different' | 'unverifiable';
  readonly differences: readonly Difference[];
  /** How it would differ if it were computed today: with today's engine and reference data, from what was known then. */
  readonly today: readonly Difference[];
}

export function referenceOf({ id, stream, revision, event }: ProposedStatement) {
  const { agreement, clause, ledger, period, number, known, digest: recorded } = event.data;
  const { engine, reference } = known;
  return {
    agreement,
    clause,
    ledger,
    period,
    proposal: number,
    stream,
    revision: revision.toString(),
    event: id,
    engine,
    reference,
    digest: recorded,
  };
}

export function check(proposed: ProposedStatement, { streams }: Account): Checked {
  const { agreement, clause, ledger, period, parts, known, derivation, digest: recorded } = proposed.event.data;
  const statement = referenceOf(proposed);
  const again = recomputed(proposed, streams, digested);
  const now = recomputed(proposed, streams, digested, { engine: ENGINE, reference: sharingReference });
  const today = now ? differencesBetween(parts, now.computed.parts) : [];
  if (!again) return { statement, outcome: 'unverifiable', differences: [], today };
  const said = digested({ account: { agreement, clause, ledger }, period, parts, known, derivation });
  const differences = [
    ...differencesBetween(
      { parts, known, derivation },
      { parts: again.computed.parts, known: again.computed.known, derivation: again.computed.derivation },
    ),
    ...differencesBetween({ digest: recorded }, { digest: said }),
  ];
  return { statement, outcome: again.same && differences.length === 0 ? 'same' : 'different', differences, today };
}
