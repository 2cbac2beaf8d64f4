import type { FilingDeadline } from '../agreements/events.ts';
import type { Digest, Instant, MemberId, NegotiationId, OrganisationId, Recorded } from '../kernel/index.ts';
import { type ChainStep, type ClearanceStep, type OpenedProcedure, standardProcedure } from './chain.ts';
import type { ClearanceEvent, Consultation, StepRecord } from './events.ts';

export interface PassedStep {
  readonly record: StepRecord;
  readonly member: MemberId | undefined;
  /** The principal, where a delegate acted. */
  readonly onBehalfOf: MemberId | undefined;
  readonly at: Instant;
}

export interface Answered extends Consultation {
  readonly member: MemberId | undefined;
  readonly onBehalfOf: MemberId | undefined;
  readonly at: Instant;
}

/**
 * ```
 * none → open → granted → withdrawn
 *          ↑ ↘ returned (still open, from the first step)
 * open, granted → voided → open (the next text)
 * ```
 * Invariant: the passed steps are a beginning of the procedure's steps, in their order, and all are about `digest`.
 */
export interface ClearanceState {
  readonly phase: 'none' | 'open' | 'granted' | 'withdrawn' | 'voided';
  readonly negotiation: NegotiationId | undefined;
  readonly party: OrganisationId | undefined;
  readonly digest: Digest | undefined;
  readonly draftedBy: readonly MemberId[];
  readonly procedure: OpenedProcedure;
  readonly passed: readonly PassedStep[];
  /** Departments that have answered while not enough of them have. */
  readonly consulted: readonly Answered[];
  /** Of the step whose turn it is. */
  readonly deadline: FilingDeadline | undefined;
  readonly returned:
    | {
        readonly step: ClearanceStep;
        readonly reason: string;
        readonly member: MemberId | undefined;
        readonly onBehalfOf: MemberId | undefined;
        readonly at: Instant;
      }
    | undefined;
}

export const noClearance: ClearanceState = {
  phase: 'none',
  negotiation: undefined,
  party: undefined,
  digest: undefined,
  draftedBy: [],
  procedure: standardProcedure,
  passed: [],
  consulted: [],
  deadline: undefined,
  returned: undefined,
};

/** The step that comes next; none when the procedure is not open. */
export function nextStep(state: ClearanceState): ClearanceStep | undefined {
  return stepNow(state)?.step;
}

/** The same as the organisation has it. */
export function stepNow({ phase, procedure, passed }: ClearanceState): ChainStep | undefined {
  return phase === 'open' ? procedure.steps[passed.length] : undefined;
}

/** Of the departments that the organisation names those whose answer is not there; empty when the step names none. */
export function unconsulted(state: ClearanceState): readonly string[] {
  const now = stepNow(state);
  if (now?.step !== 'consultation') return [];
  return now.departments.filter((each) => !state.consulted.some(({ department }) => department === each));
}

export function evolve(state: ClearanceState, { event, metadata }: Recorded<ClearanceEvent>): ClearanceState {
  const at = metadata.recordedAt;
  const { member, onBehalfOf } = metadata.actor.kind === 'person' ? metadata.actor : { member: undefined, onBehalfOf: undefined };
  switch (event.type) {
    case 'ClearanceOpened': {
      const { negotiation, party, digest, draftedBy, procedure = standardProcedure } = event.data;
      return { ...noClearance, phase: 'open', negotiation, party, digest, draftedBy, procedure };
    }
    case 'ClearanceDeadlineFixed': {
      const { dueOn, provisional, calendarVersion } = event.data;
      return { ...state, deadline: { dueOn, provisional, calendarVersion } };
    }
    case 'DepartmentConsulted': {
      const { department, documentNumber, note } = event.data;
      return { ...state, consulted: [...state.consulted, { department, documentNumber, note, member, onBehalfOf, at }], returned: undefined };
    }
    case 'ClearanceStepPassed':
      return { ...over(state), passed: [...state.passed, { record: event.data.record, member, onBehalfOf, at }], returned: undefined };
    case 'ClearanceReturned':
      return { ...over(state), consulted: [], passed: [], returned: { step: event.data.step, reason: event.data.reason, member, onBehalfOf, at } };
    case 'ClearanceGranted':
      return { ...over(state), phase: 'granted' };
    case 'ClearanceWithdrawn':
      return { ...over(state), phase: 'withdrawn' };
    case 'ClearanceVoided':
      return { ...over(state), phase: 'voided' };
  }
}

/** A step's day is over with the step. */
const over = (state: ClearanceState): ClearanceState => ({ ...state, deadline: undefined });
