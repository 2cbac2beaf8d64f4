import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { afterEach, expect, test } from 'vitest';
import { eventId, refusal } from '../contract-suite/harness.ts';
import { type KurrentEventStore, openKurrentStore } from './index.ts';
import { eventMessage, failing, type ScriptedNode, startScriptedNode, type Written } from './testing/scripted-node.ts';

const opened: { node: ScriptedNode; store: KurrentEventStore }[] = [];
afterEach(async () => {
  for (const { node, store } of opened.splice(0)) {
    await store.close();
    node.close();
  }
});

/** A node that gives these events whatever is read, and fails so many times before. */
async function holding(events: readonly Written[], failures = 0) {
  const asked: ReadReq.Options[] = [];
  let left = failures;
  const node = await startScriptedNode();
  const store = await openKurrentStore({ url: node.url, ledgerCategories: ['negotiation'] });
  node.script.read = (call) => {
    const options = call.request.getOptions();
    if (options) asked.push(options);
    if (left-- > 0) return call.emit('error', failing(status.UNAVAILABLE).error);
    for (const one of events) call.write(eventMessage(one));
    call.end();
  };
  opened.push({ node, store });
  return { store, asked };
}

const written = (revision: number, over: Partial<Written> = {}): Written => ({
  stream: 'negotiation-1',
  revision,
  position: revision + 1,
  id: eventId(revision),
  ...over,
});

test('ES-47 an event comes back with its time to the millisecond, its position, and what was stored', async () => {
  const { store } = await holding([written(0, { created: '17639712345678999', position: 4_611_686_018_427_387_905n })], 2);
  expect(await store.readStream('negotiation-1')).toEqual([
    {
      stream: 'negotiation-1',
      revision: 0n,
      position: 4_611_686_018_427_387_905n,
      id: eventId(0),
      type: 'TextConfirmed',
      data: {},
      metadata: {},
      storedAt: new Date(1_763_971_234_567),
    },
  ]);
});

test('ES-47 EV-5 a ledger stream with a hole, or without its beginning, is refused, for somebody has truncated it; another may have one', async () => {
  const hole = await holding([written(0), written(2)]);
  expect(await refusal(hole.store.readStream('negotiation-1'))).toEqual({
    code: 'STORE_FAILED',
    data: { problem: 'truncated', stream: 'negotiation-1', revision: '2' },
  });
  const beheaded = await holding([written(3), written(4)]);
  expect(await refusal(beheaded.store.readStream('negotiation-1'))).toMatchObject({ code: 'STORE_FAILED', data: { problem: 'truncated' } });
  const other = await holding([written(3, { stream: 'notes-1' })]);
  expect(await other.store.readStream('notes-1')).toHaveLength(1);
});

test('ES-47 what is no JSON although it says so, and what shares a position with others, is refused', async () => {
  const broken = await holding([written(0, { data: '{' })]);
  expect(await refusal(broken.store.readStream('negotiation-1'))).toMatchObject({
    code: 'STORE_FAILED',
    data: { problem: 'not-json', position: '1' },
  });
  const shared = await holding([written(0, { position: 9, prepare: 7 })]);
  expect(await refusal(shared.store.readAll())).toMatchObject({ code: 'STORE_FAILED', data: { problem: 'explicit-transaction' } });
});

test('ES-47 ES-10 the store’s own events and those that are no JSON are not shown', async () => {
  const { store } = await holding([
    written(0),
    written(1, { stream: '$stats' }),
    written(2, { type: '$>' }),
    written(3, { contentType: 'application/octet-stream' }),
    written(4),
  ]);
  expect((await store.readAll({ limit: 100 })).map(({ revision }) => revision)).toEqual([0n, 4n]);
});

test('ES-46 ES-10 a read sends its filter, and an empty one, which the protocol cannot say, is none', async () => {
  const { store, asked } = await holding([]);
  await store.readAll({ filter: { streamPrefixes: ['clearance-', 'agreement-'] } });
  await store.readAll({ filter: { typePattern: '^Seal' } });
  await store.readAll({ filter: { typePrefixes: ['Seal', ''] } });
  await store.readAll({ filter: { streamPattern: '' } });
  expect(asked.map((options) => options.getFilter()?.toObject())).toEqual([
    expect.objectContaining({ streamIdentifier: { regex: '', prefixList: ['clearance-', 'agreement-'] } }),
    expect.objectContaining({ eventType: { regex: '^Seal', prefixList: [] } }),
    undefined,
    undefined,
  ]);
});

test('ES-48 health is asked once and told within seconds', async () => {
  const { store } = await holding([]);
  expect(await store.health()).toEqual({ reachable: true });
  const gone = await holding([]);
  opened.at(-1)?.node.close();
  expect(await gone.store.health()).toEqual({ reachable: false, problem: 'unavailable' });
  const silent = await holding([]);
  (opened.at(-1) as { node: ScriptedNode }).node.script.read = () => {};
  expect(await silent.store.health()).toEqual({ reachable: false, problem: 'deadline-exceeded' });
});
