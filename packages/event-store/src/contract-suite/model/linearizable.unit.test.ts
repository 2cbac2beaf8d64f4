import { expect, test } from 'vitest';
import { type Call, isLinearizable } from './linearizable.ts';
import { answers, type Operation } from './stream.ts';

const append = (ids: string[], expected: 'any' | 'no-stream' | bigint = 'any'): Operation => ({ kind: 'append', expected, ids });
const read: Operation = { kind: 'read', direction: 'forwards', from: undefined, limit: 10 };
const seen = (...ids: string[]) => answers.read(ids.map((id, revision) => ({ id, revision })));
const call = (operation: Operation, answer: string, called: number, answered: number): Call => ({ operation, answer, called, answered });

test('ES-19 calls that overlap may have come in either order, but in one that all answers agree with', () => {
  const a = call(append(['a']), 'appended 0', 0, 10);
  const b = call(append(['b']), 'appended 1', 0, 10);
  expect(isLinearizable([a, b])).toBe(true);
  expect(isLinearizable([a, { ...b, answer: 'appended 0' }])).toBe(false);
  expect(isLinearizable([a, b, call(read, seen('a', 'b'), 11, 12)])).toBe(true);
  expect(isLinearizable([a, b, call(read, seen('b', 'a'), 11, 12)])).toBe(false);
});

test('ES-19 what was answered before something was called came before it: no stale read, no conflict with nobody', () => {
  const first = call(append(['a'], 'no-stream'), 'appended 0', 0, 1);
  expect(isLinearizable([first, call(read, seen(), 2, 3)])).toBe(false);
  expect(isLinearizable([{ ...first, answered: 5 }, call(read, seen(), 2, 3)])).toBe(true);
  const conflict = answers.refused('WRONG_EXPECTED_REVISION', '0');
  expect(isLinearizable([call(append(['b'], 'no-stream'), conflict, 0, 1), call(append(['a']), 'appended 0', 2, 3)])).toBe(false);
  expect(isLinearizable([call(append(['b'], 'no-stream'), conflict, 0, 9), call(append(['a']), 'appended 0', 2, 3)])).toBe(true);
});

test('ES-19 a read between two others sees no less than the first and no more than the second', () => {
  const slow = call(append(['a']), 'appended 0', 0, 100);
  const twoReads = (one: string, two: string) => isLinearizable([slow, call(read, one, 10, 20), call(read, two, 30, 40)]);
  expect([twoReads(seen(), seen('a')), twoReads(seen('a'), seen('a')), twoReads(seen('a'), seen())]).toEqual([true, true, false]);
});

test('ES-19 a deleted stream shows what was written after it was deleted, under revisions that go on', () => {
  const history = [
    call(append(['a', 'b']), 'appended 1', 0, 1),
    call({ kind: 'delete', expected: 1n }, answers.removed, 2, 3),
    call(read, seen(), 4, 5),
    call(append(['c'], 'no-stream'), 'appended 2', 6, 7),
  ];
  const after = (answer: string) => isLinearizable([...history, call(read, answer, 8, 9)]);
  expect(after(answers.read([{ revision: 2, id: 'c' }]))).toBe(true);
  expect(after(seen('a', 'b', 'c'))).toBe(false);
});
