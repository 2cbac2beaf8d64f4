import { expect, test } from 'vitest';
import { all, event, eventId, refusal, wholeLog } from '../contract-suite/harness.ts';
import type { Position } from '../port.ts';
import { openSqliteStore, type RawDelivery, type RawEvent, type RawStore, type SqliteEventStore } from './index.ts';
import { inFolder } from './testing/folder.ts';
import { thrown } from './testing/thrown.ts';

/** A store whose clock is set by the test. */
async function onStore(body: (raw: RawStore, store: SqliteEventStore, at: (seconds: number) => void) => Promise<void>): Promise<void> {
  await inFolder(async (_, path) => {
    let seconds = 0;
    const store = openSqliteStore({ path, ledgerCategories: ['negotiation'], now: () => new Date(seconds * 1_000) });
    try {
      await body(store.raw, store, (now) => {
        seconds = now;
      });
      expect(await store.checkIntegrity()).toEqual([]);
    } finally {
      await store.close();
    }
  });
}

function raw(number: number, over: Partial<RawEvent> = {}): RawEvent {
  return { id: eventId(number), type: 'Noted', contentType: 'json', data: Buffer.from(`{"n": ${number}}`), metadata: new Uint8Array(), ...over };
}

const some = (first: number, count: number) => Array.from({ length: count }, (_, index) => raw(first + index));
const metadata = (number: number, json: string) => raw(number, { type: '$metadata', data: Buffer.from(json) });

/** The revisions that are seen of a stream, or its state. */
function seen(store: RawStore, stream: string, direction: 'forwards' | 'backwards' = 'forwards', limit = 100) {
  const page = store.readStream(stream, { from: direction === 'forwards' ? 'start' : 'end', direction, limit });
  return page.state === 'there' ? page.events.map(({ revision }) => Number(revision)) : page.state;
}

test('ES-35 bytes come back as they were given: other JSON than canonical, what only calls itself JSON, binary, and no metadata', async () => {
  await onStore(async (store, port) => {
    const given = [
      raw(1, { data: Buffer.from('{ "b":1, "a":[1.0e2] }'), metadata: Buffer.from('{"$correlationId":"x"}') }),
      raw(2, { data: Buffer.from('{not json') }),
      raw(3, { data: Buffer.from([0xff, 0, 0xfe]), contentType: 'binary' }),
      raw(4, { data: Buffer.from('"\ufeff税"'), metadata: Buffer.from([0xff]) }),
      raw(5, { data: Buffer.from('{"text":"binary although it is JSON"}'), contentType: 'binary' }),
      raw(6, { type: '$>', data: Buffer.from('0@notes-1') }),
    ];
    await store.append('notes-1', 'no-stream', given);
    const page = store.readStream('notes-1', { from: 'start', direction: 'forwards', limit: 10 });
    const stored = page.state === 'there' ? page.events : [];
    const plain = (events: readonly RawEvent[]) =>
      events.map(({ id, type, contentType, data, metadata }) => [
        id,
        type,
        contentType,
        Buffer.from(data).toString('hex'),
        Buffer.from(metadata).toString('hex'),
      ]);
    expect(plain(stored)).toEqual(plain(given));
    // The port sees events in JSON and passes over the rest.
    expect((await wholeLog(port)).map(({ id, data, metadata }) => [id, data, metadata])).toEqual([
      [eventId(1), { b: 1, a: [100] }, { $correlationId: 'x' }],
    ]);
  });
});

test('ES-36 of the ledger only canonical JSON is taken, as the port would have written it', async () => {
  await onStore(async (store, port) => {
    const good = raw(1, { type: 'TextConfirmed', data: Buffer.from('{"a":1,"b":"税"}'), metadata: Buffer.from('{}') });
    const bad: [Partial<RawEvent>, object][] = [
      [{ data: Buffer.from('{"b":1,"a":2}') }, { field: 'data', problem: 'not-canonical' }],
      [{ data: Buffer.from('{"a": 1}') }, { field: 'data', problem: 'not-canonical' }],
      [{ data: Buffer.from('{"a":1,"a":1}') }, { field: 'data', problem: 'not-canonical' }],
      [{ data: Buffer.from('{"a":9007199254740993}') }, { field: 'data', problem: 'not-canonical' }],
      [{ data: Buffer.from('{"a"') }, { field: 'data', problem: 'not-json' }],
      [{ contentType: 'binary' }, { field: 'data', problem: 'not-json' }],
      [{ metadata: new Uint8Array() }, { field: 'metadata', problem: 'not-json' }],
      [{ type: '$>' }, { field: 'type', problem: 'reserved' }],
    ];
    for (const [over, data] of bad) {
      expect(await refusal(store.append('negotiation-1', 'any', [{ ...good, ...over }]))).toEqual({ code: 'INPUT_INVALID', data });
    }
    expect(store.head()).toBeUndefined();
    await store.append('negotiation-1', 'no-stream', [good]);
    expect(await port.readStream('negotiation-1')).toMatchObject([{ data: { a: 1, b: '税' }, metadata: {} }]);
    expect(await port.append('negotiation-1', 'no-stream', [event(1, { data: { b: '税', a: 1 }, metadata: {} })])).toMatchObject({
      outcome: 'idempotent',
    });
  });
});

test('EV-5 ES-36 a stream of the ledger is not deleted, not ended, and not truncated', async () => {
  await onStore(async (store, port) => {
    await port.append('negotiation-1', 'no-stream', [event(1), event(2)]);
    const refused = { code: 'LEDGER_NOT_DELETED', data: { stream: 'negotiation-1' } };
    expect(await refusal(store.deleteStream('negotiation-1', 1n))).toEqual(refused);
    expect(await refusal(store.tombstone('negotiation-1', 'any'))).toEqual(refused);
    for (const json of ['{"$tb":1}', '{"$maxCount":1}', '{"$maxAge":1}', '{"$acl":{},"$tb":null}']) {
      expect(await refusal(store.append('$$negotiation-1', 'any', [metadata(10, json)]))).toEqual(refused);
    }
    expect(await refusal(store.append('$$negotiation-1', 'any', [raw(11, { type: 'other', data: Buffer.from('{"$tb":1}') })]))).toEqual(refused);
    expect(await refusal(store.append('$$negotiation-1', 'any', [raw(12, { data: Buffer.from('{"$tb":1') })]))).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await refusal(store.append('negotiation-1', 'any', [raw(13, { type: '$streamDeleted' })]))).toMatchObject({ code: 'INPUT_INVALID' });
    await store.append('$$negotiation-1', 'any', [metadata(14, '{"$acl":{"$r":"audit"},"$cacheControl":5}')]);
    expect(seen(store, 'negotiation-1')).toEqual([0, 1]);
  });
});

test('ES-37 metadata hides what it says when the stream is read, and removes nothing', async () => {
  await onStore(async (store, port, at) => {
    for (let n = 0; n < 10; n += 1) {
      at(n * 10);
      await store.append('notes-1', 'any', [raw(n)]);
    }
    const set = (number: number, json: string) => store.append('$$notes-1', 'any', [metadata(100 + number, json)]);
    expect(seen(store, 'notes-1')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    await set(1, '{"$maxCount":3}');
    expect([seen(store, 'notes-1'), seen(store, 'notes-1', 'backwards', 2)]).toEqual([
      [7, 8, 9],
      [9, 8],
    ]);
    await set(2, '{"$tb":4}');
    expect(seen(store, 'notes-1')).toEqual([4, 5, 6, 7, 8, 9]);
    await set(3, '{"$maxAge":35}');
    expect(seen(store, 'notes-1')).toEqual([6, 7, 8, 9]);
    at(1_000);
    const gone = store.readStream('notes-1', { from: 'start', direction: 'forwards', limit: 5 });
    expect(gone).toEqual({ state: 'there', events: [], first: 10n, last: 9n, next: undefined });
    await set(4, '{"$maxCount":0,"$maxAge":-1,"$tb":"4"}');
    expect(seen(store, 'notes-1')).toHaveLength(10);
    await set(5, '[{"$tb":4}]');
    expect(seen(store, 'notes-1')).toHaveLength(10);
    await set(6, '{"$tb":50}');
    expect([seen(store, 'notes-1'), await port.readStream('notes-1')]).toEqual([[], []]);
    // Of the metadata itself the last counts; the log holds everything.
    expect(seen(store, '$$notes-1')).toEqual([5]);
    expect(await wholeLog(port)).toHaveLength(10);
    expect(store.readAll({ from: 'start', direction: 'forwards', limit: 100 }).events).toHaveLength(16);
  });
});

test('ES-37 a deleted stream counts as absent until it is written again, and begins then where it left off', async () => {
  await onStore(async (store, port) => {
    await store.append('notes-1', 'no-stream', some(1, 3));
    expect(await refusal(store.deleteStream('notes-1', 1n))).toMatchObject({ code: 'WRONG_EXPECTED_REVISION', data: { actual: '2' } });
    await store.append('$$notes-1', 'any', [metadata(50, '{"$acl":{},"big":12345678901234567890}')]);
    const position = await store.deleteStream('notes-1', 2n);
    expect(store.head()).toBe(position);
    expect([seen(store, 'notes-1'), await port.readStream('notes-1')]).toEqual(['absent', []]);
    expect(await refusal(store.append('notes-1', 'stream-exists', some(10, 1)))).toEqual({ code: 'STREAM_DELETED', data: { stream: 'notes-1' } });
    // The same events as before are the same events, also of a stream that is deleted.
    expect(await store.append('notes-1', 'no-stream', some(1, 2))).toMatchObject({ outcome: 'idempotent', revision: 1n });
    expect(await store.append('notes-1', 'no-stream', some(10, 2))).toMatchObject({ outcome: 'appended', revision: 4n });
    expect([seen(store, 'notes-1'), (await port.readStream('notes-1')).length]).toEqual([[3, 4], 2]);
    expect(await refusal(store.append('notes-1', 'no-stream', some(20, 1)))).toMatchObject({
      code: 'WRONG_EXPECTED_REVISION',
      data: { actual: '4' },
    });
    await store.append('notes-1', 4n, some(20, 1));
    expect(seen(store, 'notes-1')).toEqual([3, 4, 5]);
  });
});

test('ES-37 whoever writes the metadata of a deleted stream brings it back, empty, with the rest of the metadata to the digit', async () => {
  await onStore(async (store) => {
    await store.append('notes-1', 'no-stream', some(1, 3));
    await store.deleteStream('notes-1', 'any');
    await store.append('$$notes-1', 'any', [metadata(50, '{"big":12345678901234567890,"$maxCount":5}')]);
    expect(seen(store, 'notes-1')).toEqual([]);
    const page = store.readStream('$$notes-1', { from: 'end', direction: 'backwards', limit: 1 });
    const [last] = page.state === 'there' ? page.events : [];
    expect(Buffer.from(last?.data ?? []).toString()).toBe('{"big":12345678901234567890,"$maxCount":5,"$tb":3}');
    expect(await refusal(store.deleteStream('never-written', 'any'))).toMatchObject({
      code: 'WRONG_EXPECTED_REVISION',
      data: { actual: 'no-stream' },
    });
  });
});

test('ES-37 a tombstoned stream is ended for good, and its metadata with it; what it held stays in the log', async () => {
  await onStore(async (store, port) => {
    await store.append('notes-1', 'no-stream', some(1, 3));
    await store.append('$$notes-1', 'any', [metadata(50, '{}')]);
    const position = await store.tombstone('notes-1', 2n);
    const gone = (stream: string) => ({ code: 'STREAM_TOMBSTONED', data: { stream } });
    expect([seen(store, 'notes-1'), seen(store, '$$notes-1')]).toEqual(['tombstoned', 'tombstoned']);
    for (const expected of ['any', 'no-stream', 'stream-exists', 3n] as const) {
      expect(await refusal(store.append('notes-1', expected, some(1, 1)))).toEqual(gone('notes-1'));
    }
    expect(await refusal(store.append('$$notes-1', 'any', [metadata(51, '{}')]))).toEqual(gone('$$notes-1'));
    expect(await refusal(store.deleteStream('notes-1', 'any'))).toEqual(gone('notes-1'));
    expect(await refusal(port.append('notes-1', 'any', [event(9)]))).toEqual(gone('notes-1'));
    expect(await refusal(port.readStream('notes-1'))).toEqual(gone('notes-1'));
    const log = store.readAll({ from: 'start', direction: 'forwards', limit: 100 }).events;
    expect(log.at(-1)).toMatchObject({ type: '$streamDeleted', revision: 9_223_372_036_854_775_807n, position, stream: 'notes-1' });
    expect(log).toHaveLength(5);
    expect(await store.tombstone('never-written', 'no-stream')).toBe(position + 1n);
    expect(seen(store, 'never-written')).toBe('tombstoned');
  });
});

test('ES-35 what is remembered of streams is what the file says: the same after it is opened again', async () => {
  await inFolder(async (_, path) => {
    const open = () => openSqliteStore({ path, ledgerCategories: ['negotiation'] });
    const first = open();
    await first.raw.append('a-1', 'no-stream', some(1, 3));
    await first.raw.append('a-2', 'no-stream', some(1, 3));
    await first.raw.append('a-3', 'any', some(1, 100));
    await first.raw.deleteStream('a-1', 'any');
    await first.raw.tombstone('a-2', 'any');
    const states = (store: RawStore) => ['a-1', 'a-2', 'a-3', '$$a-1'].map((stream) => seen(store, stream));
    const before = states(first.raw);
    expect(before.slice(0, 2)).toEqual(['absent', 'tombstoned']);
    await first.close();
    const again = open();
    expect(states(again.raw)).toEqual(before);
    expect(await again.raw.append('a-3', 'any', some(40, 3))).toMatchObject({ outcome: 'idempotent', revision: 41n });
    expect(await again.raw.append('a-3', 'any', [raw(500)])).toMatchObject({ outcome: 'appended', revision: 100n });
    expect(await again.raw.append('a-3', 'any', [raw(500)])).toMatchObject({ outcome: 'idempotent', revision: 100n });
    await again.close();
  });
});

test('ES-35 the log is read in bytes inclusive forwards and exclusive backwards, page by page, with streams of the system', async () => {
  await onStore(async (store) => {
    await store.append('notes-1', 'no-stream', some(1, 5));
    await store.append('$$notes-1', 'no-stream', [metadata(50, '{}')]);
    const read = (options: Parameters<RawStore['readAll']>[0]) => {
      const { events, next, through } = store.readAll(options);
      return [events.map(({ position }) => Number(position)), next, through];
    };
    const at = (position: number) => BigInt(position) as Position;
    expect(read({ from: 'start', direction: 'forwards', limit: 4 })).toEqual([[1, 2, 3, 4], 5n, 4n]);
    expect(read({ from: at(5), direction: 'forwards', limit: 4 })).toEqual([[5, 6], undefined, 6n]);
    expect(read({ from: at(0), direction: 'forwards', limit: 1 })).toEqual([[1], 2n, 1n]);
    expect(read({ from: 'end', direction: 'forwards', limit: 4 })).toEqual([[], undefined, 6n]);
    expect(read({ from: 'end', direction: 'backwards', limit: 4 })).toEqual([[6, 5, 4, 3], 3n, 3n]);
    expect(read({ from: at(3), direction: 'backwards', limit: 4 })).toEqual([[2, 1], undefined, 1n]);
    expect(read({ from: 'start', direction: 'backwards', limit: 4 })).toEqual([[], undefined, 0n]);
    expect(read({ from: 'start', direction: 'forwards', limit: 9, filter: { of: 'stream', prefixes: ['$$'] } })).toEqual([[6], undefined, 6n]);
    expect(read({ from: 'start', direction: 'forwards', limit: 9, filter: { of: 'type', pattern: '^[^$]' } })[0]).toEqual([1, 2, 3, 4, 5]);
    expect(thrown(() => store.readAll({ from: -1n as Position, direction: 'forwards', limit: 1 }))).toMatchObject({ code: 'INPUT_INVALID' });
  });
});

test('ES-35 a stream is followed in bytes through its deletion to its end; the whole log from now on', async () => {
  await onStore(async (store) => {
    await store.append('notes-1', 'no-stream', some(1, 3));
    const fromNow = collect(store.subscribe({ after: 'end' }));
    const stream = collect(store.subscribe({ stream: 'notes-1', after: 0n }));
    await stream.until(3);
    await store.deleteStream('notes-1', 'any');
    await store.append('notes-1', 'no-stream', some(10, 2));
    await stream.until(6);
    expect(stream.told).toEqual([1n, 2n, 'caught-up 2', 3n, 4n, 'caught-up 4']);
    await store.tombstone('notes-1', 'any');
    expect(await refusal(stream.ended)).toEqual({ code: 'STREAM_TOMBSTONED', data: { stream: 'notes-1' } });
    expect(await refusal(all(store.subscribe({ stream: 'notes-1' })))).toMatchObject({ code: 'STREAM_TOMBSTONED' });
    await fromNow.until(6);
    expect(fromNow.told.filter((one) => typeof one === 'bigint')).toEqual([0n, 3n, 4n, 1n, 9_223_372_036_854_775_807n]);
    expect(thrown(() => store.subscribe({ stream: 'notes-1', filter: { of: 'type', prefixes: ['N'] } }))).toMatchObject({ code: 'INPUT_INVALID' });
  });
});

/** What a subscription says, simplified, and when it has said so much. */
function collect(deliveries: AsyncIterable<RawDelivery>) {
  const told: (bigint | string)[] = [];
  let wake = () => {};
  const ended = (async () => {
    for await (const delivery of deliveries) {
      told.push(delivery.kind === 'event' ? delivery.event.revision : `${delivery.kind} ${delivery.at}`);
      wake();
    }
  })();
  ended.catch(() => {});
  return {
    told,
    ended,
    until: (count: number) =>
      new Promise<void>((resolve) => {
        wake = () => told.length >= count && resolve();
        wake();
      }),
  };
}
