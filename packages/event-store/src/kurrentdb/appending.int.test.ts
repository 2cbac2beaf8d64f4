import { status } from '@grpc/grpc-js';
import { afterEach, expect, test } from 'vitest';
import { event, eventId, eventsFrom, refusal } from '../contract-suite/harness.ts';
import { type KurrentEventStore, openKurrentStore } from './index.ts';
import {
  type Answer,
  appended,
  denied,
  eventMessage,
  failing,
  type Script,
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

/** A store on a node that answers each append with the next of these, guarded, and holds these events when it is read. */
async function answering(answers: (Answer | 'nothing')[], held: readonly Written[] = [], patienceMs = 5_000, options = '') {
  const sent: string[][] = [];
  const append: Script['append'] = (stream, requests) => {
    if (stream.startsWith('$$')) return denied;
    sent.push(requests.slice(1).map((request) => request.getProposedMessage()?.getId()?.getString() ?? ''));
    const next = answers.shift() ?? failing(status.INTERNAL);
    return next === 'nothing' ? new Promise(() => {}) : next;
  };
  const read: Script['read'] = (call) => {
    const of = call.request.getOptions()?.getStream();
    const revision = Number(of?.getRevision() || '0');
    for (const one of held) if (of && one.revision === revision) call.write(eventMessage(one));
    call.end();
  };
  const node = await startScriptedNode({ append, read });
  const store = await openKurrentStore({ url: node.url + options, ledgerCategories: ['negotiation'], patienceMs });
  opened.push({ node, store });
  return { node, store, sent };
}

const stored = (revision: number, position: number, over: Partial<Written> = {}): Written => ({
  stream: 'negotiation-1',
  revision,
  position,
  id: eventId(revision + 1),
  data: `{"number":${revision + 1}}`,
  metadata: '{"classification":"negotiation"}',
  ...over,
});

test('ES-41 EV-4 what is not acknowledged is sent again with the same ids, whatever stood in the way', async () => {
  const passing = [status.UNAVAILABLE, status.UNKNOWN, status.INTERNAL, status.ABORTED, status.CANCELLED, status.DEADLINE_EXCEEDED];
  const { store, sent } = await answering([...passing.map((code) => failing(code)), appended(1, 7, 'appended')]);
  expect(await store.append('negotiation-1', 'no-stream', eventsFrom(1, 2))).toEqual({ outcome: 'appended', revision: 1n, position: 7n });
  expect(sent).toEqual(Array(7).fill([eventId(1), eventId(2)]));
});

test('ES-41 an append that nobody answers is tried again and given up in time', async () => {
  const { store, sent } = await answering(['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'], [], 400, '&defaultDeadline=100');
  expect(await refusal(store.append('negotiation-1', 'any', [event(1)]))).toMatchObject({
    code: 'STORE_UNAVAILABLE',
    data: { problem: 'deadline-exceeded' },
  });
  expect(sent.length).toBeGreaterThan(1);
});

test.each([
  ['a conflict', failing(status.FAILED_PRECONDITION, { exception: 'wrong-expected-version', 'actual-version': '4' }), 'WRONG_EXPECTED_REVISION'],
  ['a tombstone', failing(status.FAILED_PRECONDITION, { exception: 'stream-deleted', 'stream-name': 'negotiation-1' }), 'STREAM_TOMBSTONED'],
  ['no right', failing(status.PERMISSION_DENIED, { exception: 'access-denied' }), 'STORE_DENIED'],
  ['no such user', failing(status.UNAUTHENTICATED), 'STORE_DENIED'],
  [
    'more than the server takes',
    failing(status.INVALID_ARGUMENT, { exception: 'maximum-append-size-exceeded', 'maximum-append-size': '1048576' }),
    'LIMIT_EXCEEDED',
  ],
  ['a full disk', failing(status.RESOURCE_EXHAUSTED, {}, 'STORE_FULL'), 'STORE_FULL'],
  ['a server that does not append', failing(status.UNIMPLEMENTED), 'STORE_FAILED'],
] as const)('ES-42 %s is final and has its code', async (_, answer, code) => {
  const { store, sent } = await answering([answer]);
  expect(await refusal(store.append('negotiation-1', 'any', [event(1)]))).toMatchObject({ code });
  expect(sent).toHaveLength(1);
});

test('ES-43 EV-4 a store that does not say whether it wrote is asked: what was there before, or is not ours, is recognised', async () => {
  const ours = await answering([appended(0)], [stored(0, 7)]);
  expect(await ours.store.append('negotiation-1', 'no-stream', [event(1)])).toEqual({ outcome: 'appended', revision: 0n, position: 7n });
  const before = await answering([appended(0, 7), appended(0, 7)], [stored(0, 7)]);
  await before.store.append('negotiation-1', 'no-stream', [event(1)]);
  expect(await before.store.append('negotiation-1', 'no-stream', [event(1)])).toEqual({ outcome: 'idempotent', revision: 0n, position: 7n });
  const another = await answering([appended(0, 7)], [stored(0, 7, { metadata: '{"classification":"other"}' })]);
  expect(await another.store.append('negotiation-1', 'no-stream', [event(1)])).toMatchObject({ outcome: 'idempotent' });
});

test('ES-43 EV-4 the same events twice at once are told apart', async () => {
  const { store } = await answering([appended(0, 7), appended(0, 7)], [stored(0, 7)]);
  const twice = await Promise.all([1, 2].map(() => store.append('negotiation-1', 'no-stream', [event(1)])));
  expect(twice.map(({ outcome }) => outcome)).toEqual(['appended', 'idempotent']);
});

test('ES-43 EV-4 an append that was stored before the connection broke is ours, though the store then says it was there', async () => {
  const { store } = await answering([failing(status.UNAVAILABLE), appended(0, 7, 'idempotent')], [stored(0, 7)]);
  expect(await store.append('negotiation-1', 'no-stream', [event(1)])).toEqual({ outcome: 'appended', revision: 0n, position: 7n });
  const strangers = await answering([failing(status.UNAVAILABLE), appended(0, 7, 'idempotent')], [stored(0, 7, { metadata: '{}' })]);
  expect(await strangers.store.append('negotiation-1', 'no-stream', [event(1)])).toMatchObject({ outcome: 'idempotent' });
});

test('ES-41 the batch path, whose promises all clients of a process share, is never taken', async () => {
  const one = await answering([appended(0, 7, 'appended')]);
  const other = await answering(['nothing'], [], 300, '&defaultDeadline=100');
  const failed = refusal(other.store.append('negotiation-1', 'any', [event(1)]));
  expect(await one.store.append('negotiation-1', 'any', [event(1)])).toMatchObject({ outcome: 'appended' });
  expect(await failed).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  expect([one.node.batches, other.node.batches]).toEqual([0, 0]);
});

test('ES-41 a node that is not the leader says who is, and the append goes there', async () => {
  const leader = await answering([appended(0, 7, 'appended')]);
  const [, host, port] = /\/\/(.*):(\d+)/.exec(leader.node.url) ?? [];
  const elsewhere = failing(status.NOT_FOUND, { exception: 'not-leader', 'leader-endpoint-host': host ?? '', 'leader-endpoint-port': port ?? '' });
  const follower = await answering([elsewhere]);
  expect(await follower.store.append('negotiation-1', 'any', [event(1)])).toMatchObject({ outcome: 'appended', position: 7n });
  expect([follower.sent.length, leader.sent.length]).toEqual([1, 1]);
});

test('ES-44 EV-5 a ledger that may be deleted or truncated with these credentials is refused at opening', async () => {
  const conflict = failing(status.FAILED_PRECONDITION, { exception: 'wrong-expected-version', 'actual-version': '-1' });
  const node = await startScriptedNode({ remove: () => conflict });
  const complaints: object[] = [];
  const log = { warn: (about: object) => void complaints.push(about) };
  const given = { url: node.url, ledgerCategories: ['negotiation', 'clearance'] };
  const acts = 'delete negotiation, tombstone negotiation, delete clearance, tombstone clearance';
  expect(await refusal(openKurrentStore(given))).toEqual({ code: 'STORE_LEDGER_UNGUARDED', data: { acts } });
  const store = await openKurrentStore({ ...given, unguarded: 'complained', log });
  expect(complaints).toEqual([{ acts }]);
  await store.close();
  node.close();
});

test('ES-42 a store that nobody serves, and one whose user is not known, are refused at opening', async () => {
  const node = await startScriptedNode({ read: (call) => call.emit('error', failing(status.UNAUTHENTICATED).error) });
  const given = { ledgerCategories: ['negotiation'], patienceMs: 300 };
  expect(await refusal(openKurrentStore({ ...given, url: node.url }))).toMatchObject({ code: 'STORE_DENIED' });
  node.close();
  expect(await refusal(openKurrentStore({ ...given, url: node.url }))).toMatchObject({ code: 'STORE_UNAVAILABLE' });
});
