import { LIVE_PROTOCOL, liveLimits } from '@lianyu/contract/live';
import { instant, type MemberId } from '@lianyu/domain/kernel';
import type { Audience } from '@lianyu/projections/folds';
import { afterEach, expect, test } from 'vitest';
import { put, remove, TestFeed, TestLive, TestViewer, viewerOf } from './live.fixtures.ts';

let live: TestLive;
afterEach(() => live.close());

const started = async (feed?: TestFeed) => {
  live = await new TestLive(feed).listen();
  return live;
};
const ops = (viewer: TestViewer) =>
  viewer.deltas.map((delta) =>
    delta.op === 'put'
      ? `put ${delta.row.key}@${delta.row.version}`
      : delta.op === 'reset'
        ? `reset ${delta.topic}`
        : delta.op === 'remove'
          ? `remove ${delta.key}@${delta.version}`
          : `through ${delta.commandId}`,
  );

test('LV-1 batches count from one without holes, put the whole row, and remove what is gone', async () => {
  await started();
  live.feed.write(put('a', { n: 1 }));
  const viewer = live.viewer('anna', ['everyone']);
  expect(await viewer.join()).toEqual({ ok: true });
  await viewer.until(() => viewer.batches.length === 1);
  live.feed.write(put('a', { n: 2 }));
  await viewer.until(() => viewer.batches.length === 2);
  live.feed.write(put('b', { n: 3 }), remove('a'));
  await viewer.until(() => viewer.deltas.length === 5);
  expect(ops(viewer)).toEqual(['reset agreements', 'put a@1', 'put a@2', 'put b@1', 'remove a@3']);
  expect(viewer.batches.map(({ n }) => n)).toEqual(viewer.batches.map((_, index) => index + 1));
  for (const { cursor } of viewer.batches) expect(cursor).toMatch(/^[\w-]{70}$/);
});

test('LV-1 a connection resumes from its last cursor with what it missed, and nothing else', async () => {
  await started();
  live.feed.write(put('a', 1));
  const first = live.viewer('anna', ['everyone']);
  await first.join();
  await first.until(() => first.batches.length === 1);
  const cursor = first.batches[0]?.cursor ?? '';
  first.drop();
  live.feed.write(put('b', 2));
  live.feed.write(put('c', 3));
  const again = live.viewer('anna', ['everyone']);
  await again.join(['agreements'], cursor);
  await again.until(() => again.deltas.length === 2);
  expect(ops(again)).toEqual(['put b@1', 'put c@1']);
  expect(again.batches[0]?.n).toBe(1);
});

test('LV-1 a topic that comes new is caught up from its page’s cursor, or sent whole', async () => {
  await started();
  const topic = 'agreement/11111111-1111-4111-8111-111111111111';
  live.feed.write(put('a', 1, 'everyone', topic, 'move'));
  const viewer = live.viewer('anna', ['everyone']);
  const page = live.cursors.mint(live.feed.store.feed(), ['everyone']);
  live.feed.write(put('b', 2, 'everyone', topic, 'move'));
  live.feed.write(put('row', 3));
  await viewer.join();
  await viewer.until(() => viewer.batches.length === 1);
  expect(await viewer.ask('watch', { topics: [{ topic: 'agreements' }, { topic, cursor: page }, { topic: 'activity' }] })).toEqual({ ok: true });
  await viewer.until(() => viewer.batches.length === 2);
  expect(ops(viewer).slice(2)).toEqual(['put b@1', 'reset activity']);
  await viewer.ask('watch', { topics: [{ topic: 'agreements' }] });
  live.feed.write(put('c', 4, 'everyone', topic, 'move'), put('row', 5));
  await viewer.until(() => viewer.batches.length === 3);
  expect(ops(viewer).slice(4)).toEqual(['put row@2']);
});

test('LV-1 LV-2 a new topic is read when it can be sent, and told of only then: a cut before that resumes without a gap', async () => {
  await started();
  const topic = 'agreement/11111111-1111-4111-8111-111111111111';
  const page = live.cursors.mint(live.feed.store.feed(), ['everyone']);
  live.feed.write(put('a', 1, 'everyone', topic, 'move'));
  const viewer = live.viewer('anna', ['everyone']);
  viewer.acknowledging = false;
  await viewer.join();
  await viewer.until(() => viewer.batches.length === 1);
  const order: string[] = [];
  viewer.socket.on('batch', () => order.push('batch'));
  const answered = viewer
    .ask('watch', { topics: [{ topic: 'agreements' }, { topic, cursor: page }] })
    .then((told) => order.push(told.ok ? 'caught up' : 'refused'));
  // A round trip later nothing of it has been sent or answered: the batch before it is not acknowledged.
  expect(await viewer.ask('join', {})).toEqual({ ok: false, code: 'INPUT_INVALID' });
  expect(order).toEqual([]);
  viewer.acknowledgeHeld();
  await answered;
  expect(order).toEqual(['batch', 'caught up']);
  expect(ops(viewer).slice(1)).toEqual(['put a@1']);
});

test('LV-4 a topic’s cursor from the future is answered with a snapshot of the topic', async () => {
  await started();
  live.feed.write(put('a', 1, 'everyone', 'activity', 'move'));
  const { epoch, seq } = live.feed.store.feed();
  const viewer = live.viewer('anna', ['everyone']);
  await viewer.join();
  await viewer.until(() => viewer.batches.length === 1);
  await viewer.ask('watch', { topics: [{ topic: 'activity', cursor: live.cursors.mint({ epoch, seq: seq + 9 }, ['everyone']) }] });
  expect(ops(viewer).slice(1)).toEqual(['reset activity', 'put a@1']);
});

test('LV-2 a slow viewer has one batch in flight, and then gets all the rest', async () => {
  await started();
  const viewer = live.viewer('anna', ['everyone']);
  viewer.acknowledging = false;
  await viewer.join();
  await viewer.until(() => viewer.batches.length === 1);
  for (let index = 0; index < 1_000; index += 1) live.feed.write(put(`k${index % 10}`, { index }));
  // A round trip: whatever had been sent besides would have come before this answer.
  await viewer.ask('watch', { topics: [{ topic: 'agreements' }] });
  expect(viewer.batches).toHaveLength(1);
  viewer.acknowledgeHeld();
  await viewer.until(() => viewer.deltas.length === 1 + 1_000);
  for (const { deltas } of viewer.batches) expect(deltas.length).toBeLessThanOrEqual(liveLimits.batchDeltas);
  expect(viewer.batches.map(({ n }) => n)).toEqual(viewer.batches.map((_, index) => index + 1));
});

test('LV-3 what a viewer may not see leaves no trace: twin runs put the same batches on the wire', async () => {
  const run = async (hidden: boolean) => {
    await started();
    const viewer = live.viewer('anna', ['everyone', 'organisation:zone']);
    const shown = (key: string, body: unknown) => live.feed.write(put(key, body, 'organisation:zone'));
    const secret = () => {
      if (!hidden) return;
      live.feed.write(put('s', Math.random(), 'organisation:other'), put('x', 1, 'overview'));
      live.feed.write({ op: 'through', commandId: 'other', audience: 'member:other' });
    };
    secret();
    shown('a', 1);
    await viewer.join();
    await viewer.until(() => viewer.batches.length === 1);
    for (let step = 2; step < 12; step += 1) {
      secret();
      shown('a', step);
      secret();
      await viewer.until(() => viewer.batches.length === step);
    }
    await viewer.ask('watch', { topics: [{ topic: 'agreements' }] });
    const wire = viewer.batches.map(({ n, cursor, deltas }) => ({ n, length: cursor.length, deltas }));
    if (!hidden) await live.close();
    return wire;
  };
  const without = await run(false);
  expect(await run(true)).toEqual(without);
});

test('LV-4 a cursor that was altered, is of another epoch, from the future or for other audiences is answered with a snapshot', async () => {
  await started();
  live.feed.write(put('a', 1));
  const point = live.feed.store.feed();
  const mint = (seq: number, audiences: readonly Audience[] = ['everyone'], epoch = point.epoch) => live.cursors.mint({ epoch, seq }, audiences);
  const good = mint(point.seq);
  const altered = `${good.slice(0, 30)}${good[30] === 'A' ? 'B' : 'A'}${good.slice(31)}`;
  for (const [index, cursor] of [
    altered,
    mint(point.seq, ['everyone'], 'another'),
    mint(point.seq + 5),
    mint(point.seq, ['everyone', 'audit']),
  ].entries()) {
    const viewer = live.viewer(`v${index}`, ['everyone']);
    await viewer.join(['agreements'], cursor);
    await viewer.until(() => viewer.batches.length === 1);
    expect(ops(viewer)).toEqual(['reset agreements', 'put a@1']);
  }
});

test('LV-4 a viewer whom the feed has left behind, and one whose documents were rebuilt, start anew', async () => {
  await started(new TestFeed(100));
  live.feed.write(put('a', 1));
  const cursor = live.cursors.mint(live.feed.store.feed(), ['everyone']);
  for (let index = 0; index < 400; index += 1) live.feed.write(put('a', index + 2));
  const late = live.viewer('late', ['everyone']);
  await late.join(['agreements'], cursor);
  await late.until(() => late.batches.length === 1);
  expect(ops(late)[0]).toBe('reset agreements');
  live.feed.beginAgain();
  live.feed.write(put('z', 1));
  await late.until(() => ops(late).includes('put z@1'));
  expect(ops(late).slice(2)).toEqual(['reset agreements', 'put z@1']);
});

test('LV-5 presence shows the other side as an organisation, colleagues as persons, and nobody to an office', async () => {
  await started();
  const id = '11111111-1111-4111-8111-111111111111';
  const topic = `agreement/${id}`;
  for (const audience of ['organisation:xian', 'organisation:bayannur', 'audit'] as const)
    live.feed.write(put(id, {}, audience, topic, 'negotiation'));
  const seat = (name: string, organisation: string, audiences: readonly Audience[]) => {
    live.viewers.set(name, { ...viewerOf(name, audiences), organisation: organisation as ReturnType<typeof viewerOf>['organisation'] });
    const viewer = live.viewer(name, audiences);
    const seen: unknown[] = [];
    viewer.socket.on('presence', (told) => seen.push(told));
    return { viewer, seen };
  };
  const anna = seat('anna', 'xian', ['organisation:xian']);
  const bo = seat('bo', 'xian', ['organisation:xian']);
  const chen = seat('chen', 'bayannur', ['organisation:bayannur']);
  const auditor = seat('eve', 'audit-office', ['audit']);
  for (const { viewer } of [anna, bo, chen, auditor]) await viewer.join([topic]);
  const told = new Promise((done) =>
    anna.viewer.socket.on(
      'presence',
      (what: { organisations: string[]; members: string[] }) => what.organisations.length > 0 && what.members.length > 0 && done(what),
    ),
  );
  expect(await told).toEqual({ topic, organisations: ['bayannur'], members: ['bo'] });
  expect(auditor.seen).toEqual([]);
});

test('LV-6 the handshake checks session and origin', async () => {
  await started();
  const stranger = new TestViewer(live.url, 'nobody');
  expect(await stranger.connect()).toBe('NOT_SIGNED_IN');
  live.viewers.set('anna', viewerOf('anna', ['everyone']));
  const elsewhere = new TestViewer(live.url, 'anna', 'http://theirs');
  expect(await elsewhere.connect()).not.toBe('connected');
  stranger.drop();
  elsewhere.drop();
});

test('LV-6 an ended session, changed roles and a passed expiry close the connection; it may come back with what it may read then', async () => {
  await started();
  live.feed.write(put('a', 1), put('b', 2, 'audit'));
  const anna = live.viewer('anna', ['everyone']);
  await anna.join();
  live.viewers.set('anna', viewerOf('anna', ['everyone', 'audit']));
  live.revoked.push({ seq: 1, member: 'anna' as MemberId });
  live.live.recheck();
  await anna.until(() => anna.closings.length === 1);
  expect(anna.closings).toEqual(['ACCESS_CHANGED']);
  const again = live.viewer('anna', []);
  await again.join(['agreements'], anna.batches.at(-1)?.cursor);
  await again.until(() => again.batches.length === 1);
  expect(ops(again)).toEqual(['reset agreements', 'put b@1', 'put a@1']);
  live.revoked.push({ seq: 2, member: 'anna' as MemberId, session: 'session-anna' });
  live.live.recheck();
  await again.until(() => again.closings.length === 1);
  expect(again.closings).toEqual(['SESSION_ENDED']);

  live.viewers.set('dated', { ...viewerOf('dated', ['everyone']), expiresAt: instant.parse('2026-06-01T00:10:00.000Z') });
  const dated = live.viewer('dated', []);
  await dated.join();
  live.now = instant.parse('2026-06-01T00:09:59.000Z');
  live.live.recheck();
  expect(live.live.connections()).toBe(1);
  live.now = instant.parse('2026-06-01T00:10:00.000Z');
  live.live.recheck();
  await dated.until(() => dated.closings.length === 1);
});

test('LV-7 a viewer’s own command is told to them alone, after what it did', async () => {
  await started();
  const anna = live.viewer('anna', ['everyone', 'member:anna']);
  const bo = live.viewer('bo', ['everyone', 'member:bo']);
  await anna.join();
  await bo.join();
  live.feed.write(put('a', 1), { op: 'through', commandId: 'c1', audience: 'member:anna' });
  await anna.until(() => anna.deltas.length === 3);
  await bo.until(() => bo.deltas.length === 2);
  expect(ops(anna)).toEqual(['reset agreements', 'put a@1', 'through c1']);
  expect(ops(bo)).toEqual(['reset agreements', 'put a@1']);
});

test('ER-2 ER-3 messages that make no sense are answered with a code, too many close the connection', async () => {
  await started();
  const viewer = live.viewer('anna', ['everyone']);
  await viewer.connect();
  for (const nonsense of [
    undefined,
    7,
    'x',
    {},
    { protocol: LIVE_PROTOCOL, topics: ['../etc'] },
    { protocol: LIVE_PROTOCOL, topics: Array(21).fill('tasks') },
    { protocol: LIVE_PROTOCOL, topics: [], cursor: 'short' },
  ]) {
    expect(await viewer.ask('join', nonsense)).toEqual({ ok: false, code: 'INPUT_INVALID' });
  }
  expect(await viewer.ask('watch', { topics: [] })).toEqual({ ok: false, code: 'INPUT_INVALID' });
  const outdated = live.viewer('bo', ['everyone']);
  await outdated.connect();
  expect(await outdated.ask('join', { protocol: 99, topics: [] })).toEqual({ ok: false, code: 'LIVE_PROTOCOL_UNSUPPORTED' });
  await outdated.until(() => outdated.closings.length === 1);
  for (let index = 0; index < 60; index += 1) viewer.socket.emit('watch', { topics: [] });
  await viewer.until(() => viewer.closings.length === 1);
  expect(viewer.closings).toEqual(['RATE_LIMITED']);
});
