import { addDays, type CalendarDate, type Decider, type Decision, refuse } from '../kernel/index.ts';
import type { AgreementCommand } from './commands.ts';
import { applyAmendment, recordChange, takeEffect, voidAgreement } from './decide-change.ts';
import { confirmCondition } from './decide-condition.ts';
import {
  acceptCure,
  answerBreachNotice,
  giveBreachNotice,
  givePolicyNotice,
  terminate,
  terminateForBreach,
  withdrawPolicyNotice,
} from './decide-exit.ts';
import { fileAgreement, fixFilingDeadline } from './decide-filing.ts';
import { agreeStep, withdrawStep } from './decide-step.ts';
import { agreeWaiver, proposeWaiver, withdrawWaiver } from './decide-waiver.ts';
import type { AgreementEvent } from './events.ts';
import { type AgreementState, dueByClock, dueOn, evolve, isLive, noAgreement, unconfirmedIn, versionInEffect } from './state.ts';

export const agreementDecider: Decider<AgreementCommand, AgreementState, AgreementEvent> = { initial: noAgreement, decide, evolve };

export type Of<Type extends AgreementCommand['type']> = Extract<AgreementCommand, { type: Type }>;

/** An agreement that was concluded, here or on paper: what its conclusion fixed is there. */
export type Concluded = AgreementState & {
  readonly id: NonNullable<AgreementState['id']>;
  readonly digest: NonNullable<AgreementState['digest']>;
  readonly concludedOn: CalendarDate;
};

function decide(command: AgreementCommand, state: AgreementState): Decision<AgreementEvent> {
  if (command.type === 'conclude-agreement') {
    if (state.phase !== 'none') return refuse('AGREEMENT_EXISTS', { agreement: command.agreement });
    const { type: _, executions, ...rest } = command;
    return [{ type: 'AgreementConcluded', data: { ...rest, executions: [...executions] } }];
  }
  if (command.type === 'register-agreement') {
    if (state.phase !== 'none') return refuse('AGREEMENT_EXISTS', { agreement: command.agreement });
    const { type: _, ...data } = command;
    return [{ type: 'AgreementRegistered', data }];
  }
  if (!isConcluded(state)) return refuse('AGREEMENT_UNKNOWN');
  switch (command.type) {
    case 'enter-into-force':
      return enterIntoForce(command.today, state);
    case 'expire':
      return expire(command.today, state);
    case 'record-change':
      return recordChange(command, state);
    case 'apply-amendment':
      return applyAmendment(command, state);
    case 'terminate':
      return terminate(command, state);
    case 'take-effect':
      return takeEffect(command, state);
    case 'void-agreement':
      return voidAgreement(command, state);
    case 'fix-filing-deadline':
      return fixFilingDeadline(command, state);
  }
  const party = command.actor.organisation;
  if (!state.parties.includes(party)) return refuse('NOT_A_PARTY', { organisation: party });
  const current = versionInEffect(state)?.digest ?? state.digest;
  if (command.basis !== current) return refuse('BASIS_OUTDATED', { basis: command.basis, current });
  switch (command.type) {
    case 'file-agreement':
      return fileAgreement(command, state);
    case 'confirm-condition':
      return confirmCondition(command, state);
    case 'agree-step':
      return agreeStep(command, state);
    case 'withdraw-step':
      return withdrawStep(command, state);
    case 'give-breach-notice':
      return giveBreachNotice(command, state);
    case 'answer-breach-notice':
      return answerBreachNotice(command, state);
    case 'accept-cure':
      return acceptCure(command, state);
    case 'terminate-for-breach':
      return terminateForBreach(command, state);
    case 'give-policy-notice':
      return givePolicyNotice(command, state);
    case 'withdraw-policy-notice':
      return withdrawPolicyNotice(command, state);
    case 'propose-waiver':
      return proposeWaiver(command, state);
    case 'agree-waiver':
      return agreeWaiver(command, state);
    case 'withdraw-waiver':
      return withdrawWaiver(command, state);
  }
}

function isConcluded(state: AgreementState): state is Concluded {
  return state.phase !== 'none' && state.id !== undefined && state.digest !== undefined && state.concludedOn !== undefined;
}

/** On the day of the terms, however late that is noticed (TM-3). What could only begin after its last day never does. */
function enterIntoForce(today: CalendarDate, state: Concluded): Decision<AgreementEvent> {
  if (state.purpose) return refuse('AGREEMENT_ABOUT_ANOTHER', { agreement: state.id });
  if (isLive(state)) return refuse('AGREEMENT_ALREADY_IN_FORCE', { agreement: state.id });
  if (state.phase !== 'concluded') return refuse('AGREEMENT_ENDED', { state: state.phase });
  const effectiveOn = dueOn(state);
  if (effectiveOn === undefined) return refuse('CONDITION_NOT_CONFIRMED', { missing: unconfirmedIn(state) });
  if (effectiveOn > today) return refuse('AGREEMENT_NOT_DUE', { effectiveOn, today });
  if (state.until !== undefined && effectiveOn > state.until) return refuse('AGREEMENT_TERM_OVER', { until: state.until });
  return [{ type: 'AgreementEnteredIntoForce', data: { agreement: state.id, effectiveOn } }];
}

function expire(today: CalendarDate, state: Concluded): Decision<AgreementEvent> {
  if (state.purpose) return refuse('AGREEMENT_ABOUT_ANOTHER', { agreement: state.id });
  if (state.phase !== 'concluded' && !isLive(state)) return refuse('AGREEMENT_ENDED', { state: state.phase });
  if (state.until === undefined) return refuse('AGREEMENT_WITHOUT_TERM', { agreement: state.id });
  const effectiveOn = addDays(state.until, 1);
  const before = dueByClock(state);
  // A change whose day comes no later is to be applied first: it may be the renewal. So is what ends it before its term.
  if (before?.command === 'apply-amendment' || before?.command === 'terminate') return refuse('AGREEMENT_NOT_DUE', { effectiveOn, today });
  if (effectiveOn > today) return refuse('AGREEMENT_NOT_DUE', { effectiveOn, today });
  return [{ type: 'AgreementExpired', data: { agreement: state.id, effectiveOn } }];
}
