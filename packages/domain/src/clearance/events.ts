import { z } from 'zod';
import { filingDeadline } from '../agreements/events.ts';
import { calendarDate, type DomainEvent, digest, memberId, negotiationId, organisationId } from '../kernel/index.ts';
import { clearanceStep, department, openedProcedure } from './chain.ts';

const note = z.string().trim().max(2000);

/** What the meeting came to: 同意, 原则同意. */
export const meetingOutcome = z.enum(['agreed', 'agreed-in-principle']);

/** What is kept of a step. Minutes stay where they are (工作秘密): of them only number, outcome and hash are recorded. */
export const stepRecord = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('consultation'), departments: z.array(department).min(1).max(30), note }),
  z.strictObject({ step: z.literal('legal-review'), opinionNumber: z.string().trim().min(1).max(80), note }),
  z.strictObject({ step: z.literal('fair-competition-review'), applies: z.boolean(), note }),
  z.strictObject({
    step: z.literal('collective-decision'),
    /** A meeting, not a click: date, who sat, 文号, what came of it, and the hash of the minutes where there is one. */
    meetingOn: calendarDate,
    attendees: z.number().int().min(2).max(200),
    documentNumber: z.string().trim().min(1).max(80),
    /** Missing in what was recorded before it was asked for. A meeting that does not agree is a return with its reasons. */
    outcome: meetingOutcome.optional(),
    minutes: digest.optional(),
    note,
  }),
  z.strictObject({ step: z.literal('seal-approval'), note }),
]);
export type StepRecord = z.infer<typeof stepRecord>;

const consulted = { department, documentNumber: z.string().trim().max(80), note };
/** The answer of one department: its number (文号), if it bears one, and what it said. */
export const consultation = z.strictObject(consulted);
export type Consultation = z.infer<typeof consultation>;

const base = { negotiation: negotiationId, party: organisationId, digest };

/** The events of `clearance-<negotiation>-<party>`: what only that party may read. */
export const clearanceEvents = {
  /** `draftedBy` are the party's persons who tabled, countered or confirmed this text: none of them may review its legality. */
  ClearanceOpened: z.strictObject({
    ...base,
    draftedBy: z.array(memberId).max(100),
    /** As it stood in the organisation's own procedure on that day; none in what was opened when there was only the standard chain. */
    procedure: openedProcedure.optional(),
  }),
  /** The step whose turn has come is to be done by a day; `ClearanceStepPassed`, a return or the end of it all makes it void. */
  ClearanceDeadlineFixed: z.strictObject({ ...base, step: clearanceStep, ...filingDeadline.shape }),
  /** One of the departments that are asked at the same time has answered. */
  DepartmentConsulted: z.strictObject({ ...base, ...consulted }),
  ClearanceStepPassed: z.strictObject({ ...base, record: stepRecord }),
  ClearanceReturned: z.strictObject({ ...base, step: clearanceStep, reason: z.string().trim().min(1).max(2000) }),
  ClearanceGranted: z.strictObject({ ...base, documentNumber: z.string().max(80), recordDigest: digest }),
  ClearanceWithdrawn: z.strictObject({ ...base, reason: z.string().trim().min(1).max(2000) }),
  ClearanceVoided: z.strictObject({ ...base, because: z.enum(['text-changed', 'negotiation-ended']) }),
};

type Schemas = typeof clearanceEvents;
export type ClearanceEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
