import { BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { failure, numberedEvents, numbers, read, someStream, withNode } from '../store-node.fixtures.ts';

test('ES-62 a stream is read both ways, from its ends and from any revision, inclusive, and as much as was asked for', () =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const reader = client();
    await reader.appendToStream(stream, numberedEvents(600));
    const from = async (options: Parameters<typeof reader.readStream>[1]) => numbers(await read(reader.readStream(stream, options)));
    const all = Array.from({ length: 600 }, (_, number) => number);
    expect(await from({})).toEqual(all);
    expect(await from({ direction: BACKWARDS, fromRevision: END })).toEqual(all.toReversed());
    expect(await from({ fromRevision: 597n })).toEqual([597, 598, 599]);
    expect(await from({ fromRevision: 2n, direction: BACKWARDS })).toEqual([2, 1, 0]);
    expect(await from({ maxCount: 2 })).toEqual([0, 1]);
    expect(await from({ maxCount: 300, fromRevision: 10n })).toEqual(all.slice(10, 310));
    expect(await from({ maxCount: 1, direction: BACKWARDS, fromRevision: END })).toEqual([599]);
    expect(await from({ fromRevision: 600n })).toEqual([]);
    expect(await from({ fromRevision: 18_446_744_073_709_551_615n })).toEqual([]);
  }));

test('ES-62 a stream that is not there is said not to be found', () =>
  withNode(async ({ client }) => {
    const stream = `${someStream()}-协商`;
    expect(await failure(read(client().readStream(stream)))).toMatchObject({ type: 'stream-not-found', streamName: stream });
    expect(await failure(read(client().readStream(stream, { direction: BACKWARDS, fromRevision: END })))).toMatchObject({ type: 'stream-not-found' });
  }));

test('ES-62 the whole log is read both ways: forwards from a position on, backwards from before it', () =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const reader = client();
    for (let index = 0; index < 5; index += 1) await reader.appendToStream(`${stream}-${index}`, numberedEvents(100));
    const forwards = await read(reader.readAll({ direction: FORWARDS, fromPosition: START }));
    const at = (index: number) => ({ commit: forwards[index]?.commitPosition ?? 0n, prepare: forwards[index]?.commitPosition ?? 0n });
    expect(forwards).toHaveLength(500);
    expect(forwards.map(({ event }) => event?.streamId)).toEqual(Array.from({ length: 500 }, (_, index) => `${stream}-${Math.floor(index / 100)}`));
    expect(await read(reader.readAll({ direction: BACKWARDS, fromPosition: END }))).toEqual(forwards.toReversed());
    expect(await read(reader.readAll({ fromPosition: at(490) }))).toEqual(forwards.slice(490));
    expect(await read(reader.readAll({ fromPosition: at(490), direction: BACKWARDS, maxCount: 3 }))).toEqual(forwards.slice(487, 490).toReversed());
    expect(await read(reader.readAll({ maxCount: 7 }))).toEqual(forwards.slice(0, 7));
    expect(await read(reader.readAll({ fromPosition: END }))).toEqual([]);
    expect(await read(reader.readAll({ fromPosition: { commit: 10_000_000n, prepare: 10_000_000n } }))).toEqual([]);
  }));

test('ES-62 an empty log is empty both ways', () =>
  withNode(async ({ client }) => {
    expect(await read(client().readAll())).toEqual([]);
    expect(await read(client().readAll({ direction: BACKWARDS, fromPosition: END }))).toEqual([]);
  }));

test('ES-62 many read at once', () =>
  withNode(async ({ client }) => {
    const stream = someStream();
    await client().appendToStream(stream, numberedEvents(300));
    const reader = client();
    const counts = await Promise.all(Array.from({ length: 50 }, async () => (await read(reader.readStream(stream))).length));
    expect(new Set(counts)).toEqual(new Set([300]));
  }));
