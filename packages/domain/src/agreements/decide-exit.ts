import { addDays, type Decision, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { Concluded, Of } from './decide.ts';
import { notInForce } from './decide-change.ts';
import type { AgreementEvent } from './events.ts';
import { type BreachNotice, isLive, terminationDue, versionInEffect } from './state.ts';

/** How many notices an agreement bears. */
const MOST_NOTICES = 200;

const exitTerms = (state: Concluded) => versionInEffect(state)?.content.exit;

/** The day of a 解除 or of a notice has come (TM-3). */
export function terminate({ today }: Of<'terminate'>, state: Concluded): Decision<AgreementEvent> {
  if (!isLive(state)) return notInForce(state);
  const due = terminationDue(state);
  if (!due) return refuse('TERMINATION_NONE', { agreement: state.id });
  if (due.on > today) return refuse('AGREEMENT_NOT_DUE', { effectiveOn: due.on, today });
  const noticed = due.ground === 'by-policy-change' ? state.policyNotice : undefined;
  const by = noticed ? { party: noticed.party, words: `${noticed.document} ${noticed.words}`.slice(0, 2000) } : { words: '' };
  return [{ type: 'AgreementTerminated', data: { agreement: state.id, ground: due.ground, effectiveOn: due.on, ...by } }];
}

export function giveBreachNotice({ actor, against, words, today }: Of<'give-breach-notice'>, state: Concluded): Decision<AgreementEvent> {
  const party = actor.organisation;
  if (!isLive(state)) return notInForce(state);
  const terms = exitTerms(state)?.breach;
  if (!terms) return refuse('EXIT_NOT_IN_TERMS', { ground: 'for-breach' });
  if (against === party) return refuse('NOTICE_AGAINST_ONESELF', { party });
  if (!state.parties.includes(against)) return refuse('NOT_A_PARTY', { organisation: against });
  if (state.notices.length >= MOST_NOTICES) return refuse('NOTICES_TOO_MANY', { limit: MOST_NOTICES });
  const notice = state.notices.length + 1;
  const cureUntil = addDays(today, terms.cureDays);
  return [{ type: 'BreachNoticeGiven', data: { agreement: state.id, notice, party, against, words, cureUntil } }];
}

export function answerBreachNotice({ actor, notice, words }: Of<'answer-breach-notice'>, state: Concluded): Decision<AgreementEvent> {
  const party = actor.organisation;
  const found = openNotice(notice, state);
  if ('refused' in found) return found;
  if (found.against !== party) return refuse('NOTICE_NOT_OWN', { notice });
  if (found.answer !== undefined) return refuse('NOTICE_ANSWERED', { notice });
  return [{ type: 'BreachNoticeAnswered', data: { agreement: state.id, party, notice, words } }];
}

export function acceptCure({ actor, notice }: Of<'accept-cure'>, state: Concluded): Decision<AgreementEvent> {
  const found = openNotice(notice, state);
  if ('refused' in found) return found;
  if (found.party !== actor.organisation) return refuse('NOTICE_NOT_OWN', { notice });
  return [{ type: 'BreachCureAccepted', data: { agreement: state.id, party: found.party, notice } }];
}

/** By who gave the notice, once the last day to make good has passed and the breach has not been made good. */
export function terminateForBreach({ actor, notice, words, today }: Of<'terminate-for-breach'>, state: Concluded): Decision<AgreementEvent> {
  const found = openNotice(notice, state);
  if ('refused' in found) return found;
  const { party, cureUntil } = found;
  if (party !== actor.organisation) return refuse('NOTICE_NOT_OWN', { notice });
  if (today <= cureUntil) return refuse('CURE_PERIOD_RUNS', { cureUntil, today });
  return [{ type: 'AgreementTerminated', data: { agreement: state.id, ground: 'for-breach', effectiveOn: today, party, notice, words } }];
}

export function givePolicyNotice(
  { actor, document, words, effectiveOn, today }: Of<'give-policy-notice'>,
  state: Concluded,
): Decision<AgreementEvent> {
  if (!isLive(state)) return notInForce(state);
  const terms = exitTerms(state)?.policyChange;
  if (!terms) return refuse('EXIT_NOT_IN_TERMS', { ground: 'by-policy-change' });
  if (state.policyNotice) return refuse('POLICY_NOTICE_GIVEN', { party: state.policyNotice.party });
  const earliest = addDays(today, terms.noticeDays);
  if (effectiveOn < earliest) return refuse('POLICY_NOTICE_TOO_SHORT', { earliest });
  return [{ type: 'PolicyNoticeGiven', data: { agreement: state.id, party: actor.organisation, document, words, effectiveOn } }];
}

export function withdrawPolicyNotice({ actor }: Of<'withdraw-policy-notice'>, state: Concluded): Decision<AgreementEvent> {
  const party = actor.organisation;
  if (!isLive(state)) return notInForce(state);
  if (state.policyNotice?.party !== party) return refuse('POLICY_NOTICE_NONE', { party });
  return [{ type: 'PolicyNoticeWithdrawn', data: { agreement: state.id, party } }];
}

function openNotice(notice: number, state: Concluded): BreachNotice | Refusal<RefusalCode> {
  if (!isLive(state)) return notInForce(state);
  const found = state.notices.find((each) => each.notice === notice);
  if (!found) return refuse('NOTICE_UNKNOWN', { notice });
  return found.cured ? refuse('NOTICE_CURED', { notice }) : found;
}
