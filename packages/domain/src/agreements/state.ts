import { addDays, type CalendarDate, type Digest, type Instant, type NegotiationId, type OrganisationId, type Recorded } from '../kernel/index.ts';
import type { AgreementContent, Effect, Purpose } from './content.ts';
import type { AgreementEvent, FilingDeadline } from './events.ts';

export type AgreementPhase = 'none' | 'concluded' | 'in-force' | 'expired' | 'void';

/** How a party fulfilled its duty to file. */
export interface Filing {
  readonly filedOn: CalendarDate;
  readonly office: string;
  readonly fileNumber: string;
  readonly at: Instant;
}

/** The day on which the condition came about, as some parties have confirmed it and the others have not yet. */
export interface ConditionStanding {
  readonly fulfilledOn: CalendarDate;
  readonly words: string;
  readonly confirmedBy: readonly OrganisationId[];
}

/** One version of the agreement's text; the first is what was signed for it, each later one an agreement about it. */
export interface Version {
  readonly version: number;
  readonly digest: Digest;
  readonly content: AgreementContent;
  readonly concludedOn: CalendarDate;
  /** From which day it holds; of the first version none before the agreement takes force. */
  readonly effectiveFrom: CalendarDate | undefined;
  /** The agreement that made it, with its own number. */
  readonly amendment: { readonly agreement: NegotiationId; readonly number: string } | undefined;
}

/**
 * ```
 * none → concluded → in-force → expired
 *            ├──────────────────↗
 *            └→ void (an agreement about another one, which can no longer be changed by it)
 * ```
 * Invariants: in force never before concluded, never after `until`; what has ended is not taken up again;
 * versions are numbered from one without holes, and the one in effect never goes back.
 */
export interface AgreementState {
  readonly phase: AgreementPhase;
  readonly id: NegotiationId | undefined;
  readonly number: string | undefined;
  /** What it does to another agreement, if it is about one. */
  readonly purpose: Purpose | undefined;
  readonly parties: readonly OrganisationId[];
  readonly concludedOn: CalendarDate | undefined;
  readonly digest: Digest | undefined;
  readonly effect: Effect | undefined;
  readonly effectiveOn: CalendarDate | undefined;
  /** Last day in force by the terms. */
  readonly until: CalendarDate | undefined;
  readonly versions: readonly Version[];
  /** The number of the version in effect; the first one holds before the agreement takes force. */
  readonly version: number;
  readonly deadline: FilingDeadline | undefined;
  readonly filings: ReadonlyMap<OrganisationId, Filing>;
  readonly condition: ConditionStanding | undefined;
  /** The first day on which it no longer holds. */
  readonly endedOn: CalendarDate | undefined;
}

export const noAgreement: AgreementState = {
  phase: 'none',
  id: undefined,
  number: undefined,
  purpose: undefined,
  parties: [],
  concludedOn: undefined,
  digest: undefined,
  effect: undefined,
  effectiveOn: undefined,
  until: undefined,
  versions: [],
  version: 1,
  deadline: undefined,
  filings: new Map(),
  condition: undefined,
  endedOn: undefined,
};

/** The version that is in effect, and the newest one, whose day may not have come. */
export const versionInEffect = ({ versions, version }: AgreementState) => versions.find((each) => each.version === version);
export const latestVersion = ({ versions }: AgreementState) => versions.at(-1);

/** The change that comes next: the one with the earliest day, and of several on one day the newest. */
export function nextAmendment({ versions, version }: AgreementState): (Version & { readonly effectiveFrom: CalendarDate }) | undefined {
  const pending = versions.flatMap((each) =>
    each.version > version && each.effectiveFrom !== undefined ? [{ ...each, effectiveFrom: each.effectiveFrom }] : [],
  );
  return pending.sort((one, other) =>
    one.effectiveFrom === other.effectiveFrom ? other.version - one.version : one.effectiveFrom < other.effectiveFrom ? -1 : 1,
  )[0];
}

/** The parties that have yet to confirm that the condition came about. */
export function unconfirmedIn({ parties, condition }: AgreementState): readonly OrganisationId[] {
  return parties.filter((party) => !condition?.confirmedBy.includes(party));
}

/** The day on which the agreement takes force by its own terms; never before it is concluded. None while a condition is open. */
export function dueOn(state: Pick<AgreementState, 'concludedOn' | 'effect' | 'condition' | 'parties'>): CalendarDate | undefined {
  const { concludedOn, effect, condition, parties } = state;
  if (concludedOn === undefined || effect === undefined) return undefined;
  const named = effect.kind === 'on-date' ? effect.date : effect.kind === 'on-conclusion' ? concludedOn : condition?.fulfilledOn;
  if (named === undefined) return undefined;
  if (effect.kind === 'on-condition' && !parties.every((party) => condition?.confirmedBy.includes(party))) return undefined;
  return later(named, concludedOn);
}

const later = (one: CalendarDate, other: CalendarDate): CalendarDate => (one > other ? one : other);

/** What the passing of time does next (TM-3), and the day on which it does. */
export interface DueByClock {
  readonly command: 'enter-into-force' | 'apply-amendment' | 'expire';
  readonly on: CalendarDate;
}

export function dueByClock(state: AgreementState): DueByClock | undefined {
  const { phase, until, purpose } = state;
  // An agreement about another one does what it does through that one.
  if (purpose) return undefined;
  const due = phase === 'concluded' ? dueOn(state) : undefined;
  if (due !== undefined && (until === undefined || due <= until)) return { command: 'enter-into-force', on: due };
  if (phase !== 'concluded' && phase !== 'in-force') return undefined;
  const end = until === undefined ? undefined : addDays(until, 1);
  const amendment = phase === 'in-force' ? nextAmendment(state) : undefined;
  // On the same day the change comes first: a renewal from the day after the last one keeps the agreement in force.
  if (amendment && (end === undefined || amendment.effectiveFrom <= end)) return { command: 'apply-amendment', on: amendment.effectiveFrom };
  return end === undefined ? undefined : { command: 'expire', on: end };
}

export function evolve(state: AgreementState, { event, metadata }: Recorded<AgreementEvent>): AgreementState {
  switch (event.type) {
    case 'AgreementConcluded': {
      const { agreement, number, concludedOn, content, digest } = event.data;
      const { effect, until, purpose } = content;
      const parties = content.parties.map(({ organisation }) => organisation);
      const first: Version = { version: 1, digest, content, concludedOn, effectiveFrom: undefined, amendment: undefined };
      return { ...noAgreement, phase: 'concluded', id: agreement, number, purpose, parties, concludedOn, digest, effect, until, versions: [first] };
    }
    case 'AgreementEnteredIntoForce': {
      const { effectiveOn } = event.data;
      const versions = state.versions.map((each) => (each.version === 1 ? { ...each, effectiveFrom: effectiveOn } : each));
      return { ...state, phase: 'in-force', effectiveOn, versions };
    }
    case 'AmendmentConcluded': {
      const { amendment, number, version, digest, content, concludedOn, effectiveFrom } = event.data;
      const added: Version = { version, digest, content, concludedOn, effectiveFrom, amendment: { agreement: amendment, number } };
      return { ...state, versions: [...state.versions, added] };
    }
    case 'AgreementAmended': {
      const amended = { ...state, version: event.data.version };
      return { ...amended, until: versionInEffect(amended)?.content.until };
    }
    case 'AgreementVoided':
      return { ...state, phase: 'void' };
    case 'AgreementExpired':
      return { ...state, phase: 'expired', endedOn: event.data.effectiveOn };
    case 'FilingDeadlineFixed': {
      const { agreement: _, ...deadline } = event.data;
      return { ...state, deadline };
    }
    case 'AgreementFiled': {
      const { party, filedOn, office, fileNumber } = event.data;
      return { ...state, filings: new Map(state.filings).set(party, { filedOn, office, fileNumber, at: metadata.recordedAt }) };
    }
    case 'ConditionConfirmed': {
      const { party, fulfilledOn, words } = event.data;
      const same = state.condition?.fulfilledOn === fulfilledOn ? state.condition : undefined;
      const confirmedBy = [...(same?.confirmedBy ?? []).filter((each) => each !== party), party];
      return { ...state, condition: { fulfilledOn, words: same?.words ?? words, confirmedBy } };
    }
  }
}
