import type { RawStored } from '@lianyu/event-store/sqlite';
import { BackwardWriter } from './backward-writer.ts';
import { ticks } from './numbers.ts';

/** How a client wants ids: as text, or as two 64-bit halves. */
export type IdForm = 'string' | 'structured';

/**
 * A `ReadResp` with an event, from the stored bytes straight to those of the wire: the same, byte for byte, as the generated
 * code makes of it, at a fraction of its cost. With a link, `event` is what it points to, undefined when that is not to be had.
 */
export function readEventBytes(event: RawStored | undefined, link: RawStored | undefined, form: IdForm): Buffer {
  const writer = new BackwardWriter(WRAPPING + sizeOf(event) + sizeOf(link));
  const end = writer.mark;
  const original = link ?? event;
  if (original) writer.integer(3, original.position);
  if (link) recorded(writer, 2, link, form);
  if (event) recorded(writer, 1, event, form);
  writer.nested(1, end);
  return writer.written();
}

function recorded(writer: BackwardWriter, field: number, event: RawStored, form: IdForm): void {
  const end = writer.mark;
  if (event.data.length > 0) writer.bytes(8, event.data);
  if (event.metadata.length > 0) writer.bytes(7, event.metadata);
  metadata(writer, event);
  if (event.position !== 0n) {
    writer.integer(5, event.position);
    writer.integer(4, event.position);
  }
  if (event.revision !== 0n) writer.integer(3, event.revision);
  const name = writer.mark;
  if (event.stream !== '') writer.text(3, event.stream);
  writer.nested(2, name);
  id(writer, event.id, form);
  writer.nested(field, end);
}

/** The map of system metadata: entries in the order of their keys. */
function metadata(writer: BackwardWriter, { type, contentType, storedAt }: RawStored): void {
  entry(writer, KEYS.type, type);
  entry(writer, KEYS.created, ticks(storedAt));
  writer.raw(contentType === 'json' ? CONTENT_TYPE_JSON : CONTENT_TYPE_BINARY);
}

function entry(writer: BackwardWriter, key: Uint8Array, value: string): void {
  const end = writer.mark;
  writer.text(2, value);
  writer.raw(key);
  writer.nested(6, end);
}

function id(writer: BackwardWriter, text: string, form: IdForm): void {
  const end = writer.mark;
  if (form === 'string') writer.text(2, text);
  else {
    const hex = text.replaceAll('-', '');
    const half = writer.mark;
    for (const [field, bits] of [
      [2, BigInt.asIntN(64, BigInt(`0x${hex.slice(16)}`))],
      [1, BigInt.asIntN(64, BigInt(`0x${hex.slice(0, 16)}`))],
    ] as const)
      if (bits !== 0n) writer.integer(field, bits);
    writer.nested(1, half);
  }
  writer.nested(1, end);
}

function keyOf(text: string): Uint8Array {
  const writer = new BackwardWriter(64);
  writer.text(1, text);
  return writer.written();
}

function contentTypeOf(value: string): Uint8Array {
  const writer = new BackwardWriter(64);
  entry(writer, keyOf('content-type'), value);
  return writer.written();
}

const KEYS = { type: keyOf('type'), created: keyOf('created') };
const CONTENT_TYPE_JSON = contentTypeOf('application/json');
const CONTENT_TYPE_BINARY = contentTypeOf('application/octet-stream');

/** What is around the events: a position, and the tag and length of three messages. */
const WRAPPING = 40;
/** Of an event, what does not vary much: id, numbers, keys, content type and date, tags and lengths. */
const FIXED = 280;

/** No less than an event takes; a UTF-16 code unit makes up to three bytes of UTF-8. */
function sizeOf(event: RawStored | undefined): number {
  return event === undefined ? 0 : FIXED + event.data.length + event.metadata.length + 3 * (event.stream.length + event.type.length);
}
