import type { Position } from '@lianyu/event-store';
import type { RawStored } from '@lianyu/event-store/sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streamIdentifier, uuidMessage } from './identifiers.ts';
import { ReadResp, UUID } from './messages.ts';
import { ticks } from './numbers.ts';
import { type IdForm, readEventBytes } from './read-event.ts';

const int64 = fc.bigInt({ min: 0n, max: 9_223_372_036_854_775_807n });
const small = fc.bigInt({ min: 0n, max: 300n });
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.integer({ min: 0, max: 70_000 }).map((length) => new Uint8Array(length).fill(7)),
);
const name = fc.string({ unit: 'grapheme', maxLength: 100 });

const stored = fc.record({
  stream: name,
  type: name,
  revision: fc.oneof(small, int64),
  position: fc.oneof(small, int64).map((value) => value as Position),
  id: fc.oneof(fc.uuid(), fc.constantFrom('00000000-0000-0000-0000-000000000001', '80000000-0000-0000-ffff-ffffffffffff')),
  contentType: fc.constantFrom('json' as const, 'binary' as const),
  data: bytes,
  metadata: bytes,
  storedAt: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z') }),
});

test('ES-62 an event is put on the wire from its stored bytes exactly as the generated code would', () => {
  const maybe = fc.option(stored, { nil: undefined });
  fc.assert(
    fc.property(maybe, maybe, fc.constantFrom<IdForm>('string', 'structured'), (event, link, form) => {
      expect(readEventBytes(event, link, form).equals(generated(event, link, form))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

function generated(event: RawStored | undefined, link: RawStored | undefined, form: IdForm): Buffer {
  const readEvent = new ReadResp.ReadEvent();
  if (event) readEvent.setEvent(recorded(event, form));
  if (link) readEvent.setLink(recorded(link, form));
  const original = link ?? event;
  if (original) readEvent.setCommitPosition(String(original.position));
  const response = new ReadResp();
  response.setEvent(readEvent);
  return Buffer.from(response.serializeBinary());
}

function recorded(event: RawStored, form: IdForm) {
  const message = new ReadResp.ReadEvent.RecordedEvent();
  message.setId(form === 'string' ? uuidMessage(event.id) : structured(event.id));
  message.setStreamIdentifier(streamIdentifier(event.stream));
  message.setStreamRevision(String(event.revision));
  message.setCommitPosition(String(event.position));
  message.setPreparePosition(String(event.position));
  const contentType = event.contentType === 'json' ? 'application/json' : 'application/octet-stream';
  message.getMetadataMap().set('type', event.type).set('created', ticks(event.storedAt)).set('content-type', contentType);
  message.setCustomMetadata(event.metadata);
  message.setData(event.data);
  return message;
}

function structured(id: string) {
  const hex = id.replaceAll('-', '');
  const halves = new UUID.Structured();
  halves.setMostSignificantBits(String(BigInt.asIntN(64, BigInt(`0x${hex.slice(0, 16)}`))));
  halves.setLeastSignificantBits(String(BigInt.asIntN(64, BigInt(`0x${hex.slice(16)}`))));
  const message = new UUID();
  message.setStructured(halves);
  return message;
}
