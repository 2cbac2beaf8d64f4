import { addDays, type CalendarDate, type Digest, type Instant, type NegotiationId, type OrganisationId, type Recorded } from '../kernel/index.ts';
import type { Effect } from './content.ts';
import type { AgreementEvent, FilingDeadline } from './events.ts';

export type AgreementPhase = 'none' | 'concluded' | 'in-force' | 'expired';

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

/**
 * ```
 * none → concluded → in-force → expired
 *            └──────────────────↗
 * ```
 * Invariants: in force never before concluded, never after `until`; what has expired is not taken up again.
 */
export interface AgreementState {
  readonly phase: AgreementPhase;
  readonly id: NegotiationId | undefined;
  readonly parties: readonly OrganisationId[];
  readonly concludedOn: CalendarDate | undefined;
  readonly digest: Digest | undefined;
  readonly effect: Effect | undefined;
  readonly effectiveOn: CalendarDate | undefined;
  /** Last day in force by the terms. */
  readonly until: CalendarDate | undefined;
  readonly deadline: FilingDeadline | undefined;
  readonly filings: ReadonlyMap<OrganisationId, Filing>;
  readonly condition: ConditionStanding | undefined;
  /** The first day on which it no longer holds. */
  readonly endedOn: CalendarDate | undefined;
}

export const noAgreement: AgreementState = {
  phase: 'none',
  id: undefined,
  parties: [],
  concludedOn: undefined,
  digest: undefined,
  effect: undefined,
  effectiveOn: undefined,
  until: undefined,
  deadline: undefined,
  filings: new Map(),
  condition: undefined,
  endedOn: undefined,
};

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
  readonly command: 'enter-into-force' | 'expire';
  readonly on: CalendarDate;
}

export function dueByClock(state: AgreementState): DueByClock | undefined {
  const { phase, until } = state;
  const due = phase === 'concluded' ? dueOn(state) : undefined;
  if (due !== undefined && (until === undefined || due <= until)) return { command: 'enter-into-force', on: due };
  if (phase !== 'concluded' && phase !== 'in-force') return undefined;
  return until === undefined ? undefined : { command: 'expire', on: addDays(until, 1) };
}

export function evolve(state: AgreementState, { event, metadata }: Recorded<AgreementEvent>): AgreementState {
  switch (event.type) {
    case 'AgreementConcluded': {
      const { agreement, concludedOn, content, digest } = event.data;
      const parties = content.parties.map(({ organisation }) => organisation);
      return { ...noAgreement, phase: 'concluded', id: agreement, parties, concludedOn, digest, effect: content.effect, until: content.until };
    }
    case 'AgreementEnteredIntoForce':
      return { ...state, phase: 'in-force', effectiveOn: event.data.effectiveOn };
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
