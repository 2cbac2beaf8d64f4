import type { Position } from '@lianyu/event-store';
import { expect, test } from 'vitest';
import type { Audience } from '../folds/projection.ts';
import type { ProjectedChange, ReadStore, RunnerStore } from '../read-store.ts';
import { inFolder } from '../testing/folder.fixtures.ts';
import { openSqliteReadStore } from './index.ts';

/** Put in by whoever writes. */
const NOWHERE = 0n as Position;
const at = (position: Position, changes: readonly ProjectedChange[]) => ({
  position,
  states: [],
  moments: [],
  changes: changes.map((change) => (change.op === 'through' ? change : { ...change, position })),
});
const put = (key: string, body: unknown = { key }, audience: Audience = 'everyone'): ProjectedChange => ({
  op: 'put',
  position: NOWHERE,
  document: { kind: 'move', key, audience, topic: 'activity', sort: key, body },
  json: JSON.stringify(body),
});
const remove = (key: string): ProjectedChange => ({
  op: 'remove',
  position: NOWHERE,
  document: { kind: 'move', key, audience: 'everyone', topic: 'activity', sort: key, body: {} },
});

/** Writes as a runner would: one call, one transaction. */
function writerOf(readStore: RunnerStore) {
  const { fence, position } = readStore.takeOver([]);
  let before = position;
  return (...changes: readonly ProjectedChange[]) => {
    const next = ((before ?? 0n) + 1n) as Position;
    readStore.write(fence, before, at(next, changes));
    before = next;
  };
}

const seqs = (readStore: ReadStore, after: number, limit = 1_000_000) => readStore.changes(after, limit)?.map(({ seq }) => seq);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('PJ-5 LV-4 who stands further back than the feed reaches, or ahead of it, is told so; who does not gets every change', () => {
  const readStore = openSqliteReadStore({ path: ':memory:', feedKept: 100 });
  const write = writerOf(readStore);
  expect(readStore.changes(0, 10)).toEqual([]);
  expect(readStore.changes(1, 10)).toBeUndefined();
  for (let count = 1; count <= 1_000; count += 1) write(put(`k${count % 7}`, { count }));
  expect(readStore.feed().seq).toBe(1_000);
  expect(readStore.changes(0, 10)).toBeUndefined();
  expect(readStore.changes(1_001, 10)).toBeUndefined();
  expect(seqs(readStore, 1_000)).toEqual([]);
  expect(seqs(readStore, 900)).toEqual(range(901, 1_000));
  expect(seqs(readStore, 950, 3)).toEqual([951, 952, 953]);
  // As far back as it reaches, it reaches without a hole.
  const furthest = range(0, 1_000).find((after) => readStore.changes(after, 1) !== undefined) ?? 0;
  expect(furthest).toBeGreaterThanOrEqual(1_000 - 125);
  expect(seqs(readStore, furthest)).toEqual(range(furthest + 1, 1_000));
  readStore.close();
});

test('LV-4 the feed is the same from memory and from the file, and reaches as far after coming back', async () => {
  await inFolder((inside) => {
    const path = inside('read.sqlite');
    const readStore = openSqliteReadStore({ path, feedKept: 10_000 });
    const write = writerOf(readStore);
    // More than memory keeps, with all kinds of change.
    for (let count = 0; count < 3_000; count += 1) {
      write(put(`k${count % 11}`, { count }), remove(`k${(count + 5) % 11}`), { op: 'through', commandId: `c${count}`, audience: 'member:m' });
    }
    const { seq } = readStore.feed();
    expect(seq).toBeGreaterThan(8_192);
    const far = readStore.changes(0, seq);
    const near = readStore.changes(seq - 50, seq);
    expect(far?.slice(-50)).toEqual(near);
    expect(far?.map((change) => change.seq)).toEqual(range(1, seq));
    readStore.close();
    const again = openSqliteReadStore({ path, feedKept: 10_000 });
    expect(again.feed().seq).toBe(seq);
    expect(again.changes(0, seq)).toEqual(far);
    again.close();
  });
});

test('PJ-4 a document’s version rises by one with every change, also across removal and return', () => {
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const write = writerOf(readStore);
  write(put('a'), put('b'));
  write(put('a', { new: true }));
  write(remove('a'));
  expect(readStore.get('move', 'a', ['everyone'])).toBeUndefined();
  expect(readStore.topic('activity', ['everyone'], 10).documents.map(({ key }) => key)).toEqual(['b']);
  // What is not there is not removed, and leaves nothing in the feed.
  write(remove('a'), remove('never'));
  write(put('a'));
  expect(readStore.get('move', 'a', ['everyone'])?.version).toBe(4);
  const versions = readStore.changes(0, 100)?.flatMap((change) => {
    if (change.op === 'through') return [];
    const { key, version } = change.op === 'put' ? change.document : change;
    return [`${change.op} ${key} ${version}`];
  });
  expect(versions).toEqual(['put a 1', 'put b 1', 'put a 2', 'remove a 3', 'put a 4']);
  readStore.close();
});

test('PR-2 a write that fails half-way leaves documents, feed and checkpoint as they were, in memory as in the file', () => {
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const { fence } = readStore.takeOver([]);
  const [one, two] = [1n as Position, 2n as Position];
  readStore.write(fence, undefined, at(one, [put('a')]));
  const impossible = { ...put('c'), json: undefined } as unknown as ProjectedChange;
  expect(() => readStore.write(fence, one, at(two, [put('b'), impossible]))).toThrow();
  expect(readStore.checkpoint()).toBe(one);
  expect(readStore.get('move', 'b', ['everyone'])).toBeUndefined();
  expect(readStore.feed().seq).toBe(1);
  expect(seqs(readStore, 0)).toEqual([1]);
  readStore.write(fence, one, at(two, [put('b')]));
  expect(seqs(readStore, 0)).toEqual([1, 2]);
  readStore.close();
});

test('PR-2 a write from another place than the checkpoint is refused and changes nothing', () => {
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const { fence } = readStore.takeOver([]);
  const [one, two] = [1n as Position, 2n as Position];
  readStore.write(fence, undefined, at(one, [put('a')]));
  expect(() => readStore.write(fence, undefined, at(one, [put('a', { twice: true })]))).toThrow('taken over');
  expect(() => readStore.write(fence - 1, one, at(two, [put('b')]))).toThrow('taken over');
  expect(() => readStore.beginAgain(fence - 1)).toThrow('taken over');
  expect(seqs(readStore, 0)).toEqual([1]);
  expect(readStore.get('move', 'a', ['everyone'])).toMatchObject({ version: 1, body: { key: 'a' }, json: '{"key":"a"}' });
  readStore.close();
});

test('PJ-5 bodies are parsed when they are asked for, once', () => {
  const readStore = openSqliteReadStore({ path: ':memory:' });
  writerOf(readStore)(put('a', { deep: { er: 1 } }));
  const [change] = readStore.changes(0, 1) ?? [];
  const document = change?.op === 'put' ? change.document : undefined;
  expect(Object.getOwnPropertyDescriptor(document, 'body')?.get).toBeTypeOf('function');
  expect(document?.body).toEqual({ deep: { er: 1 } });
  expect(document?.body).toBe(document?.body);
  expect({ ...document }).toMatchObject({ body: { deep: { er: 1 } } });
  readStore.close();
});
