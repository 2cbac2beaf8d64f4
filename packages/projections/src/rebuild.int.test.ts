import { DatabaseSync } from 'node:sqlite';
import type { Delivery, Position, StoredEvent } from '@lianyu/event-store';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projections } from './folds/index.ts';
import { compareWithRebuild } from './rebuild.ts';
import { createRunner, type RunnerLog } from './runner.ts';
import { openSqliteReadStore } from './sqlite/index.ts';
import { inFolder } from './testing/folder.fixtures.ts';
import { logOf } from './testing/log.fixtures.ts';
import { someSteps, tell } from './testing/stories.fixtures.ts';

const [steps = []] = fc.sample(someSteps, { numRuns: 1, seed: 7 });
const events = tell(steps).log.events;

/** The same log, told in portions: at the end of each a runner writes what it has. */
function inPortions(log: RunnerLog, sizes: readonly number[]): RunnerLog {
  return {
    ...log,
    async *subscribe(options): AsyncGenerator<Delivery> {
      let [size = 1, ...rest] = sizes;
      for await (const delivery of log.subscribe(options)) {
        yield delivery;
        if (delivery.kind !== 'event') continue;
        size -= 1;
        if (size > 0) continue;
        yield { kind: 'caught-up', position: delivery.event.position };
        [size = 1, ...rest] = rest;
      }
    },
  };
}

async function folded(log: RunnerLog, path = ':memory:') {
  const readStore = openSqliteReadStore({ path });
  const runner = createRunner({ store: log, readStore, projections });
  runner.start();
  await runner.caughtUp();
  return { readStore, runner };
}

test('PR-1 PR-3.1 documents and versions are the same to the byte however the log was cut into transactions', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, fc.array(fc.integer({ min: 1, max: 40 })), async (some, sizes) => {
      const log = logOf(tell(some).log.events);
      const { readStore, runner } = await folded(inPortions(log, sizes));
      const head = await log.head();
      expect(await compareWithRebuild({ store: log, readStore, projections })).toEqual({ position: head, equal: true, differences: [] });
      await runner.stop();
      readStore.close();
    }),
    { numRuns: 15 },
  );
});

test('PR-3.1 the comparison finds what was altered, what is missing and what should not be there', async () => {
  await inFolder(async (inside) => {
    const log = logOf(events);
    const { readStore, runner } = await folded(log, inside('read.sqlite'));
    await runner.stop();
    const db = new DatabaseSync(inside('read.sqlite'));
    const keys = db
      .prepare(
        "SELECT d.id, d.key, d.text FROM document d JOIN series s ON s.id = d.kind WHERE s.name = 'move' AND s.audience = 'organisation:a-zone' ORDER BY d.key LIMIT 3",
      )
      .all();
    const [altered, missing, older] = keys as unknown as [Row, Row, Row];
    const again = Number(
      db.prepare("INSERT INTO text (body) SELECT replace(body, '{', '{ ') FROM text WHERE id = ?").run(altered.text).lastInsertRowid,
    );
    db.prepare('UPDATE document SET text = ? WHERE id = ?').run(again, altered.id);
    db.prepare('DELETE FROM document WHERE id = ?').run(missing.id);
    db.prepare('UPDATE document SET version = 9 WHERE id = ?').run(older.id);
    db.exec("INSERT INTO series (what, name, audience) VALUES ('kind', 'task', 'overview')");
    db.exec("INSERT INTO text (body) VALUES ('{}')");
    db.exec(
      "INSERT INTO document (kind, key, topic, sort, version, since, there, text) SELECT max(id), 'x', max(id), '', 1, 1, 1, (SELECT max(id) FROM text) FROM series",
    );
    db.close();
    const { equal, differences } = await compareWithRebuild({ store: log, readStore, projections });
    expect(equal).toBe(false);
    expect(differences.map(({ kind, key, served, rebuilt }) => [kind, key, served?.version, rebuilt?.version])).toEqual([
      ['move', altered.key, 1, 1],
      ['move', missing.key, undefined, 1],
      ['move', older.key, undefined, 1],
      ['move', older.key, 9, undefined],
      ['task', 'x', 1, undefined],
    ]);
    readStore.close();
  });
});

test('PR-3.2 LV-4 a rebuild mends what was altered, is swapped in under a new epoch, and the feed goes on behind all that it held', async () => {
  await inFolder(async (inside) => {
    const log = logOf(events);
    const { readStore, runner } = await folded(log, inside('read.sqlite'));
    const before = readStore.feed();
    const tampered = new DatabaseSync(inside('read.sqlite'));
    tampered.exec(
      "UPDATE text SET body = '{}' WHERE id IN (SELECT text FROM document WHERE kind IN (SELECT id FROM series WHERE name = 'negotiation'))",
    );
    tampered.close();
    let woken = 0;
    readStore.onCommit(() => {
      woken += 1;
    });
    await runner.rebuild();
    const { equal } = await compareWithRebuild({ store: log, readStore, projections });
    expect(equal).toBe(true);
    const after = readStore.feed();
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.seq).toBe(before.seq);
    expect(readStore.changes(before.seq - 1, 10)).toBeUndefined();
    expect(readStore.changes(after.seq, 10)).toEqual([]);
    expect(woken).toBe(1);
    await runner.stop();
    readStore.close();
    // It is all in the file, and nothing is left of the building of it.
    const again = openSqliteReadStore({ path: inside('read.sqlite') });
    expect(again.feed()).toEqual(after);
    const db = new DatabaseSync(inside('read.sqlite'));
    expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name LIKE 'beside%' OR tbl_name LIKE 'beside%'").get()).toEqual({ n: 0 });
    db.close();
    again.close();
  });
});

test('PR-3.2 PR-2 what is appended while a rebuild is under way is missed neither by the served documents nor by it', async () => {
  const whole = logOf(events);
  const all = await whole.readAll({ limit: 10_000 });
  const half = Math.floor(all.length / 2);
  const log = growing(all, half);
  const { readStore, runner } = await folded(log);
  const rebuilding = runner.rebuild();
  const { epoch } = readStore.feed();
  // Three at each of its pages, until all is there: the rebuild has to chase the runner.
  log.atEachRead(() => log.grow(3));
  await rebuilding;
  expect(readStore.feed().epoch).not.toBe(epoch);
  log.grow(all.length);
  await runner.caughtUp();
  expect(readStore.checkpoint()).toBe(all.at(-1)?.position);
  expect((await compareWithRebuild({ store: whole, readStore, projections })).equal).toBe(true);
  await runner.stop();
  readStore.close();
});

test('PR-3.2 PR-2 a runner that was overtaken swaps nothing in', async () => {
  await inFolder(async (inside) => {
    const { readStore, runner } = await folded(logOf(events), inside('read.sqlite'));
    const other = openSqliteReadStore({ path: inside('read.sqlite') });
    other.takeOver(projections);
    const { epoch } = other.feed();
    await expect(runner.rebuild()).rejects.toThrow('another runner has taken over');
    await runner.stop();
    readStore.close();
    other.close();
    const again = openSqliteReadStore({ path: inside('read.sqlite') });
    expect(again.feed().epoch).toBe(epoch);
    again.close();
  });
});

interface Row {
  readonly id: number;
  readonly key: string;
  readonly text: number;
}

/** A log that grows while it is read. */
function growing(all: readonly StoredEvent[], begin: number) {
  let length = begin;
  let onRead: () => void = () => {};
  let wake = Promise.withResolvers<void>();
  const there = () => all.slice(0, length);
  const log: RunnerLog = {
    head: async () => there().at(-1)?.position,
    readStream: async () => [],
    async readAll({ after = 0n as Position, limit = 1_000 } = {}) {
      onRead();
      return there()
        .filter(({ position }) => position > after)
        .slice(0, limit);
    },
    async *subscribe({ signal } = {}): AsyncGenerator<Delivery> {
      signal?.addEventListener('abort', () => wake.resolve());
      for (let index = 0; !signal?.aborted; ) {
        for (; index < length; index += 1) yield { kind: 'event', event: all[index] as StoredEvent };
        yield { kind: 'caught-up', position: all[index - 1]?.position };
        if (index === length) await wake.promise;
      }
    },
  };
  return {
    ...log,
    grow(by: number): void {
      length = Math.min(all.length, length + by);
      wake.resolve();
      wake = Promise.withResolvers<void>();
    },
    atEachRead(then: () => void): void {
      onRead = then;
    },
  };
}
