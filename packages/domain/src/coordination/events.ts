import { z } from 'zod';
import { deadline } from '../deadlines/deadline.ts';
import { calendarDate, commandId, type DomainEvent, negotiationId, organisationId } from '../kernel/index.ts';

/**
 * What the coordination office can do about an agreement between others. It commands nobody, and decides nothing between them
 * (domain: the office has no authority over another province's zone).
 */
export const coordinationKind = z.enum([
  'inquiry', // 询问: the parties are asked how it stands
  'supervision', // 督办提示: a promise is late, or nothing moves; the parties are asked what they will do
  'opinion', // 协调意见: what the office thinks; it binds nobody
]);
export type CoordinationKind = z.infer<typeof coordinationKind>;

export const coordinationText = z.string().trim().min(1).max(2000);
/** The promise that it is about, as it stood when the office spoke. */
export const concerning = deadline.pick({ id: true, kind: true, on: true });
/** As it is recorded: kinds of deadlines may be added, and what is recorded stays readable as it is. */
const recordedConcerning = concerning.extend({ kind: z.string().regex(/^[a-z-]{1,40}$/) });
export type Concerning = z.infer<typeof concerning>;

/** One that the office began is named by the command that began it. */
const base = { coordination: commandId, agreement: negotiationId };

/** The events of `coordination-<id>`: the office that speaks and the parties to whom it speaks read all of it. */
export const coordinationEvents = {
  CoordinationOffered: z.strictObject({
    ...base,
    kind: coordinationKind,
    office: organisationId,
    /** Parties of the agreement, each once. */
    to: z.array(organisationId).min(1).max(10),
    text: coordinationText,
    concerning: recordedConcerning.optional(),
    /** Until when an answer is hoped for. */
    answerBy: calendarDate.optional(),
  }),
  CoordinationAnswered: z.strictObject({ ...base, party: organisationId, text: coordinationText }),
  CoordinationClosed: z.strictObject({ ...base, office: organisationId, text: coordinationText }),
};

type Schemas = typeof coordinationEvents;
export type CoordinationEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
