import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Projection } from './folds/projection.ts';
import { RunnerOvertakenError } from './read-store.ts';
import { createRunner } from './runner.ts';
import { openSqliteReadStore } from './sqlite/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianyu-runner-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DIGEST = 'd'.repeat(64);
const NEGOTIATION = '11111111-1111-4111-8111-111111111111';
const eventNumber = (index: number, member?: string) => {
  const id = `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
  const actor = member === undefined ? { kind: 'process', process: 'test' } : { kind: 'person', member, organisation: 'xian', capacity: 'drafter' };
  const metadata = {
    schemaVersion: 1,
    actor,
    commandId: id,
    commandDigest: DIGEST,
    $correlationId: id,
    $causationId: id,
    recordedAt: '2026-01-01T00:00:00.000Z',
    classification: 'negotiation',
    policies: { ids: [], digest: DIGEST },
    rules: 'test',
    salt: '0'.repeat(32),
  };
  return { id, type: 'TextConfirmed', data: { negotiation: NEGOTIATION, party: 'xian', digest: DIGEST }, metadata };
};

/** Counts events; shows every second count, so that some events change nothing that is seen. */
const counting = (version = 1): Projection<{ count: number }> => ({
  name: 'counting',
  version,
  categories: ['negotiation'],
  keyOf: () => 'all',
  initial: { count: 0 },
  evolve: ({ count }) => ({ count: count + 1 }),
  documents: ({ count }) =>
    count < 2 ? [] : [{ kind: 'move', key: 'all', audience: 'everyone', topic: 'activity', sort: '', body: { pairs: Math.floor(count / 2) } }],
});

const open = () => ({
  store: openSqliteStore({ path: join(folder, 'events.sqlite'), ledgerCategories: ['negotiation'] }),
  readStore: openSqliteReadStore({ path: join(folder, 'read.sqlite') }),
});

test('PR-2 a runner that was overtaken writes nothing more, and nothing is missed or applied twice', async () => {
  const { store, readStore } = open();
  const first = createRunner({ store, readStore, projections: [counting()] });
  first.start();
  await store.append('negotiation-a', 'no-stream', [eventNumber(0), eventNumber(1)]);
  await first.caughtUp();
  const second = createRunner({ store, readStore, projections: [counting()] });
  second.start();
  for (let index = 2; index < 40; index += 1) await store.append('negotiation-a', BigInt(index - 1), [eventNumber(index)]);
  await second.caughtUp();
  await expect(first.ended).rejects.toThrow(RunnerOvertakenError);
  expect(readStore.get('move', 'all', ['everyone'])).toMatchObject({ body: { pairs: 20 }, version: 20 });
  await second.stop();
  await first.stop();
  await store.close();
  readStore.close();
});

test('PR-1 LV-3 an event that changes nothing visible leaves no trace in the feed', async () => {
  const { store, readStore } = open();
  const runner = createRunner({ store, readStore, projections: [counting()] });
  runner.start();
  await store.append('negotiation-a', 'no-stream', [eventNumber(0), eventNumber(1)]);
  await runner.caughtUp();
  const { seq } = readStore.feed();
  await store.append('negotiation-a', 1n, [eventNumber(2)]);
  await runner.caughtUp();
  expect(readStore.feed().seq).toBe(seq);
  await runner.stop();
  await store.close();
  readStore.close();
});

test('LV-7 a member’s command is told as through once, behind all that it changed', async () => {
  const { store, readStore } = open();
  const runner = createRunner({ store, readStore, projections: [counting()] });
  runner.start();
  const member = '22222222-2222-4222-8222-222222222222';
  const own = eventNumber(1, member);
  const two = [own, { ...eventNumber(2, member), metadata: own.metadata }];
  await store.append('negotiation-a', 'no-stream', [eventNumber(0)]);
  await runner.caughtUp();
  await store.append('negotiation-a', 0n, two);
  await runner.caughtUp();
  expect(readStore.changes(0, 10)?.map(({ op }) => op)).toEqual(['put', 'through']);
  await runner.stop();
  await store.close();
  readStore.close();
});

test('PR-3.1 LV-4 a changed projection is folded anew under a new epoch; versions and documents come out as from the beginning', async () => {
  const { store, readStore } = open();
  await store.append(
    'negotiation-a',
    'no-stream',
    [0, 1, 2, 3, 4].map((index) => eventNumber(index)),
  );
  const before = createRunner({ store, readStore, projections: [counting(1)] });
  before.start();
  await before.caughtUp();
  const served = readStore.get('move', 'all', ['everyone']);
  const { epoch } = readStore.feed();
  await before.stop();
  const after = createRunner({ store, readStore, projections: [counting(2)] });
  expect(readStore.get('move', 'all', ['everyone'])).toBeUndefined();
  after.start();
  await after.caughtUp();
  expect(readStore.feed().epoch).not.toBe(epoch);
  expect(readStore.get('move', 'all', ['everyone'])).toEqual(served);
  await after.stop();
  await store.close();
  readStore.close();
});

test('PR-2 a damaged or foreign read store is made anew; the log is the truth', async () => {
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(folder, 'read.sqlite'), 'not a database at all, but long enough to be looked at as one'.repeat(20));
  const { store, readStore } = open();
  await store.append('negotiation-a', 'no-stream', [eventNumber(0), eventNumber(1)]);
  const runner = createRunner({ store, readStore, projections: [counting()] });
  runner.start();
  await runner.caughtUp();
  expect(readStore.get('move', 'all', ['everyone'])?.body).toEqual({ pairs: 1 });
  await runner.stop();
  await store.close();
  readStore.close();
});
