import { status } from '@grpc/grpc-js';
import { afterEach, expect, test } from 'vitest';
import { eventId, follow, ids, reached, refusal } from '../contract-suite/harness.ts';
import type { Position } from '../port.ts';
import { type KurrentEventStore, openKurrentStore } from './index.ts';
import {
  caughtUpMessage,
  checkpointMessage,
  eventMessage,
  failing,
  type ReadCall,
  type ScriptedNode,
  startScriptedNode,
  type Written,
} from './testing/scripted-node.ts';

const opened: { node: ScriptedNode; store: KurrentEventStore }[] = [];
afterEach(async () => {
  for (const { node, store } of opened.splice(0)) {
    await store.close();
    node.close();
  }
});

const written = (position: number, over: Partial<Written> = {}): Written => ({
  stream: 'negotiation-1',
  revision: position - 1,
  position,
  id: eventId(position),
  data: `{"number":${position}}`,
  ...over,
});

/** A log of so many events, whose subscriptions are answered one after the other as told; reads of its end are answered always. */
async function telling(log: readonly Written[], subscriptions: ((call: ReadCall, after: number) => void)[]) {
  const asked: { after: number; filtered: boolean }[] = [];
  const node = await startScriptedNode({
    read(call) {
      const options = call.request.getOptions();
      const after = Number(options?.getAll()?.getPosition()?.getCommitPosition() ?? 0);
      if (options?.hasSubscription()) {
        asked.push({ after, filtered: options.hasFilter() });
        const next = subscriptions.shift();
        if (next) next(call, after);
        return;
      }
      for (const one of log.slice(-Number(options?.getCount())).reverse()) call.write(eventMessage(one));
      call.end();
    },
  });
  const warned: object[] = [];
  const log_ = { warn: (about: object) => void warned.push(about) };
  const store = await openKurrentStore({ url: node.url, ledgerCategories: [], log: log_ });
  opened.push({ node, store });
  return { node, store, asked, warned };
}

const log = [1, 2, 3, 4, 5, 6].map((position) => written(position));
const give = (call: ReadCall, events: readonly Written[]) => {
  for (const one of events) call.write(eventMessage(one));
};

test('ES-45 ES-11 a subscription that ends without a word, breaks, or is told old events again goes on where it was', async () => {
  const { store, asked, warned } = await telling(log, [
    (call) => {
      give(call, log.slice(0, 2));
      call.end();
    },
    (call) => {
      give(call, log.slice(0, 4));
      call.emit('error', failing(status.UNAVAILABLE).error);
    },
    (call) => call.emit('error', failing(status.UNKNOWN).error),
    (call) => {
      give(call, log.slice(3));
      call.write(caughtUpMessage());
    },
  ]);
  const follower = follow(store);
  await follower.past(6n as Position);
  await follower.until((deliveries) => deliveries.at(-1)?.kind === 'caught-up');
  expect(ids(follower.events())).toEqual(log.map(({ id }) => id));
  expect(asked.map(({ after }) => after)).toEqual([0, 2, 4, 4]);
  expect(warned).toHaveLength(3);
  await follower.stop();
});

test('ES-45 it goes on when the node comes back, and stops at once when nobody wants it any more', async () => {
  const { store } = await telling(log, [(call) => call.end(), (call) => call.end(), (call) => call.end()]);
  const follower = follow(store);
  await new Promise((done) => setTimeout(done, 100));
  await follower.stop();
});

test('ES-45 what cannot be mended by waiting ends it with an error', async () => {
  const { store } = await telling(log, [(call) => call.emit('error', failing(status.PERMISSION_DENIED, { exception: 'access-denied' }).error)]);
  expect(await refusal(follow(store).ended)).toMatchObject({ code: 'STORE_DENIED' });
});

test('ES-15 ES-45 a log that has become shorter than what the reader has seen is noticed when it is connected again', async () => {
  const shrinking = [...log];
  const { store } = await telling(shrinking, [
    (call) => {
      give(call, log);
      shrinking.splice(3);
      call.end();
    },
  ]);
  expect(await refusal(follow(store).ended)).toEqual({ code: 'INPUT_INVALID', data: { field: 'after', problem: 'beyond-the-end' } });
});

test('ES-46 the store filters while the reader catches up; live everything is taken, so that the reader knows how far it is', async () => {
  const mixed = [
    ...log.slice(0, 5),
    written(6, { stream: 'clearance-1', revision: 0 }),
    written(7, { stream: '$stats', revision: 0, type: '$statsCollected' }),
  ];
  const { store, asked } = await telling(mixed, [
    (call) => {
      call.write(checkpointMessage(4));
      give(call, [mixed[5] as Written]);
      call.write(caughtUpMessage());
    },
    (call) => {
      call.write(caughtUpMessage());
      give(call, [written(8)]);
      mixed.push(written(8));
    },
  ]);
  const follower = follow(store, { filter: { streamPrefixes: ['clearance-'] } });
  await follower.past(8n as Position);
  expect(asked).toEqual([
    { after: 0, filtered: true },
    { after: 7, filtered: false },
  ]);
  expect(follower.deliveries.map((delivery) => [delivery.kind, Number(reached(delivery))])).toEqual([
    ['checkpoint', 4],
    ['event', 6],
    ['checkpoint', 7],
    ['caught-up', 7],
    ['checkpoint', 8],
  ]);
  await follower.stop();
});

test('ES-12 ES-46 “caught up” is said once the whole of an append has come, however slowly it comes', async () => {
  const growing = log.slice(0, 2);
  const { store } = await telling(growing, [
    (call) => {
      give(call, growing);
      call.write(caughtUpMessage());
      setTimeout(() => {
        growing.push(...log.slice(2, 4));
        give(call, log.slice(2, 3));
      }, 20);
      setTimeout(() => give(call, log.slice(3, 4)), 120);
    },
  ]);
  const follower = follow(store);
  await follower.until((deliveries) => deliveries.filter(({ kind }) => kind === 'caught-up').length === 2);
  expect(follower.deliveries.map(({ kind }) => kind)).toEqual(['event', 'event', 'caught-up', 'event', 'event', 'caught-up']);
  await follower.stop();
});
