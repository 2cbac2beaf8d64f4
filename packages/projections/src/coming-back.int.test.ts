import { expect, test } from 'vitest';
import { projections } from './folds/index.ts';
import { RunnerOvertakenError } from './read-store.ts';
import { compareWithRebuild } from './rebuild.ts';
import { createRunner } from './runner.ts';
import { openSqliteReadStore } from './sqlite/index.ts';
import { Chronicle } from './testing/chronicle.fixtures.ts';
import { inFolder } from './testing/folder.fixtures.ts';
import { logOf } from './testing/log.fixtures.ts';
import { Secrets } from './testing/secrets.fixtures.ts';
import { zones } from './testing/stories.fixtures.ts';
import { Story } from './testing/story.fixtures.ts';

const silent = { error: () => {}, warn: () => {} };

function chronicleOf(number: number) {
  const log = new Chronicle();
  new Story(log, new Secrets(), number, zones.slice(0, 2)).begin().conclude();
  return log.events;
}

test('PR-2 LV-4 a log that was put back from a backup is noticed, and all documents are made anew from it', async () => {
  await inFolder(async (inside) => {
    const events = chronicleOf(1);
    const readStore = openSqliteReadStore({ path: inside('read.sqlite') });
    const first = createRunner({ store: logOf(events), readStore, projections });
    first.start();
    await first.caughtUp();
    await first.stop();
    const { epoch } = readStore.feed();

    const backup = logOf(events.slice(0, 5));
    const second = createRunner({ store: backup, readStore, projections, log: silent });
    second.start();
    await second.caughtUp();
    expect(readStore.feed().epoch).not.toBe(epoch);
    expect(readStore.checkpoint()).toBe(await backup.head());
    expect((await compareWithRebuild({ store: backup, readStore, projections })).equal).toBe(true);
    await second.stop();
    readStore.close();
  });
});

test('PR-2 another log of the same length is not taken for the one that was folded', async () => {
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const [mine, other] = [chronicleOf(1), chronicleOf(2)];
  expect(other.length).toBe(mine.length);
  for (const events of [mine, other]) {
    const store = logOf(events);
    const runner = createRunner({ store, readStore, projections, log: silent });
    runner.start();
    await runner.caughtUp();
    expect((await compareWithRebuild({ store, readStore, projections })).equal).toBe(true);
    await runner.stop();
  }
  expect(readStore.get('negotiation', `${'1'.padStart(8, '0')}-1111-4111-8111-111111111111`, ['organisation:a-zone'])).toBeUndefined();
  readStore.close();
});

test('PR-2 who comes back to the same log goes on where it stood, with documents, epoch and feed as they were', async () => {
  await inFolder(async (inside) => {
    const events = chronicleOf(1);
    for (const upTo of [7, 7, events.length]) {
      const readStore = openSqliteReadStore({ path: inside('read.sqlite') });
      const before = readStore.feed();
      const store = logOf(events.slice(0, upTo));
      const runner = createRunner({ store, readStore, projections });
      runner.start();
      await runner.caughtUp();
      if (before.seq > 0) expect(readStore.feed().epoch).toBe(before.epoch);
      if (before.seq > 0 && upTo === 7) expect(readStore.feed().seq).toBe(before.seq);
      expect((await compareWithRebuild({ store, readStore, projections })).equal).toBe(true);
      await runner.stop();
      readStore.close();
    }
  });
});

test('PR-2 of two processes with runners on one file the older is refused, and the documents are those of the log', async () => {
  await inFolder(async (inside) => {
    const events = chronicleOf(1);
    const [one, other] = [openSqliteReadStore({ path: inside('read.sqlite') }), openSqliteReadStore({ path: inside('read.sqlite') })];
    const store = logOf(events);
    const older = createRunner({ store, readStore: one, projections });
    const newer = createRunner({ store, readStore: other, projections });
    older.start();
    newer.start();
    await expect(older.ended).rejects.toThrow(RunnerOvertakenError);
    await newer.caughtUp();
    expect((await compareWithRebuild({ store, readStore: other, projections })).equal).toBe(true);
    await Promise.all([older.stop(), newer.stop()]);
    one.close();
    other.close();
  });
});

test('PR-2 ER-4 whoever waits for a runner that has to stop is told why instead of waiting for ever', async () => {
  const [first] = chronicleOf(1);
  if (!first) throw new Error('a chronicle has a beginning');
  const unreadable = { ...first, event: { ...first.event, data: { of: 'a newer version' } } } as unknown as typeof first;
  const store = logOf([unreadable]);
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const runner = createRunner({ store, readStore, projections, log: silent });
  const waiting = runner.caughtUp();
  runner.start();
  await expect(waiting).rejects.toThrow(/ProposalTabled/);
  await expect(runner.ended).rejects.toThrow(/ProposalTabled/);
  await expect(runner.caughtUp()).rejects.toThrow(/ProposalTabled/);
  expect(readStore.checkpoint()).toBeUndefined();
  await runner.stop();
  readStore.close();
});

test('PJ-7 LV-7 a command whose events do not fit into one transaction’s measure is through once, with its last event', async () => {
  const log = new Chronicle();
  const story = new Story(log, new Secrets(), 1, zones.slice(0, 2)).begin();
  for (let index = 0; index < 400; index += 1) story.act('counter', index);
  // All but the first hundred by one command: the log has no opinion on how many events a decider makes.
  const { commandId, actor } = log.events[100]?.metadata ?? {};
  if (commandId === undefined || actor === undefined) throw new Error('a story that long has a hundred events');
  const events = log.events.map((event, index) => (index < 100 ? event : { ...event, metadata: { ...event.metadata, commandId, actor } }));
  expect(events.length).toBeGreaterThan(400);
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const runner = createRunner({ store: logOf(events), readStore, projections });
  runner.start();
  await runner.caughtUp();
  const changes = readStore.changes(0, Number.MAX_SAFE_INTEGER) ?? [];
  expect(changes.filter((change) => change.op === 'through' && change.commandId === commandId)).toHaveLength(1);
  expect(changes.at(-1)).toMatchObject({ op: 'through', commandId });
  await runner.stop();
  readStore.close();
});
