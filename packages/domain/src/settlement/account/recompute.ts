import { agreementDecider } from '../../agreements/decide.ts';
import type { AgreementEvent } from '../../agreements/events.ts';
import { type Digest, type DomainEvent, fold, type Recorded } from '../../kernel/index.ts';
import type { EngineVersion, SharingReference } from '../../sharing/index.ts';
import { figuresDecider } from '../figures/decide.ts';
import type { FiguresEvent } from '../figures/events.ts';
import { knownInputs } from '../figures/known.ts';
import { accountTerms } from '../terms.ts';
import type { Computed } from './commands.ts';
import { bookedFor, type ComputingInputs, computedFrom, type Draft, entitlements } from './compute.ts';
import { accountDecider } from './decide.ts';
import type { AccountEvent } from './events.ts';

export type ProposedStatement = Recorded<Extract<AccountEvent, { type: 'StatementProposed' }>>;

/** What a recorded statement is computed again from: whole streams, and reference data by the version that was recorded. */
export interface RecomputeFrom {
  readonly agreement: readonly Recorded<AgreementEvent>[];
  readonly figures: readonly Recorded<FiguresEvent>[];
  readonly account: readonly Recorded<AccountEvent>[];
  readonly reference: (version: string) => SharingReference | undefined;
}

export interface Recomputed {
  readonly draft: Draft;
  readonly computed: Computed;
  /** It says the same to the digest. */
  readonly same: boolean;
}

/** Another engine and other reference data than were recorded: what the statement would be under those. */
export interface Under {
  readonly engine: EngineVersion;
  readonly reference: SharingReference;
}

/**
 * A recorded statement computed again under its own engine, or under another one, from the figures that its own revision bounds and the statements
 * that stood before it. Undefined when reference data of the recorded version is not there any more, or the clause is not.
 */
export function recompute(
  recorded: ProposedStatement,
  from: RecomputeFrom,
  digestOf: (value: unknown) => Digest,
  under?: Under,
): Recomputed | undefined {
  const { agreement, clause, ledger, period, known, digest } = recorded.event.data;
  const reference = under?.reference ?? from.reference(known.reference);
  if (!reference) return undefined;
  const upTo = <Event extends DomainEvent>(events: readonly Recorded<Event>[], last: string) =>
    events.filter(({ revision }) => revision <= BigInt(last));
  const before = fold(
    accountDecider,
    from.account.filter(({ revision }) => revision < recorded.revision),
  );
  const inputs: ComputingInputs = {
    ...knownInputs(fold(figuresDecider, upTo(from.figures, known.figuresUpTo))),
    versions: accountTerms(fold(agreementDecider, upTo(from.agreement, known.agreementUpTo)), clause, before.lastDay),
    reference,
    at: known.at,
    figuresUpTo: BigInt(known.figuresUpTo),
    agreementUpTo: BigInt(known.agreementUpTo),
    through: period.from,
    engine: under?.engine ?? (known.engine as EngineVersion),
  };
  const id = { agreement, clause, ledger };
  const draft = bookedFor(before, inputs, entitlements(id, inputs), period.from);
  if (!draft) return undefined;
  const computed = computedFrom(id, draft, digestOf);
  return { draft, computed, same: computed.digest === digest };
}
