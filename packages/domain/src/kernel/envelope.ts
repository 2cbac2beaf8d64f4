import { z } from 'zod';
import { instant } from './calendar.ts';
import { commandId, digest, type eventId, memberId, organisationId } from './ids.ts';

/**
 * Who acted (EV-3): a person for an organisation in one capacity, or a process of the platform that carried an outcome
 * from one stream to another or marked the passing of time. A delegate names the principal in `onBehalfOf`.
 */
export const actor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    member: memberId,
    organisation: organisationId,
    capacity: z.string().max(40),
    onBehalfOf: memberId.optional(),
    /** The organisation that seconded the person to this one (挂职). */
    secondedFrom: organisationId.optional(),
  }),
  z.strictObject({ kind: z.literal('process'), process: z.string().max(60) }),
]);
export type Actor = z.infer<typeof actor>;
export type Person = Extract<Actor, { kind: 'person' }>;

/** What kind of content an event holds, never who may read it: that follows from its stream (EV-2). */
export const classification = z.enum([
  'public',
  'negotiation',
  'internal-procedure',
  'registration',
  'signed',
  'figures',
  'settlement',
  'appraisal',
  'project',
  'administration',
  'coordination', // quotas, matters, targets; what the office says to parties
]);
export type Classification = z.infer<typeof classification>;

/** The metadata of every event (EV-3). `salt` keeps the leaf of the Merkle tree a hiding commitment (PF-1). */
export const eventMetadata = z.strictObject({
  schemaVersion: z.number().int().positive(),
  actor,
  commandId,
  commandDigest: digest,
  $correlationId: z.string().max(64),
  $causationId: z.string().max(64),
  recordedAt: instant,
  classification,
  policies: z.strictObject({ ids: z.array(z.string().max(100)).max(20), digest }),
  rules: z.string().max(40),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
});
export type EventMetadata = z.infer<typeof eventMetadata>;

/** An event as a decider makes it: a name in the past tense and its data. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** An event as it stands in the log, without any position of an engine. */
export interface Recorded<Event extends DomainEvent = DomainEvent> {
  readonly id: z.infer<typeof eventId>;
  readonly stream: string;
  readonly revision: bigint;
  readonly event: Event;
  readonly metadata: EventMetadata;
}
