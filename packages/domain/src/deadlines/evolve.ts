import type { AnyEvent } from '../events/index.ts';
import { isAccountEvent, isAgreementEvent, isNegotiationEvent } from '../events/index.ts';
import type { Recorded } from '../kernel/index.ts';
import { ofAccount } from './of-account.ts';
import { ofAgreement } from './of-agreement.ts';
import { ofNegotiation } from './of-negotiation.ts';
import type { DeadlinesState } from './state.ts';

/**
 * The days that somebody waits for, out of what the streams of a negotiation, its agreement and its accounts say. Nothing is
 * decided here: days are set where the rules set them (TM-2), and what the passing of time does is the clock's (TM-3).
 */
export function evolve(state: DeadlinesState, recorded: Recorded<AnyEvent>): DeadlinesState {
  if (isNegotiationEvent(recorded)) return ofNegotiation(state, recorded);
  if (isAgreementEvent(recorded)) return ofAgreement(state, recorded);
  return isAccountEvent(recorded) ? ofAccount(state, recorded) : state;
}
