import { type Decision, refuse } from '../kernel/index.ts';
import type { Concluded, Of } from './decide.ts';
import type { AgreementEvent } from './events.ts';
import { dueOn, isLive } from './state.ts';

/**
 * A party says on which day the condition came about, or confirms the day that another said; with the last word on the same
 * day the agreement takes force on it, in the same decision. Who names another day begins the confirming anew.
 */
export function confirmCondition({ actor, fulfilledOn, words, today }: Of<'confirm-condition'>, state: Concluded): Decision<AgreementEvent> {
  const party = actor.organisation;
  if (state.effect?.kind !== 'on-condition') return refuse('CONDITION_NOT_IN_TERMS', { agreement: state.id });
  if (isLive(state)) return refuse('AGREEMENT_ALREADY_IN_FORCE', { agreement: state.id });
  if (state.phase !== 'concluded') return refuse('AGREEMENT_ENDED', { state: state.phase });
  if (fulfilledOn > today) return refuse('DATE_IN_FUTURE', { date: fulfilledOn, today });
  if (state.until !== undefined && fulfilledOn > state.until) return refuse('AGREEMENT_TERM_OVER', { until: state.until });
  if (state.condition?.fulfilledOn === fulfilledOn && state.condition.confirmedBy.includes(party))
    return refuse('CONDITION_ALREADY_CONFIRMED', { party });
  const data = { agreement: state.id, party, fulfilledOn, words };
  const same = state.condition?.fulfilledOn === fulfilledOn ? state.condition.confirmedBy : [];
  const effectiveOn = dueOn({ ...state, condition: { fulfilledOn, words, confirmedBy: [...same, party] } });
  const confirmed: AgreementEvent = { type: 'ConditionConfirmed', data };
  return effectiveOn === undefined ? [confirmed] : [confirmed, { type: 'AgreementEnteredIntoForce', data: { agreement: state.id, effectiveOn } }];
}
