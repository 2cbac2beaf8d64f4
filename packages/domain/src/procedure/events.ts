import { z } from 'zod';
import { chainStep } from '../clearance/chain.ts';
import { calendarDate, commandId, type DomainEvent, memberId, organisationId } from '../kernel/index.ts';

/** The chain as it is written down: steps and the day from which it holds for what is opened then. */
export const procedureSteps = z.array(chainStep).min(1).max(5);
const asked = { organisation: organisationId, request: commandId, proposedBy: memberId, steps: procedureSteps, from: calendarDate };

/** The events of `procedure-<organisation>`: how it clears a text inside itself, which its own people alone read. */
export const procedureEvents = {
  ProcedureProposed: z.strictObject(asked),
  /** By a second person; counted from one, the standard chain being none of its own. */
  ProcedureAdopted: z.strictObject({ ...asked, version: z.number().int().min(1).max(10_000), approvedBy: memberId }),
  ProcedureRejected: z.strictObject({
    organisation: organisationId,
    request: commandId,
    rejectedBy: memberId,
    reason: z.string().trim().min(1).max(500),
  }),
};

type Schemas = typeof procedureEvents;
export type ProcedureEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
