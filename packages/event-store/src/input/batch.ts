import type { ExpectedRevision, NewEvent } from '../port.ts';
import { canonicalBytes } from './json.ts';
import { checkName } from './name.ts';
import { invalid, within } from './refuse.ts';

/** An event as it will be stored. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** One call of `append`, checked against everything that does not depend on the stream's state. */
export interface Batch {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
  readonly bytes: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * What every engine checks before it looks at the stream. The ids of one batch are distinct: a repeated id could not be told from a
 * repeated batch later.
 * @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED
 */
export function checkBatch(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Batch {
  checkName('stream', stream);
  checkExpected(expected);
  if (!Array.isArray(events) || events.length === 0) throw invalid('events', 'empty');
  within('batchEvents', events.length);
  const ids = new Set<string>();
  const encoded: EncodedEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    if (ids.has(event.id)) throw invalid('id', 'repeated');
    ids.add(event.id);
    const next = encode(event);
    bytes += next.data.length + next.metadata.length;
    within('batchBytes', bytes);
    encoded.push(next);
  }
  return { stream, expected, events: encoded, bytes };
}

function checkExpected(expected: unknown): void {
  if (expected === 'no-stream' || expected === 'stream-exists' || expected === 'any') return;
  if (typeof expected !== 'bigint' || expected < 0n) throw invalid('expected', 'not-a-revision');
}

function encode(event: NewEvent): EncodedEvent {
  if (typeof event.id !== 'string' || !UUID.test(event.id)) throw invalid('id', 'not-a-lower-case-uuid');
  const type = checkName('type', event.type);
  const data = canonicalBytes('data', event.data);
  const metadata = canonicalBytes('metadata', event.metadata);
  within('eventBytes', data.length + metadata.length);
  return { id: event.id, type, data, metadata };
}
