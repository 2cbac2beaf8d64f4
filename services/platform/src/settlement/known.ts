import type { PeriodKnown } from '@lianyu/contract';
import { agreementDecider } from '@lianyu/domain/agreements';
import { type AnyEvent, isAccountEvent, isAgreementEvent, isFiguresEvent } from '@lianyu/domain/events';
import { addDays, type CalendarDate, fold, type Instant, type Recorded, streamOf, toInstant } from '@lianyu/domain/kernel';
import {
  type AccountId,
  type AccountState,
  accountDecider,
  accountTerms,
  adoptedIn,
  type ComputingInputs,
  entitlements,
  figuresDecider,
  knownInputs,
  type ProposedStatement,
  type Recomputed,
  type RecomputeFrom,
  recompute,
  sumsOf,
  withoutSingles,
} from '@lianyu/domain/settlement';
import type { PartyAmount, Statement } from '@lianyu/domain/sharing';
import type { EventStore } from '@lianyu/event-store';
import { sharingReference, sharingReferences } from '@lianyu/reference-data/taxes';
import { readWhole } from '../commands/read.ts';
import { explainedInputs, inputsOfAll } from './inputs.ts';
import { digested } from './reading.ts';

/** The streams of an account as they stood, whole. */
export interface Streams extends Omit<RecomputeFrom, 'reference'> {
  /** The last instant whose events are in them. */
  readonly at: Instant;
}

/** Reads them cut at the end of a day in Beijing; without one, to their ends. `recordedAt` never decreases in a stream (EV-3). */
export async function streamsOn(
  store: Pick<EventStore, 'readStream'>,
  { agreement, clause, ledger }: AccountId,
  now: Instant,
  on?: CalendarDate,
): Promise<Streams> {
  const endOfDay = on === undefined ? now : toInstant(Date.parse(`${addDays(on, 1)}T00:00:00.000+08:00`) - 1);
  const at = endOfDay < now ? endOfDay : now;
  const cut = async (stream: string): Promise<readonly Recorded<AnyEvent>[]> =>
    (await readWhole(store, stream)).events.filter(({ metadata }) => metadata.recordedAt <= at);
  return {
    at,
    agreement: (await cut(streamOf.agreement(agreement))).filter(isAgreementEvent),
    figures: (await cut(streamOf.figures(agreement))).filter(isFiguresEvent),
    account: (await cut(streamOf.settlement(ledger, agreement, clause))).filter(isAccountEvent),
  };
}

const lastOf = (events: readonly Recorded<AnyEvent>[]) => events.at(-1)?.revision ?? -1n;

/** A period as it was known: what it was worth, what was booked for it by then, and what of that was open. Undefined when the account has no such period. */
export function periodOn(id: AccountId, streams: Streams, from: CalendarDate, singles: boolean): PeriodKnown | undefined {
  const account = fold(accountDecider, streams.account);
  const reported = fold(figuresDecider, streams.figures);
  const inputs: ComputingInputs = {
    ...knownInputs(reported),
    versions: accountTerms(fold(agreementDecider, streams.agreement), id.clause, account.lastDay),
    reference: sharingReference,
    at: streams.at,
    figuresUpTo: lastOf(streams.figures),
    agreementUpTo: lastOf(streams.agreement),
    through: from,
  };
  const entitlement = entitlements(id, inputs).statements.filter(({ period }) => period.from === from);
  const proposed = streams.account
    .filter(isProposed)
    .filter(({ event }) => event.data.period.from === from)
    .at(-1);
  const standing = account.statements.find(({ period }) => period.from === from);
  const period = entitlement[0]?.period ?? standing?.period;
  if (!period) return undefined;
  const again = proposed && recompute(proposed, { ...streams, reference: (version) => sharingReferences.get(version) }, digested);
  const booked = standing && standing.phase !== 'withdrawn' && proposed ? bookedWith(proposed, standing.phase, again) : undefined;
  const told = (statements: readonly Statement[]) => (singles ? [...statements] : statements.map(withoutSingles));
  const used = inputsOfAll([...entitlement, ...(booked?.statements ?? [])]);
  return {
    period,
    at: streams.at,
    entitlement: told(entitlement),
    ...(booked === undefined ? {} : { booked: { ...booked, statements: told(booked.statements) } }),
    bookedLater: bookedLater(account, from),
    unbooked: unbooked(entitlement, booked?.phase === 'adopted' ? booked.statements : [], account, from),
    inputs: singles ? explainedInputs(reported, used) : [],
    sums: [...sumsOf(inputs.figures.filter(({ eventId }) => used.has(eventId)))],
  };
}

export function isProposed(recorded: Recorded<AnyEvent>): recorded is ProposedStatement {
  return recorded.event.type === 'StatementProposed';
}

/** As recorded; with the derivation of the computation again, where that came out the same. */
function bookedWith({ event }: ProposedStatement, phase: 'proposed' | 'adopted', again: Recomputed | undefined) {
  const { parts, known, period, clause, ledger, digest } = event.data;
  const derivations = again?.same ? again.draft.statements.map(({ derivation }) => derivation) : [];
  const statements = parts.map(
    (part, index): Statement => ({
      ...part,
      engine: known.engine as Statement['engine'],
      reference: known.reference,
      kind: 'booked',
      clause,
      ledger,
      terms: known.terms,
      period,
      knownAt: known.at,
      derivation: derivations[index] ?? [],
    }),
  );
  return { phase, statements, digest, verified: again?.same ?? false };
}

function bookedLater(account: AccountState, from: CalendarDate): PeriodKnown['bookedLater'] {
  return adoptedIn(account).flatMap(({ period, parts }) =>
    parts.flatMap(({ subject, lines }) => {
      const about = lines.filter(({ of }) => of?.from === from);
      return about.length === 0 ? [] : [{ period, subject, lines: about }];
    }),
  );
}

/** Entitlement less what the adopted statement and later ones booked for the period, by party. */
function unbooked(
  entitlement: readonly Statement[],
  booked: readonly Statement[],
  account: AccountState,
  from: CalendarDate,
): PeriodKnown['unbooked'] {
  const later = bookedLater(account, from);
  return entitlement.map(({ subject, lines }) => {
    const sums = new Map<PartyAmount['party'], bigint>();
    const add = (all: Statement['lines'], sign: bigint) => {
      for (const { party, amount } of all) sums.set(party, (sums.get(party) ?? 0n) + sign * BigInt(amount));
    };
    add(lines, 1n);
    for (const each of booked)
      if (each.subject === subject)
        add(
          each.lines.filter(({ of }) => of === undefined),
          -1n,
        );
    for (const each of later) if (each.subject === subject) add(each.lines, -1n);
    return { subject, amounts: [...sums].map(([party, amount]) => ({ party, amount: amount.toString() })) };
  });
}
