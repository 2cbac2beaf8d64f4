import { expect, test } from 'vitest';
import type { Batch } from '../../input/batch.ts';
import { type Appended, EventStoreError, limits } from '../../port.ts';
import { toPosition } from '../read/rows.ts';
import { type Outcome, openCommitQueue } from './commit-queue.ts';

const batch = (stream: string, bytes = 100): Batch => ({ stream, expected: 'any', events: [], bytes });
const appended: Appended = { outcome: 'appended', revision: 0n, position: toPosition(1) };

/** A queue that notes what was committed together; `fail` may throw for a group. */
function noted(fail: (streams: string[]) => void = () => {}) {
  const groups: string[][] = [];
  const queue = openCommitQueue((batches): Outcome[] => {
    const streams = batches.map(({ stream }) => stream);
    groups.push(streams);
    fail(streams);
    return batches.map(() => ({ appended }));
  });
  return { groups, queue };
}

test('ES-30 the appends of one turn are committed together and in order, a later one apart', async () => {
  const { groups, queue } = noted();
  await Promise.all(['a', 'b', 'c'].map((stream) => queue.add(batch(stream))));
  await queue.add(batch('d'));
  expect(groups).toEqual([['a', 'b', 'c'], ['d']]);
});

test('ES-30 no outcome is told before the commit', async () => {
  const { groups, queue } = noted();
  let told = false;
  const outcome = queue.add(batch('a')).then(() => {
    told = true;
  });
  await Promise.resolve();
  expect([told, groups]).toEqual([false, []]);
  await outcome;
  expect(groups).toEqual([['a']]);
});

test('ES-30 a group that fails is tried one by one, and each append has its own outcome', async () => {
  const full = new EventStoreError('STORE_FULL');
  const { groups, queue } = noted((streams) => {
    if (streams.includes('large')) throw full;
  });
  const outcomes = await Promise.allSettled(['a', 'large', 'b'].map((stream) => queue.add(batch(stream))));
  expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : outcome.value))).toEqual([appended, full, appended]);
  expect(groups).toEqual([['a', 'large', 'b'], ['a'], ['large'], ['b']]);
});

test('ES-30 a transaction takes no more than the largest single append may have', async () => {
  const { groups, queue } = noted();
  await Promise.all(['a', 'b', 'c'].map((stream) => queue.add(batch(stream, limits.batchBytes / 2))));
  expect(groups).toEqual([['a', 'b'], ['c']]);
});

test('ES-8 ER-3 what waits is limited in bytes and in number, and there is room again afterwards', async () => {
  const { groups, queue } = noted();
  const waiting = Array.from({ length: 4 }, () => queue.add(batch('a', limits.waitingBytes / 4)));
  expect(() => queue.add(batch('b', 1))).toThrow(
    expect.objectContaining({ code: 'LIMIT_EXCEEDED', data: expect.objectContaining({ limit: 'waitingBytes' }) }),
  );
  await Promise.all(waiting);
  const many = Array.from({ length: limits.waitingAppends }, () => queue.add(batch('a', 0)));
  expect(() => queue.add(batch('b', 0))).toThrow(expect.objectContaining({ data: expect.objectContaining({ limit: 'waitingAppends' }) }));
  await Promise.all(many);
  await queue.add(batch('last'));
  expect(groups.at(-1)).toEqual(['last']);
});

test('ES-16 flushing commits everything that waits before it returns', () => {
  const { groups, queue } = noted();
  for (const stream of ['a', 'b', 'c']) void queue.add(batch(stream, limits.batchBytes));
  queue.flush();
  expect(groups).toEqual([['a'], ['b'], ['c']]);
});
