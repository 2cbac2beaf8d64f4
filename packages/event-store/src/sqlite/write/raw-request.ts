import { type Batch, batchOf, checkExpected, checkId, type EncodedEvent } from '../../input/batch.ts';
import { canonicalText } from '../../input/json.ts';
import { checkName, checkText } from '../../input/name.ts';
import { invalid } from '../../input/refuse.ts';
import { EventStoreError, type ExpectedRevision } from '../../port.ts';
import { type RawEvent, TOMBSTONE_TYPE } from '../raw.ts';
import { describedBy, truncates } from '../read/metadata.ts';
import type { Removal } from './request.ts';

type IsLedger = (stream: string) => boolean;

/**
 * Any stream and any content, but of the ledger only what the port would have written, and of its metadata only what hides
 * nothing.
 * @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED, LEDGER_NOT_DELETED
 */
export function checkRawBatch(stream: string, expected: ExpectedRevision, events: readonly RawEvent[], isLedger: IsLedger): Batch {
  checkRawStream(stream);
  const described = describedBy(stream);
  if (isLedger(stream)) return batchOf(stream, expected, events, (event) => ledgerEvent(event));
  if (described !== undefined && isLedger(described)) return batchOf(stream, expected, events, (event) => ledgerMetadata(event, described));
  return batchOf(stream, expected, events, anyEvent);
}

/** @throws EventStoreError INPUT_INVALID, LEDGER_NOT_DELETED */
export function checkRemoval(stream: string, expected: ExpectedRevision, removal: Removal['removal'], isLedger: IsLedger): Removal {
  checkRawStream(stream);
  checkExpected(expected);
  if (describedBy(stream) !== undefined) throw invalid('stream', 'reserved');
  if (isLedger(stream)) throw new EventStoreError('LEDGER_NOT_DELETED', { stream });
  return { stream, expected, removal, bytes: 100 };
}

/** A name, or that of its metadata, which may be longer by the two characters. */
export function checkRawStream(stream: string): string {
  const name = typeof stream === 'string' ? (describedBy(stream) ?? stream) : stream;
  if (checkText('stream', name, 'streamNameBytes') === '') throw invalid('stream', 'empty');
  return stream;
}

function anyEvent(event: RawEvent): EncodedEvent {
  const type = checkText('type', event.type, 'typeBytes');
  if (type === '') throw invalid('type', 'empty');
  if (type === TOMBSTONE_TYPE) throw invalid('type', 'reserved');
  if (event.contentType !== 'json' && event.contentType !== 'binary') throw invalid('contentType', 'unknown');
  if (!(event.data instanceof Uint8Array)) throw invalid('data', 'not-bytes');
  if (!(event.metadata instanceof Uint8Array)) throw invalid('metadata', 'not-bytes');
  const data = event.contentType === 'json' ? jsonIn(event.data) : undefined;
  const metadata = event.metadata.length === 0 ? '' : jsonIn(event.metadata);
  return { id: checkId(event.id), type, contentType: event.contentType, data: data ?? event.data, metadata: metadata ?? event.metadata };
}

function ledgerEvent(event: RawEvent): EncodedEvent {
  const encoded = anyEvent(event);
  checkName('type', encoded.type);
  for (const field of ['data', 'metadata'] as const) {
    const text = encoded[field];
    if (typeof text !== 'string' || text === '') throw invalid(field, 'not-json');
    if (canonicalText(field, JSON.parse(text)) !== text) throw invalid(field, 'not-canonical');
  }
  return encoded;
}

function ledgerMetadata(event: RawEvent, stream: string): EncodedEvent {
  const encoded = anyEvent(event);
  if (typeof encoded.data !== 'string') throw invalid('data', 'not-json');
  if (truncates(encoded.data)) throw new EventStoreError('LEDGER_NOT_DELETED', { stream });
  return encoded;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text, if it is JSON in UTF-8. What a client calls JSON need not be: then it is kept as the bytes it is. */
function jsonIn(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}
