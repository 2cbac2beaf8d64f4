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
  checkRawEvent(event);
  const data = event.contentType === 'json' ? jsonIn(event.data) : undefined;
  const metadata = event.metadata.length === 0 ? { text: '' } : jsonIn(event.metadata);
  return {
    id: event.id,
    type: event.type,
    contentType: event.contentType,
    data: data?.text ?? event.data,
    metadata: metadata?.text ?? event.metadata,
  };
}

function checkRawEvent({ id, type, contentType, data, metadata }: RawEvent): void {
  if (checkText('type', type, 'typeBytes') === '') throw invalid('type', 'empty');
  if (type === TOMBSTONE_TYPE) throw invalid('type', 'reserved');
  if (contentType !== 'json' && contentType !== 'binary') throw invalid('contentType', 'unknown');
  if (!(data instanceof Uint8Array)) throw invalid('data', 'not-bytes');
  if (!(metadata instanceof Uint8Array)) throw invalid('metadata', 'not-bytes');
  checkId(id);
}

function ledgerEvent(event: RawEvent): EncodedEvent {
  checkRawEvent(event);
  if (event.contentType !== 'json') throw invalid('data', 'not-json');
  const type = checkName('type', event.type);
  return { id: event.id, type, contentType: 'json', data: canonical('data', event.data), metadata: canonical('metadata', event.metadata) };
}

function canonical(field: 'data' | 'metadata', bytes: Uint8Array): string {
  const json = jsonIn(bytes);
  if (json === undefined) throw invalid(field, 'not-json');
  if (canonicalText(field, json.value) !== json.text) throw invalid(field, 'not-canonical');
  return json.text;
}

function ledgerMetadata(event: RawEvent, stream: string): EncodedEvent {
  const encoded = anyEvent(event);
  if (typeof encoded.data !== 'string') throw invalid('data', 'not-json');
  if (truncates(encoded.data)) throw new EventStoreError('LEDGER_NOT_DELETED', { stream });
  return encoded;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text and what it says, if it is JSON in UTF-8. What a client calls JSON need not be: then it is kept as the bytes it is. */
function jsonIn(bytes: Uint8Array): { readonly text: string; readonly value: unknown } | undefined {
  try {
    const text = utf8.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
