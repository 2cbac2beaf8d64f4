import { z } from 'zod';
import { type DomainEvent, memberId, organisationId } from '../kernel/index.ts';
import { role } from '../organisations/role.ts';

/**
 * The one event of `reservation-duties-<matter>-<member>`: somebody acts, or lets act, in this capacity for this party. The
 * matter is a negotiation and the agreement of the same id.
 */
export const dutyEvents = {
  DutyAssumed: z.strictObject({
    matter: z.string().max(64),
    member: memberId,
    organisation: organisationId,
    /** Missing where only the side counts: in the agreement that an amendment is about. */
    duty: role.optional(),
  }),
};

type Schemas = typeof dutyEvents;
export type DutyEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
