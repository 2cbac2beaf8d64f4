import { z } from 'zod';

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Short, lower-case, chosen when the organisation is registered: `hohhot-etdz`. At most 48 characters. */
export const organisationId = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/)
  .brand<'OrganisationId'>();
export type OrganisationId = z.infer<typeof organisationId>;

export const memberId = uuid.brand<'MemberId'>();
export type MemberId = z.infer<typeof memberId>;

/** A negotiation, or the registration of a paper; the agreement that it founds has the same id. */
export const negotiationId = uuid.brand<'NegotiationId'>();
export type NegotiationId = z.infer<typeof negotiationId>;

export const projectId = uuid.brand<'ProjectId'>();
export type ProjectId = z.infer<typeof projectId>;

/** Made by whoever gives the command, once per intention; sending it again is the same command (CM-3). */
export const commandId = uuid.brand<'CommandId'>();
export type CommandId = z.infer<typeof commandId>;

export const eventId = uuid.brand<'EventId'>();
export type EventId = z.infer<typeof eventId>;

/** SHA-256 in lower-case hexadecimal over canonical bytes. */
export const digest = sha256.brand<'Digest'>();
export type Digest = z.infer<typeof digest>;
