import { limits } from '@lianyu/event-store';

/** What one node holds out (ER-3). */
export const nodeLimits = {
  /** One message of the wire: the largest batch, with room for what wraps it. What clients accept is as much. */
  messageBytes: limits.batchBytes + 1_048_576,
  /** Calls under way on one connection; HTTP/2 makes further ones wait. */
  callsPerConnection: 1_000,
  /** Calls under way on all of them; further ones are refused. A read or subscription holds at most a page of the engine's. */
  calls: 4_000,
  /** Appends of one batch stream that are sent in pieces and not complete yet. */
  unfinishedAppends: 100,
  /** Events of one batch stream that are not acknowledged yet: above it the stream is not read on. */
  unacknowledgedBytes: 2 * limits.batchBytes,
  unacknowledgedAppends: 1_000,
  /** A connection that answers no ping for so long is gone. */
  pingEveryMs: 30_000,
  pingTimeoutMs: 20_000,
  /** How long calls under way may take when the node is asked to end. */
  drainMs: 10_000,
  users: 1_000,
  passwordBytes: 1_024,
  /** Passwords that are being checked at once, and that wait for it. */
  hashing: 2,
  hashingQueue: 64,
} as const;
