import { z } from 'zod';
import { calendarDate, type DomainEvent, digest, memberId, negotiationId, organisationId } from '../kernel/index.ts';

/** The standard chain of one party's internal procedure (内部程序), in order. */
export const clearanceStep = z.enum([
  'consultation', // 会签
  'legal-review', // 合法性审查
  'fair-competition-review', // 公平竞争审查
  'collective-decision', // 集体决策
  'seal-approval', // 用印审批
]);
export type ClearanceStep = z.infer<typeof clearanceStep>;
export const standardChain: readonly ClearanceStep[] = clearanceStep.options;

const note = z.string().trim().max(2000);

/** What is kept of a step. Minutes stay where they are (工作秘密): of them only number, outcome and hash are recorded. */
export const stepRecord = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('consultation'), departments: z.array(z.string().trim().min(1).max(80)).min(1).max(30), note }),
  z.strictObject({ step: z.literal('legal-review'), opinionNumber: z.string().trim().min(1).max(80), note }),
  z.strictObject({ step: z.literal('fair-competition-review'), applies: z.boolean(), note }),
  z.strictObject({
    step: z.literal('collective-decision'),
    /** A meeting, not a click: date, who sat, 文号, and the hash of the minutes where there is one. */
    meetingOn: calendarDate,
    attendees: z.number().int().min(2).max(200),
    documentNumber: z.string().trim().min(1).max(80),
    minutes: digest.optional(),
    note,
  }),
  z.strictObject({ step: z.literal('seal-approval'), note }),
]);
export type StepRecord = z.infer<typeof stepRecord>;

const base = { negotiation: negotiationId, party: organisationId, digest };

/** The events of `clearance-<negotiation>-<party>`: what only that party may read. */
export const clearanceEvents = {
  /** `draftedBy` are the party's persons who tabled, countered or confirmed this text: none of them may review its legality. */
  ClearanceOpened: z.strictObject({ ...base, draftedBy: z.array(memberId).max(100) }),
  ClearanceStepPassed: z.strictObject({ ...base, record: stepRecord }),
  ClearanceReturned: z.strictObject({ ...base, step: clearanceStep, reason: z.string().trim().min(1).max(2000) }),
  ClearanceGranted: z.strictObject({ ...base, documentNumber: z.string().max(80), recordDigest: digest }),
  ClearanceWithdrawn: z.strictObject({ ...base, reason: z.string().trim().min(1).max(2000) }),
  ClearanceVoided: z.strictObject({ ...base, because: z.enum(['text-changed', 'negotiation-ended']) }),
};

type Schemas = typeof clearanceEvents;
export type ClearanceEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
