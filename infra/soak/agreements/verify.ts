import { type AgreementEvent, agreementDecider, dueByClock } from '@lianyu/domain/agreements';
import { type Deadline, type DeadlinesState, evolve, isDuty, noDeadlines, remindersOf } from '@lianyu/domain/deadlines';
import { type AnyEvent, isAgreementEvent, isNegotiationEvent } from '@lianyu/domain/events';
import { addDays, type CalendarDate, categoryOf, daysBetween, type OrganisationId, type Recorded } from '@lianyu/domain/kernel';
import { type NegotiationEvent, negotiationDecider } from '@lianyu/domain/negotiation';

/** A notice as far as it matters here. */
export interface Given {
  readonly id: string;
  readonly audience: string;
}

export interface Verified {
  /** What time has done in law, by event. */
  readonly fired: Readonly<Record<string, number>>;
  readonly deadlines: number;
  readonly overdue: number;
  readonly reminders: number;
  /** Why agreements ended before their term, and what became of statements, disputes and payments, by event. */
  readonly reached: Readonly<Record<string, number>>;
}

type Log = readonly Recorded<AnyEvent>[];

/**
 * Looks at the whole log and at what was told: what time does in law was done once, with the day on which it holds, and nothing
 * of it is left; every day that is over came out or is told of as overdue, once. @throws Error with the first thing that is not so
 */
export function verify(log: Log, notices: readonly Given[], today: CalendarDate): Verified {
  must(new Set(log.map(({ id }) => id)).size === log.length, 'an event stands in the log twice');
  const fired: Record<string, number> = {};
  for (const [stream, events] of streamsIn(log)) {
    verifyOrder(stream, events);
    const done = categoryOf(stream) === 'agreement' ? verifyAgreement(stream, events.filter(isAgreementEvent), today) : [];
    const lapsed = categoryOf(stream) === 'negotiation' ? verifyNegotiation(stream, events.filter(isNegotiationEvent), today) : [];
    for (const type of [...done, ...lapsed]) fired[type] = (fired[type] ?? 0) + 1;
  }
  const told = new Set(notices.map(({ id, audience }) => `${audience} ${id}`));
  must(told.size === notices.length, 'something was told twice');
  for (const { id, audience } of notices) {
    const inside = /^reminder\/[^/]+\/step\/([^/]+)\//.exec(id)?.[1];
    must(inside === undefined || audience === `organisation:${inside}`, audience, 'was told of what is inside another party', id);
  }
  return {
    fired,
    ...verifyDeadlines(daysIn(log), told, today),
    reached: reachedIn(log),
    reminders: notices.filter(({ id }) => id.startsWith('reminder/')).length,
  };
}

const counted: ReadonlySet<string> = new Set([
  'AgreementExpired',
  'AgreementAmended',
  'AgreementSuspended',
  'AgreementClosed',
  'AgreementArchived',
  'StatementAdopted',
  'StatementDisputed',
  'DisputeWithdrawn',
  'PaymentReceived',
]);

function reachedIn(log: Log): Record<string, number> {
  const reached: Record<string, number> = {};
  for (const { event } of log) {
    const what = event.type === 'AgreementTerminated' ? event.data.ground : counted.has(event.type) ? event.type : undefined;
    if (what !== undefined) reached[what] = (reached[what] ?? 0) + 1;
  }
  return reached;
}

function must(holds: boolean, ...what: readonly (string | undefined)[]): void {
  if (!holds) throw new Error(what.join(' '));
}

function streamsIn(log: Log): ReadonlyMap<string, Recorded<AnyEvent>[]> {
  const streams = new Map<string, Recorded<AnyEvent>[]>();
  for (const event of log) {
    const known = streams.get(event.stream) ?? [];
    streams.set(event.stream, known);
    known.push(event);
  }
  return streams;
}

function daysIn(log: Log): ReadonlyMap<string, DeadlinesState> {
  const days = new Map<string, DeadlinesState>();
  for (const event of log) {
    const { data } = event.event;
    const key = 'negotiation' in data ? data.negotiation : 'agreement' in data ? data.agreement : undefined;
    if (key !== undefined) days.set(key, evolve(days.get(key) ?? noDeadlines, event));
  }
  return days;
}

function verifyOrder(stream: string, events: Log): void {
  for (const [index, { revision, metadata }] of events.entries()) {
    const before = events[index - 1];
    must(!before || before.metadata.recordedAt <= metadata.recordedAt, stream, 'goes back in time');
    must(revision === BigInt(index), stream, 'has a hole');
  }
}

const byTime: ReadonlySet<string> = new Set(['AgreementEnteredIntoForce', 'AgreementAmended', 'AgreementExpired', 'AgreementTerminated']);

/** @returns what time has done to it */
function verifyAgreement(stream: string, events: readonly Recorded<AgreementEvent>[], today: CalendarDate): readonly string[] {
  const fired: string[] = [];
  let state = agreementDecider.initial;
  for (const recorded of events) {
    const { event, metadata } = recorded;
    // What is about another agreement does what it does through that one.
    if (!state.purpose && byTime.has(event.type) && metadata.actor.kind === 'process' && 'effectiveOn' in event.data) {
      const due = dueByClock(state);
      must(due?.on === event.data.effectiveOn, stream, event.type, 'holds from', event.data.effectiveOn, 'and was due', due?.on);
      must(event.data.effectiveOn <= today, stream, event.type, 'came before its day');
      fired.push(event.type);
    }
    state = agreementDecider.evolve(state, recorded);
    const { effectiveOn, concludedOn } = state;
    must(effectiveOn === undefined || (concludedOn !== undefined && effectiveOn >= concludedOn), stream, 'in force before it was concluded');
  }
  const due = dueByClock(state);
  must(due === undefined || due.on > today, stream, 'still waits for', due?.command, due?.on);
  return fired;
}

function verifyNegotiation(stream: string, events: readonly Recorded<NegotiationEvent>[], today: CalendarDate): readonly string[] {
  const { expiresOn, phase } = events.reduce(negotiationDecider.evolve, negotiationDecider.initial);
  must(!(phase === 'open' && expiresOn !== undefined && expiresOn < today), stream, 'is open after its last day', expiresOn);
  const lapsed = events.flatMap(({ event }) => (event.type === 'NegotiationLapsed' ? [event] : []));
  must(lapsed.length <= 1, stream, 'lapsed twice');
  for (const { data } of lapsed) must(expiresOn !== undefined && data.effectiveOn === addDays(expiresOn, 1), stream, 'lapsed on another day');
  return lapsed.map(({ type }) => type);
}

/** Notices are kept, and deadlines looked at, for a year. */
const YEAR = 366;

function verifyDeadlines(all: ReadonlyMap<string, DeadlinesState>, told: ReadonlySet<string>, today: CalendarDate) {
  let [deadlines, overdue] = [0, 0];
  for (const [agreement, { deadlines: days, parties }] of all)
    for (const deadline of days.values()) {
      const { id, kind, on, outcome } = deadline;
      deadlines += 1;
      const over = (kind === 'expire' || kind === 'negotiation-ends' ? addDays(on, 1) : on) <= today;
      if (!isDuty(kind)) must(outcome !== undefined || !over, agreement, id, 'came on', on, 'and has no outcome');
      if (!isDuty(kind) || outcome || on >= today || daysBetween(on, today) > YEAR) continue;
      overdue += 1;
      verifyTold(agreement, deadline, parties, told);
    }
  return { deadlines, overdue };
}

function verifyTold(
  agreement: string,
  { id, kind, on, who, account }: Deadline,
  parties: readonly OrganisationId[],
  told: ReadonlySet<string>,
): void {
  // What is inside a party is told to that one alone.
  for (const party of kind === 'internal-step' ? who : parties) {
    const last = remindersOf(kind, who.includes(party) ? 'own' : 'other').at(-1);
    const audience = `${account?.ledger === 'appraisal' ? 'appraisal' : 'organisation'}:${party}`;
    must(told.has(`${audience} reminder/${agreement}/${id}/${on}/${last?.lead}`), audience, 'was not told of', id, 'of', agreement, on);
  }
}
