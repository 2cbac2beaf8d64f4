import type { Digest, Instant, MemberId, NegotiationId, OrganisationId, Recorded } from '../kernel/index.ts';
import { type ClearanceEvent, type ClearanceStep, type StepRecord, standardChain } from './events.ts';

export interface PassedStep {
  readonly record: StepRecord;
  readonly member: MemberId | undefined;
  /** The principal, where a delegate acted. */
  readonly onBehalfOf: MemberId | undefined;
  readonly at: Instant;
}

/**
 * ```
 * none → open → granted → withdrawn
 *          ↑ ↘ returned (still open, from the first step)
 * open, granted → voided → open (the next text)
 * ```
 * Invariant: the passed steps are a beginning of the chain, in its order, and all are about `digest`.
 */
export interface ClearanceState {
  readonly phase: 'none' | 'open' | 'granted' | 'withdrawn' | 'voided';
  readonly negotiation: NegotiationId | undefined;
  readonly party: OrganisationId | undefined;
  readonly digest: Digest | undefined;
  readonly draftedBy: readonly MemberId[];
  readonly passed: readonly PassedStep[];
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
  passed: [],
  returned: undefined,
};

/** The step that comes next; none when the procedure is not open. */
export function nextStep(state: ClearanceState): ClearanceStep | undefined {
  return state.phase === 'open' ? standardChain[state.passed.length] : undefined;
}

export function evolve(state: ClearanceState, { event, metadata }: Recorded<ClearanceEvent>): ClearanceState {
  const at = metadata.recordedAt;
  const { member, onBehalfOf } = metadata.actor.kind === 'person' ? metadata.actor : { member: undefined, onBehalfOf: undefined };
  switch (event.type) {
    case 'ClearanceOpened': {
      const { negotiation, party, digest, draftedBy } = event.data;
      return { phase: 'open', negotiation, party, digest, draftedBy, passed: [], returned: undefined };
    }
    case 'ClearanceStepPassed':
      return { ...state, passed: [...state.passed, { record: event.data.record, member, onBehalfOf, at }], returned: undefined };
    case 'ClearanceReturned':
      return { ...state, passed: [], returned: { step: event.data.step, reason: event.data.reason, member, onBehalfOf, at } };
    case 'ClearanceGranted':
      return { ...state, phase: 'granted' };
    case 'ClearanceWithdrawn':
      return { ...state, phase: 'withdrawn' };
    case 'ClearanceVoided':
      return { ...state, phase: 'voided' };
  }
}
