import { z } from 'zod';
import { laterFate } from '../moments.ts';

/** The version of the live protocol. A client with another one is refused for good (LIVE_PROTOCOL_UNSUPPORTED). */
export const LIVE_PROTOCOL = 1;

export const topic = z
  .string()
  .regex(
    /^(agreements|activity|tasks|organisations|settlements|coverage|coordination|projects|quotas|quota\/[a-z0-9-]{1,48}\.\d{4}\.[a-z]{1,10}|(project|agreement|comments|figures|settlement|deadlines)\/[0-9a-f-]{36})$/,
  );
export type Topic = z.infer<typeof topic>;

/** Opaque, fixed length, encrypted: where in the feed its holder stands (LV-3). Only the server can read it. */
export const cursor = z.string().regex(/^[A-Za-z0-9_-]{70}$/);
export type Cursor = z.infer<typeof cursor>;

/** Client → server, once per connection, answered by an acknowledgement of `joinAnswer`. Without a cursor everything is sent as a snapshot. */
export const join = z.strictObject({ protocol: z.number().int(), topics: z.array(topic).max(20), cursor: cursor.optional() });
export type Join = z.infer<typeof join>;

/** Client → server: the topics that the screens need now. A topic that comes new is caught up from the cursor of its HTTP page, or sent whole. */
export const watch = z.strictObject({ topics: z.array(z.strictObject({ topic, cursor: cursor.optional() })).max(20) });
export type Watch = z.infer<typeof watch>;

export const liveAnswer = z.union([z.strictObject({ ok: z.literal(true) }), z.strictObject({ ok: z.literal(false), code: z.string() })]);
export type LiveAnswer = z.infer<typeof liveAnswer>;

/** A document on the wire. `version` only ever rises; a copy with the same or a lower version is passed over. */
export const row = z.strictObject({
  kind: z.string(),
  key: z.string(),
  audience: z.string(),
  topic,
  sort: z.string(),
  version: z.number().int().positive(),
  body: z.unknown(),
  /** Of a row as of a moment of the past that has changed since. */
  later: laterFate.optional(),
});
export type Row = z.infer<typeof row>;

export const delta = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('put'), row }),
  z.strictObject({ op: z.literal('remove'), kind: z.string(), key: z.string(), audience: z.string(), topic, version: z.number().int().positive() }),
  /** The viewer's own command has reached the documents (LV-7). */
  z.strictObject({ op: z.literal('through'), commandId: z.string() }),
  /** The rows that follow in this batch are all there is of these topics now; `more` when the list was cut. */
  z.strictObject({ op: z.literal('reset'), topic, more: z.boolean() }),
]);
export type Delta = z.infer<typeof delta>;

/**
 * Server → client, event `batch`, acknowledged with nothing. `n` counts the batches of this connection from one without
 * holes (LV-1). `deltas` is a JSON text of Delta[]: encoded once for all viewers who may see the same.
 */
export const batch = z.tuple([z.number().int().positive(), cursor, z.string()]);
export type Batch = z.infer<typeof batch>;

/** Who else has a page open (LV-5): memory only. Of another organisation only that it is there; of one's own, the persons. */
export const presence = z.strictObject({ topic, organisations: z.array(z.string()).max(50), members: z.array(z.string()).max(50) });
export type Presence = z.infer<typeof presence>;

/** Why the server ends a connection; after `final` ones the client does not come back by itself. */
export const closing = z.enum(['SESSION_ENDED', 'ACCESS_CHANGED', 'LIVE_PROTOCOL_UNSUPPORTED', 'TOO_SLOW', 'SERVER_STOPPING', 'RATE_LIMITED']);
export type Closing = z.infer<typeof closing>;

export const liveLimits = { batchDeltas: 200, snapshotRows: 500, topics: 20, ackMs: 10_000, presenceMs: 250 } as const;
