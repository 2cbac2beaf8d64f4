import type { AnyEvent } from '../events/index.ts';
import { isAccountEvent, isAgreementEvent, isClearanceEvent, isNegotiationEvent } from '../events/index.ts';
import type { Recorded } from '../kernel/index.ts';
import { ofAccount } from './of-account.ts';
import { ofAgreement } from './of-agreement.ts';
import { ofClearance } from './of-clearance.ts';
import { ofNegotiation } from './of-negotiation.ts';
import type { DeadlinesState } from './state.ts';

/**
 * The days that somebody waits for, out of what the streams of a negotiation, the procedures inside its parties, its agreement and its accounts say. Nothing is
 * decided here: days are set where the rules set them (TM-2), and what the passing of time does is the clock's (TM-3).
 */
export function evolve(state: DeadlinesState, recorded: Recorded<AnyEvent>): DeadlinesState {
  if (isNegotiationEvent(recorded)) return ofNegotiation(state, recorded);
  if (isClearanceEvent(recorded)) return ofClearance(state, recorded);
  if (isAgreementEvent(recorded)) return ofAgreement(state, recorded);
  return isAccountEvent(recorded) ? ofAccount(state, recorded) : state;
}
