import { END, eventTypeFilter, excludeSystemEvents, type Filter, START, streamNameFilter } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { failure, follow, numberedEvents, numbers, read, someStream, withNode } from '../store-node.fixtures.ts';

test('ES-63 a subscription to a stream catches up, says so once and goes on live, without gap or duplicate', () =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const writer = client();
    await writer.appendToStream(stream, numberedEvents(500));
    const follower = follow(client().subscribeToStream(stream));
    const appending = (async () => {
      for (let batch = 0; batch < 20; batch += 1) await writer.appendToStream(stream, numberedEvents(10));
    })();
    await follower.until(({ events }) => events.length === 700);
    await appending;
    expect(follower.events.map(({ event }) => event?.revision)).toEqual(Array.from({ length: 700 }, (_, revision) => BigInt(revision)));
    await writer.appendToStream(stream, numberedEvents(1));
    await follower.until(({ events }) => events.length === 701);
    expect(follower.confirmations).toBe(1);
    expect(follower.caughtUp).toBeGreaterThanOrEqual(1);
    await follower.stop();
  }));

test('ES-63 from a revision on, exclusive; from the end on; and of a stream that is not there yet', () =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const writer = client();
    const early = follow(client().subscribeToStream(stream));
    await early.until(({ caughtUp }) => caughtUp === 1);
    await writer.appendToStream(stream, numberedEvents(5));
    const after = follow(client().subscribeToStream(stream, { fromRevision: 2n }));
    const live = follow(client().subscribeToStream(stream, { fromRevision: END }));
    await Promise.all([after, live].map((follower) => follower.until(({ caughtUp }) => caughtUp === 1)));
    await writer.appendToStream(stream, numberedEvents(6).slice(5));
    await early.until(({ events }) => events.length === 6);
    await after.until(({ events }) => events.length === 3);
    await live.until(({ events }) => events.length === 1);
    expect(numbers(early.events)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(numbers(after.events)).toEqual([3, 4, 5]);
    expect(numbers(live.events)).toEqual([5]);
    for (const follower of [early, after, live]) await follower.stop();
  }));

test('ES-63 the whole log, from a position on, exclusive, then live', () =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const writer = client();
    await writer.appendToStream(stream, numberedEvents(300));
    const events = await read(writer.readAll());
    const commit = events[99]?.commitPosition ?? 0n;
    const all = follow(client().subscribeToAll({ fromPosition: START }));
    const after = follow(client().subscribeToAll({ fromPosition: { commit, prepare: commit } }));
    const live = follow(client().subscribeToAll({ fromPosition: END }));
    await Promise.all([all, after, live].map((follower) => follower.until(({ caughtUp }) => caughtUp > 0)));
    await writer.appendToStream(`${stream}-b`, numberedEvents(1));
    await all.until(({ events: seen }) => seen.length === 301);
    await after.until(({ events: seen }) => seen.length === 201);
    await live.until(({ events: seen }) => seen.length === 1);
    expect(after.events).toEqual(all.events.slice(100));
    for (const follower of [all, after, live]) await follower.stop();
  }));

test('ES-63 live events in a trickle are not each followed by another word of having caught up', () =>
  withNode(async ({ client }) => {
    const stream = someStream();
    const writer = client();
    const follower = follow(client().subscribeToAll());
    await follower.until(({ caughtUp }) => caughtUp === 1);
    for (let number = 0; number < 10; number += 1) await writer.appendToStream(stream, numberedEvents(1));
    await follower.until(({ events }) => events.length === 10);
    expect(follower.caughtUp).toBe(1);
    await follower.stop();
  }));

test('ES-64 filters by stream and type, by prefix and regular expression, and none that are the system’s', () =>
  withNode(async ({ client }) => {
    const writer = client();
    await writer.appendToStream('alpha-1', numberedEvents(2, 'Opened'));
    await writer.appendToStream('beta-1', numberedEvents(2, 'Closed'));
    await writer.appendToStream('项目-1', numberedEvents(2, '里程碑'));
    await writer.setStreamMetadata('beta-1', { maxCount: 100 });
    const seen = async (filter: Filter) => {
      const follower = follow(client().subscribeToAll({ filter }));
      await follower.until(({ caughtUp }) => caughtUp === 1);
      await follower.stop();
      return follower.events.map(({ event }) => event?.streamId);
    };
    expect(await seen(streamNameFilter({ prefixes: ['alpha-'] }))).toEqual(['alpha-1', 'alpha-1']);
    expect(await seen(streamNameFilter({ prefixes: ['alpha-', '项目-'] }))).toEqual(['alpha-1', 'alpha-1', '项目-1', '项目-1']);
    expect(await seen(streamNameFilter({ regex: '^(beta|项目)-' }))).toEqual(['beta-1', 'beta-1', '项目-1', '项目-1']);
    expect(await seen(eventTypeFilter({ prefixes: ['里程'] }))).toEqual(['项目-1', '项目-1']);
    expect(await seen(eventTypeFilter({ regex: 'ed$' }))).toEqual(['alpha-1', 'alpha-1', 'beta-1', 'beta-1']);
    expect(await seen(excludeSystemEvents())).toHaveLength(6);
    expect(await seen(streamNameFilter({ prefixes: ['$$'] }))).toEqual(['$$beta-1']);
  }));

test('ES-64 a filter that passes over much says how far it is: on the way, when it becomes live, and live', () =>
  withNode(async ({ client }) => {
    const writer = client();
    for (let batch = 0; batch < 10; batch += 1) await writer.appendToStream('noise-1', numberedEvents(1_000));
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['rare-'],
      checkpointInterval: 4,
      maxSearchWindow: 50,
      checkpointReached: async (_, { commit, prepare }) => {
        expect(prepare).toBe(commit);
        checkpoints.push(commit);
      },
    });
    const follower = follow(client().subscribeToAll({ filter }));
    await follower.until(({ caughtUp }) => caughtUp === 1);
    const head = (await read(writer.readAll({ direction: 'backwards', fromPosition: END, maxCount: 1 })))[0]?.commitPosition;
    expect(checkpoints.length).toBeGreaterThan(1);
    expect(checkpoints.at(-1)).toBe(head);
    expect(checkpoints).toEqual([...new Set(checkpoints)].toSorted((one, other) => Number(one - other)));
    const before = checkpoints.length;
    for (let batch = 0; batch < 3; batch += 1) await writer.appendToStream('noise-1', numberedEvents(100));
    await writer.appendToStream('rare-1', numberedEvents(1));
    await follower.until(({ events }) => events.length === 1);
    expect(checkpoints.length).toBeGreaterThan(before);
    await follower.stop();

    // From a checkpoint on, nothing is missed and nothing comes twice.
    const [rare] = follower.events;
    for (const commit of checkpoints.slice(before - 1)) {
      const again = follow(client().subscribeToAll({ filter: streamNameFilter({ prefixes: ['rare-'] }), fromPosition: { commit, prepare: commit } }));
      await again.until(({ caughtUp }) => caughtUp === 1);
      expect(again.events).toEqual(commit < (rare?.commitPosition ?? 0n) ? [rare] : []);
      await again.stop();
    }
  }));

test('ES-64 a pattern that is none, or a window of nothing, is refused', () =>
  withNode(async ({ client }) => {
    const error = await new Promise<{ message: string }>((resolve) =>
      client()
        .subscribeToAll({ filter: streamNameFilter({ regex: '(' }) })
        .on('error', resolve),
    );
    expect(error.message).toContain('INVALID_ARGUMENT');
    expect(await failure(Promise.reject(error))).toMatchObject({ type: 'unknown' });
  }));
