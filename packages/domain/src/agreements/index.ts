export * from './attachment.ts';
export * from './available.ts';
export { changeRefused, fromChanged, type ToChange } from './change.ts';
export * from './commands.ts';
export * from './content.ts';
export { agreementDecider } from './decide.ts';
export { FILING_WORKING_DAYS } from './decide-filing.ts';
export { type Duty, type DutyOf, duty, type OpenDuty, type PromiseKind, promiseKind } from './duty.ts';
export * from './events.ts';
export { chineseNumeral, partyName, partyNameEn } from './numerals.ts';
export * from './paper.ts';
export { agreementFounded } from './process.ts';
export * from './render.ts';
export * from './render-attachments.ts';
export {
  type AgreementPhase,
  type AgreementState,
  type BreachNotice,
  type ConditionStanding,
  type DueByClock,
  dueByClock,
  type Filing,
  isLive,
  isWindingUp,
  type JointStanding,
  latestVersion,
  nextAmendment,
  type PolicyNotice,
  terminationDue,
  unconfirmedIn,
  type Version,
  versionInEffect,
  type Waiver,
} from './state.ts';
export { termsVersions } from './terms.ts';
export * from './text.ts';
export { type ContentProblem, type Contradiction, contradictionIn } from './validate.ts';
