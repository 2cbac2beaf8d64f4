import { ANY, BACKWARDS, END, jsonEvent, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { failure, follow, numberedEvents, numbers, read, someStream, withNode } from '../store-node.fixtures.ts';

test('ES-65 stream metadata is kept and told as it was set', () =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const own = client();
    expect(await own.getStreamMetadata(stream)).toEqual({ streamName: stream });
    await own.setStreamMetadata(stream, { maxCount: 10, maxAge: 3600, cacheControl: 20, truncateBefore: 2, custom: '自定' });
    expect((await own.getStreamMetadata(stream)).metadata).toEqual({
      maxCount: 10,
      maxAge: 3600,
      cacheControl: 20,
      truncateBefore: 2,
      custom: '自定',
    });
    await own.setStreamMetadata(stream, { acl: { readRoles: ['$all'], writeRoles: ['ops'] } }, { expectedRevision: 0n });
    expect((await own.getStreamMetadata(stream)).metadata).toEqual({ acl: { readRoles: ['$all'], writeRoles: ['ops'] } });
    expect(await failure(own.setStreamMetadata(stream, {}, { expectedRevision: 0n }))).toMatchObject({ type: 'wrong-expected-version' });
  }));

test('ES-65 $maxCount, $tb and $maxAge hide from reads and subscriptions of the stream, and from $all nothing', () =>
  withNode(async ({ client }) => {
    const own = client();
    const stream = someStream();
    const seen = async (options = {}) => numbers(await read(own.readStream(stream, options)));
    await own.appendToStream(stream, numberedEvents(10));
    await own.setStreamMetadata(stream, { maxCount: 3 });
    expect(await seen()).toEqual([7, 8, 9]);
    expect(await seen({ direction: BACKWARDS, fromRevision: END })).toEqual([9, 8, 7]);
    await own.setStreamMetadata(stream, { truncateBefore: 6 });
    expect(await seen()).toEqual([6, 7, 8, 9]);
    const follower = follow(own.subscribeToStream(stream));
    await follower.until(({ caughtUp }) => caughtUp === 1);
    expect(numbers(follower.events)).toEqual([6, 7, 8, 9]);
    await follower.stop();
    await own.setStreamMetadata(stream, { maxAge: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await own.appendToStream(stream, numberedEvents(11).slice(10));
    expect(await seen()).toEqual([10]);
    const log = await read(own.readAll());
    expect(log.filter(({ event }) => event?.streamId === stream)).toHaveLength(11);
    expect(log.filter(({ event }) => event?.streamId === `$$${stream}` && event.type === '$metadata')).toHaveLength(3);
  }));

test('ES-65 a deleted stream is not found; written again, its revisions go on and what it held stays hidden', () =>
  withNode(async ({ client }) => {
    const own = client();
    const stream = someStream();
    await own.appendToStream(stream, numberedEvents(3), { expectedRevision: NO_STREAM });
    expect(await failure(own.deleteStream(stream, { expectedRevision: 7n }))).toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 7n,
      actualVersion: 2n,
    });
    const { position } = await own.deleteStream(stream, { expectedRevision: 2n });
    const [last] = await read(own.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
    expect(position).toEqual({ commit: last?.commitPosition, prepare: last?.commitPosition });
    expect(await failure(read(own.readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
    expect((await own.getStreamMetadata(stream)).metadata).toEqual({ truncateBefore: 2 ** 63 });
    expect(await failure(own.appendToStream(stream, numberedEvents(1), { expectedRevision: STREAM_EXISTS }))).toMatchObject({
      type: 'stream-deleted',
    });

    const { nextExpectedRevision } = await own.appendToStream(stream, numberedEvents(2), { expectedRevision: NO_STREAM });
    expect(nextExpectedRevision).toBe(4n);
    const events = await read(own.readStream(stream));
    expect(events.map(({ event }) => event?.revision)).toEqual([3n, 4n]);
  }));

test('ES-65 a tombstoned stream is at its end for good, for reads, appends and subscriptions', () =>
  withNode(async ({ client }) => {
    const own = client();
    const stream = someStream();
    await own.appendToStream(stream, numberedEvents(2));
    const follower = follow(client().subscribeToStream(stream));
    await follower.until(({ caughtUp }) => caughtUp === 1);
    expect(await failure(own.tombstoneStream(stream, { expectedRevision: NO_STREAM }))).toMatchObject({ type: 'wrong-expected-version' });
    const { position } = await own.tombstoneStream(stream, { expectedRevision: 1n });
    const gone = { type: 'stream-deleted', streamName: stream };
    expect(await failure(follower.until(() => false))).toMatchObject(gone);
    expect(await failure(read(own.readStream(stream)))).toMatchObject(gone);
    expect(await failure(read(own.readStream(stream, { direction: BACKWARDS, fromRevision: END })))).toMatchObject(gone);
    expect(await failure(own.appendToStream(stream, numberedEvents(1)))).toMatchObject(gone);
    expect(await failure(own.appendToStream(stream, numberedEvents(1), { expectedRevision: NO_STREAM }))).toMatchObject(gone);
    expect(await failure(own.deleteStream(stream))).toMatchObject(gone);
    expect(await failure(own.tombstoneStream(stream))).toMatchObject(gone);
    const late = follow(client().subscribeToStream(stream));
    expect(await failure(late.until(() => false))).toMatchObject(gone);
    const [last] = await read(own.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
    expect(last).toMatchObject({ commitPosition: position?.commit, event: { streamId: stream, type: '$streamDeleted' } });
  }));

test('ES-67 streams of the ledger are not deleted, tombstoned or truncated by anybody, and are appended to all the same', () =>
  withNode(async ({ client }) => {
    const own = client();
    const stream = `agreement-${someStream()}`;
    const events = numberedEvents(3).map((event) => ({ ...event, metadata: { classification: 'agreement' } }));
    await own.appendToStream(stream, events, { expectedRevision: NO_STREAM });
    for (const expectedRevision of [ANY, 2n] as const) {
      expect(await failure(own.deleteStream(stream, { expectedRevision }))).toMatchObject({ type: 'access-denied' });
      expect(await failure(own.tombstoneStream(stream, { expectedRevision }))).toMatchObject({ type: 'access-denied' });
    }
    for (const metadata of [{ truncateBefore: 2 }, { maxCount: 1 }, { maxAge: 1 }])
      expect(await failure(own.setStreamMetadata(stream, metadata))).toMatchObject({ type: 'access-denied' });
    await own.setStreamMetadata(stream, { acl: { deleteRoles: [] } });
    expect(numbers(await read(own.readStream(stream)))).toEqual([0, 1, 2]);
  }));

test('ES-67 the event that ends a stream is not appended, by its type or otherwise', () =>
  withNode(async ({ client }) => {
    const own = client();
    const stream = `agreement-${someStream()}`;
    for (const name of [stream, someStream()])
      expect(await failure(own.appendToStream(name, jsonEvent({ type: '$streamDeleted', data: {} })))).toMatchObject({ type: 'unknown' });
    expect(await read(own.readAll())).toEqual([]);
  }));
