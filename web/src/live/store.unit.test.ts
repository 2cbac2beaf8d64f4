import type { Delta, Row } from '@lianyu/contract/live';
import { expect, test } from 'vitest';
import { LiveStore } from './store.ts';

const row = (key: string, version: number): Row => ({
  kind: 'move',
  key,
  audience: 'everyone',
  topic: 'activity',
  sort: key,
  version,
  body: { version },
});
const put = (key: string, version: number): Delta => ({ op: 'put', row: row(key, version) });
const remove = (key: string, version: number): Delta => ({ op: 'remove', kind: 'move', key, audience: 'everyone', topic: 'activity', version });
const held = (store: LiveStore) => store.topic('activity')?.rows.map(({ key, version }) => `${key}@${version}`);

function loaded(...rows: Row[]): LiveStore {
  const store = new LiveStore();
  store.load('activity', rows, false);
  return store;
}

test('LV-1 a batch that is not the next one is refused whole, and the cursor stays', () => {
  const store = loaded();
  expect(store.apply(1, 'one', [put('a', 1)])).toBe(true);
  expect(store.apply(3, 'three', [put('b', 1)])).toBe(false);
  expect(store.apply(1, 'one again', [put('b', 1)])).toBe(false);
  expect([held(store), store.cursor]).toEqual([['a@1'], 'one']);
  store.connected();
  expect(store.apply(1, 'after coming back', [put('b', 1)])).toBe(true);
  expect([held(store), store.cursor]).toEqual([['b@1', 'a@1'], 'after coming back']);
});

test('LV-1 a row is replaced only by a higher version, and a removed one does not come back with an older', () => {
  const store = loaded(row('a', 3));
  store.apply(1, 'c', [put('a', 2)]);
  expect(held(store)).toEqual(['a@3']);
  store.apply(2, 'c', [remove('a', 2)]);
  expect(held(store)).toEqual(['a@3']);
  store.apply(3, 'c', [remove('a', 4), put('a', 3)]);
  expect(held(store)).toEqual([]);
  store.apply(4, 'c', [put('a', 5)]);
  expect(held(store)).toEqual(['a@5']);
});

test('LV-4 a reset forgets what was held, with what was removed', () => {
  const store = loaded(row('a', 9), row('b', 9));
  store.apply(1, 'c', [{ op: 'reset', topic: 'activity', more: true }, put('a', 1)]);
  expect([held(store), store.topic('activity')?.more]).toEqual([['a@1'], true]);
});

test('LV-7 a command is pending until it is through, in whichever order its answer and the feed arrive', () => {
  const store = loaded();
  store.expect('slow');
  expect([...store.pending()]).toEqual(['slow']);
  store.apply(1, 'c', [
    { op: 'through', commandId: 'slow' },
    { op: 'through', commandId: 'fast' },
  ]);
  store.expect('fast');
  expect([...store.pending()]).toEqual([]);
});

test('a screen is told of a new object only when its topic changed', () => {
  const store = loaded(row('a', 1));
  const before = store.topic('activity');
  store.apply(1, 'c', [put('a', 1)]);
  expect(store.topic('activity')).toBe(before);
  store.apply(2, 'c', [put('a', 2)]);
  expect(store.topic('activity')).not.toBe(before);
});
