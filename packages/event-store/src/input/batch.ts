import type { ExpectedRevision, NewEvent } from '../port.ts';
import { canonicalText } from './json.ts';
import { checkName } from './name.ts';
import { invalid, within } from './refuse.ts';

/** An event as it will be stored. What is JSON is a text, canonical where the ledger asks for it; what is not is bytes. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: 'json' | 'binary';
  readonly data: string | Uint8Array;
  /** Empty where there is none. */
  readonly metadata: string | Uint8Array;
}

/** One call of `append`, checked against everything that does not depend on the stream's state. */
export interface Batch {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
  readonly bytes: number;
}

/**
 * What every engine checks before it looks at the stream. The ids of one batch are distinct: a repeated id could not be told from a
 * repeated batch later.
 * @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED
 */
export function checkBatch(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Batch {
  checkName('stream', stream);
  return batchOf(stream, expected, events, encode);
}

/** The same for events of any kind, made storable by `encoded`. */
export function batchOf<Event extends { readonly id: string }>(
  stream: string,
  expected: ExpectedRevision,
  events: readonly Event[],
  encoded: (event: Event) => EncodedEvent,
): Batch {
  checkExpected(expected);
  if (!Array.isArray(events) || events.length === 0) throw invalid('events', 'empty');
  within('batchEvents', events.length);
  const ids = new Set<string>();
  const batch: EncodedEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    ids.add(event.id);
    if (ids.size === batch.length) throw invalid('id', 'repeated');
    const next = encoded(event);
    const size = sizeOf(next.data) + sizeOf(next.metadata);
    within('eventBytes', size);
    bytes += size;
    within('batchBytes', bytes);
    batch.push(next);
  }
  return { stream, expected, events: batch, bytes };
}

export function checkExpected(expected: unknown): void {
  if (expected === 'no-stream' || expected === 'stream-exists' || expected === 'any') return;
  if (typeof expected !== 'bigint' || expected < 0n) throw invalid('expected', 'not-a-revision');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function checkId(id: unknown): string {
  if (typeof id !== 'string' || !UUID.test(id)) throw invalid('id', 'not-a-lower-case-uuid');
  return id;
}

function encode(event: NewEvent): EncodedEvent {
  return {
    id: checkId(event.id),
    type: checkName('type', event.type),
    contentType: 'json',
    data: canonicalText('data', event.data),
    metadata: canonicalText('metadata', event.metadata),
  };
}

/** As it goes over a wire. */
export function bytesOf(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? Buffer.from(value) : value;
}

/** In bytes of UTF-8. */
function sizeOf(value: string | Uint8Array): number {
  return typeof value === 'string' ? Buffer.byteLength(value) : value.length;
}
