import { type Decision, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { Concluded, Of } from './decide.ts';
import { dutyIn } from './duty.ts';
import type { AgreementEvent } from './events.ts';
import type { Waiver } from './state.ts';

const MOST_WAIVERS = 200;

/** 豁免: a creditor asks that a duty need not be done by its day. What is owed in money stays owed; only day and lateness fall away. */
export function proposeWaiver({ actor, duty: id, dutyOf, reason }: Of<'propose-waiver'>, state: Concluded): Decision<AgreementEvent> {
  const party = actor.organisation;
  if (isOver(state)) return refuse('AGREEMENT_ENDED', { state: state.phase });
  const duty = dutyOf(id);
  if (!duty) return refuse('DUTY_NOT_OPEN', { duty: id });
  const { creditors } = duty;
  if (creditors.length === 0) return refuse('DUTY_NOT_WAIVABLE', { kind: duty.kind });
  if (!creditors.includes(party)) return refuse('DUTY_NOT_OWED_TO', { party });
  const pending = state.waivers.find((each) => each.state === 'open' && each.duty.id === id);
  if (pending) return refuse('WAIVER_PENDING', { waiver: pending.waiver });
  if (state.waivers.length >= MOST_WAIVERS) return refuse('WAIVERS_TOO_MANY', { limit: MOST_WAIVERS });
  const waiver = state.waivers.length + 1;
  return [{ type: 'WaiverProposed', data: { agreement: state.id, party, waiver, duty: dutyIn(duty), creditors: [...creditors], reason } }];
}

/** The signatory of each creditor, another person than who asked; with the last word it is waived, in the same decision. */
export function agreeWaiver({ actor, waiver, dutyOf }: Of<'agree-waiver'>, state: Concluded): Decision<AgreementEvent> {
  const party = actor.organisation;
  const found = openWaiver(waiver, state);
  if ('refused' in found) return found;
  if (!found.creditors.includes(party)) return refuse('DUTY_NOT_OWED_TO', { party });
  if (found.agreedBy.includes(party)) return refuse('WAIVER_ALREADY_AGREED', { waiver, party });
  const persons = [actor.member, ...(actor.onBehalfOf === undefined ? [] : [actor.onBehalfOf])];
  if (persons.some((person) => found.askedBy.includes(person))) return refuse('DUTIES_NOT_SEPARATE', { first: 'drafter', second: 'signatory' });
  if (!dutyOf(found.duty.id)) return refuse('DUTY_NOT_OPEN', { duty: found.duty.id });
  const agreed: AgreementEvent = { type: 'WaiverAgreed', data: { agreement: state.id, party, waiver } };
  if (!found.creditors.every((each) => each === party || found.agreedBy.includes(each))) return [agreed];
  return [agreed, { type: 'DutyWaived', data: { agreement: state.id, waiver, duty: found.duty } }];
}

export function withdrawWaiver({ actor, waiver }: Of<'withdraw-waiver'>, state: Concluded): Decision<AgreementEvent> {
  const party = actor.organisation;
  const found = openWaiver(waiver, state);
  if ('refused' in found) return found;
  if (found.party !== party) return refuse('WAIVER_NOT_OWN', { waiver });
  return [{ type: 'WaiverWithdrawn', data: { agreement: state.id, party, waiver } }];
}

function openWaiver(waiver: number, state: Concluded): Waiver | Refusal<RefusalCode> {
  if (isOver(state)) return refuse('AGREEMENT_ENDED', { state: state.phase });
  const found = state.waivers.find((each) => each.waiver === waiver);
  if (!found) return refuse('WAIVER_UNKNOWN', { waiver });
  return found.state === 'open' ? found : refuse('WAIVER_OVER', { waiver, state: found.state });
}

/** What is wound up owes nothing; what has ended still may. */
const isOver = ({ phase }: Concluded) => phase === 'closed' || phase === 'archived' || phase === 'void';
