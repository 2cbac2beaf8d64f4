import type { Availability } from '@lianyu/contract';
import type { ClearanceStep } from '@lianyu/domain/clearance';
import type { Role } from '@lianyu/domain/organisations';
import type { TFunction } from 'i18next';
import { explain, type NameOf } from '../../i18n/explain.ts';

/** Whose duty a step of the internal procedure is. The server decides; this is only to say whom to ask. */
const dutyOfStep: Readonly<Record<ClearanceStep, Role>> = {
  consultation: 'drafter',
  'legal-review': 'legal-reviewer',
  'fair-competition-review': 'legal-reviewer',
  'collective-decision': 'decision-recorder',
  'seal-approval': 'signatory',
};

function dutyOf(command: Availability['command'], step: ClearanceStep | undefined): Role | undefined {
  switch (command) {
    case 'pass-clearance-step':
    case 'return-clearance':
      return step && dutyOfStep[step];
    case 'give-signature':
    case 'confirm-transcription':
    case 'object-to-transcription':
    case 'confirm-condition':
    case 'agree-step':
    case 'withdraw-step':
    case 'give-breach-notice':
    case 'answer-breach-notice':
    case 'accept-cure':
    case 'terminate-for-breach':
    case 'give-policy-notice':
    case 'withdraw-policy-notice':
    case 'agree-waiver':
    case 'withdraw-clearance':
      return 'signatory';
    case 'affix-seal':
      return 'seal-keeper';
    case 'record-consultation':
    case 'attach-scan':
    case 'correct-transcription':
    case 'withdraw-registration':
    case 'confirm-text':
    case 'propose-change':
    case 'propose-waiver':
    case 'withdraw-waiver':
    case 'file-agreement':
    case 'counter-proposal':
    case 'decline-negotiation':
    case 'withdraw-from-negotiation':
      return 'drafter';
    default:
      return undefined;
  }
}

/** What is missing, in words; of a missing role, which one it takes. */
export function missingWords({ command, missing }: Availability, step: ClearanceStep | undefined, t: TFunction, nameOf: NameOf): readonly string[] {
  return missing.map((what) => {
    const duty = what.code === 'FORBIDDEN' ? dutyOf(command, step) : undefined;
    return duty ? t('agreements.act.needsRole', { role: t(`terms.role.${duty}`) }) : explain(t, what, nameOf);
  });
}

/** What only says that something is done or over: such an action is not shown at all. */
const settled: ReadonlySet<string> = new Set([
  'TEXT_ALREADY_CONFIRMED',
  'TEXT_NOT_CONFIRMED',
  'PARTY_ALREADY_SIGNED',
  'PARTY_ALREADY_SEALED',
  'CLEARANCE_NOT_GRANTED',
  'NEGOTIATION_ENDED',
  'TEXT_FROZEN_BY_OWN_SEAL',
  'AGREEMENT_ENDED',
  'AGREEMENT_ALREADY_IN_FORCE',
  'AGREEMENT_ALREADY_FILED',
  'AGREEMENT_NOT_IN_FORCE',
  'STEP_NOT_POSSIBLE',
  'STEP_ALREADY_AGREED',
  'STEP_NOT_AGREED',
  'EXIT_NOT_IN_TERMS',
  'NOTICE_UNKNOWN',
  'NOTICE_NOT_OWN',
  'NOTICE_ANSWERED',
  'NOTICE_CURED',
  'POLICY_NOTICE_GIVEN',
  'POLICY_NOTICE_NONE',
  'WAIVER_UNKNOWN',
  'WAIVERS_TOO_MANY',
  'TERMINATION_AGREED',
  'AGREEMENT_ABOUT_ANOTHER',
  'CONDITION_NOT_IN_TERMS',
  'CONDITION_ALREADY_CONFIRMED',
  'FILING_NOT_REQUIRED',
  'TRANSCRIPTION_CONFIRMED',
  'OBJECTION_RAISED',
  'REGISTRATION_NOT_OWN',
  'REGISTRATION_ENDED',
]);

/** Offered elsewhere on the page: beside the duty that it is about. */
const beside: ReadonlySet<Availability['command']> = new Set(['propose-waiver']);

/** Of these a colleague's duty is not shown to others: there are many, and none of them waits for anybody. */
const ofSignatory: ReadonlySet<Availability['command']> = new Set([
  'agree-step',
  'withdraw-step',
  'give-breach-notice',
  'answer-breach-notice',
  'accept-cure',
  'terminate-for-breach',
  'give-policy-notice',
  'withdraw-policy-notice',
  'agree-waiver',
  'withdraw-waiver',
]);

const order: readonly Availability['command'][] = [
  'confirm-transcription',
  'attach-scan',
  'correct-transcription',
  'object-to-transcription',
  'withdraw-registration',
  'confirm-text',
  'pass-clearance-step',
  'record-consultation',
  'give-signature',
  'affix-seal',
  'confirm-condition',
  'file-agreement',
  'answer-breach-notice',
  'accept-cure',
  'agree-waiver',
  'withdraw-waiver',
  'propose-change',
  'agree-step',
  'withdraw-step',
  'give-breach-notice',
  'terminate-for-breach',
  'give-policy-notice',
  'withdraw-policy-notice',
  'counter-proposal',
  'return-clearance',
  'withdraw-clearance',
  'decline-negotiation',
  'withdraw-from-negotiation',
];

/** The actions that mean something now: what can be done before what cannot, what leads on before what ends. */
export function shownActions(available: readonly Availability[]): readonly Availability[] {
  return available
    .filter(({ command }) => !beside.has(command))
    .filter(({ missing }) => !missing.some(({ code }) => settled.has(code)))
    .filter(({ command, missing }) => !ofSignatory.has(command) || !missing.some(({ code }) => code === 'FORBIDDEN'))
    .sort((one, other) => Number(other.allowed) - Number(one.allowed) || order.indexOf(one.command) - order.indexOf(other.command));
}
