import { ANY, binaryEvent, jsonEvent, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { failure, numberedEvents, numbers, read, someStream, withNode } from '../store-node.fixtures.ts';

/** The client appends by `BatchAppend`, and by `Append` when the call has credentials of its own. */
const ways = [
  ['BatchAppend', {}],
  ['Append', { credentials: { username: 'nobody', password: 'asks' } }],
] as const;

test.each(ways)('ES-61 %s answers with the revision and the position of the last event', (_, way) =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const first = await client().appendToStream(stream, numberedEvents(3), { expectedRevision: NO_STREAM, ...way });
    const second = await client().appendToStream(stream, numberedEvents(1), { expectedRevision: 2n, ...way });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(second).toMatchObject({ success: true, nextExpectedRevision: 3n });
    const events = await read(client().readAll());
    expect(second.position).toEqual({ commit: events.at(-1)?.commitPosition, prepare: events.at(-1)?.commitPosition });
    expect(events.map(({ event }) => event?.position?.commit)).toEqual(events.map(({ commitPosition }) => commitPosition));
  }),
);

test.each(ways)('ES-61 %s: what is expected and is not so is refused with what is', (_, way) =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const wrong = (expectedRevision: bigint | 'no_stream' | 'stream_exists' | 'any') =>
      failure(client().appendToStream(stream, numberedEvents(1), { expectedRevision, ...way }));
    expect(await wrong(STREAM_EXISTS)).toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 'stream_exists',
      actualVersion: 'no_stream',
    });
    expect(await wrong(4n)).toMatchObject({ type: 'wrong-expected-version', expectedVersion: 4n, actualVersion: 'no_stream' });
    await client().appendToStream(stream, numberedEvents(2), { expectedRevision: ANY, ...way });
    expect(await wrong(NO_STREAM)).toMatchObject({ type: 'wrong-expected-version', expectedVersion: 'no_stream', actualVersion: 1n });
    expect(await wrong(0n)).toMatchObject({ type: 'wrong-expected-version', expectedVersion: 0n, actualVersion: 1n });
    expect(numbers(await read(client().readStream(stream)))).toEqual([0, 1]);
  }),
);

test.each(ways)('ES-61 %s sent again with the same ids is stored once', (_, way) =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const events = numberedEvents(3);
    const first = await client().appendToStream(stream, events, { expectedRevision: NO_STREAM, ...way });
    const again = await client().appendToStream(stream, events, { expectedRevision: NO_STREAM, ...way });
    expect(again).toEqual(first);
    expect(await read(client().readStream(stream))).toHaveLength(3);
  }),
);

test.each(ways)('ES-61 %s: JSON, bytes, metadata of both kinds and none come back as they were', (_, way) =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const bytes = Uint8Array.from({ length: 256 }, (__, index) => index);
    await client().appendToStream(
      stream,
      [
        jsonEvent({ type: '项目转移', data: { 名称: '产业园', amount: '12345678901234567890' }, metadata: { $correlationId: 'c-1' } }),
        jsonEvent({ type: 'Bare', data: [1, 'two', null] }),
        binaryEvent({ type: 'Bytes', data: bytes, metadata: bytes }),
      ],
      way,
    );
    const [json, bare, binary] = (await read(client().readStream(stream))).map(({ event }) => event);
    expect(json).toMatchObject({
      streamId: stream,
      revision: 0n,
      type: '项目转移',
      isJson: true,
      data: { 名称: '产业园', amount: '12345678901234567890' },
      metadata: { $correlationId: 'c-1' },
    });
    expect(bare).toMatchObject({ revision: 1n, data: [1, 'two', null], metadata: undefined });
    expect(binary).toMatchObject({ revision: 2n, type: 'Bytes', isJson: false });
    expect(Buffer.from(binary?.data as Uint8Array).equals(Buffer.from(bytes))).toBe(true);
    expect(Buffer.from(binary?.metadata as Uint8Array).equals(Buffer.from(bytes))).toBe(true);
    expect(Math.abs(Date.now() - (json?.created.getTime() ?? 0))).toBeLessThan(60_000);
  }),
);

test('ES-61 a batch in several messages is stored whole', () =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const text = 'x'.repeat(1_000);
    const events = Array.from({ length: 500 }, (_, number) => jsonEvent({ type: 'Numbered', data: { number, text } }));
    const { nextExpectedRevision } = await client().appendToStream(stream, events, { expectedRevision: NO_STREAM, batchAppendSize: 20_000 });
    expect(nextExpectedRevision).toBe(499n);
    expect(numbers(await read(client().readStream(stream)))).toEqual(events.map((_, number) => number));
  }));

test('ES-61 many appends at once over one call are each answered with their own outcome', () =>
  withNode(async ({ client }) => {
    const own = client();
    const stream = someStream();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        index % 2 === 0
          ? own.appendToStream(`${stream}-${index}`, numberedEvents(1 + (index % 3)), { expectedRevision: NO_STREAM })
          : own.appendToStream(`${stream}-${index - 1}`, numberedEvents(1), { expectedRevision: 77n }),
      ),
    );
    for (const [index, outcome] of outcomes.entries()) {
      if (index % 2 === 0) expect(outcome).toMatchObject({ status: 'fulfilled', value: { nextExpectedRevision: BigInt(index % 3) } });
      else expect(outcome).toMatchObject({ status: 'rejected', reason: { type: 'wrong-expected-version', expectedVersion: 77n } });
    }
  }));

test('ES-61 a client that would rather not throw is told what the stream expects', () =>
  withNode(async ({ client, address }) => {
    const stream = someStream();
    const quiet = client(`${address}&throwOnAppendFailure=false`);
    await quiet.appendToStream(stream, numberedEvents(3));
    const { success } = await quiet.appendToStream(stream, numberedEvents(1), { expectedRevision: NO_STREAM });
    expect(success).toBe(false);
  }));
