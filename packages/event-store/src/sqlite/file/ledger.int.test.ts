import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { event, eventsFrom, wholeLog } from '../../contract-suite/harness.ts';
import { openSqliteStore, type SqliteEventStore } from '../index.ts';
import { inFolder } from '../testing/folder.ts';
import { thrown } from '../testing/thrown.ts';
import { openForWriting } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'lianyu-ledger-'));
const path = join(folder, 'events.sqlite');
let store: SqliteEventStore;

beforeAll(async () => {
  store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
  await store.append('negotiation-1', 'no-stream', eventsFrom(1, 3));
  await store.append('other-1', 'no-stream', eventsFrom(4, 2));
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The first event once more, somewhere else. */
const forged = (position: string, revision: number, type = 'type') => `INSERT OR REPLACE INTO events
  (position, stream, revision, id, type, is_json, data, metadata, stored_at, crc)
  SELECT ${position}, stream, ${revision}, id, ${type}, is_json, data, metadata, stored_at, crc FROM events WHERE position = 1`;

const attempts: [what: string, sql: string][] = [
  ['editing an event', "UPDATE events SET data = '{}' WHERE position = 1"],
  ['editing an event outside the ledger', "UPDATE events SET type = 'Other' WHERE position = 4"],
  ['moving an event', 'UPDATE events SET position = 99 WHERE position = 3'],
  ['editing by an upsert', `${forged('1', 0).replace('OR REPLACE ', '')} ON CONFLICT DO UPDATE SET type = 'Forged'`],
  ['deleting an event', 'DELETE FROM events WHERE position = 3'],
  ['deleting all events', 'DELETE FROM events'],
  ['replacing an event by its position', forged('1', 3)],
  ['replacing the last event by its position', forged('5', 3)],
  ['replacing an event by its revision', forged('6', 2)],
  ['leaving out a revision', forged('6', 4)],
  ['leaving out a position', forged('7', 3)],
  ['an event without a position', forged('NULL', 3)],
  ['ending a stream of the ledger', forged('6', 3, "'$streamDeleted'")],
  ['renaming a stream', "UPDATE streams SET name = 'negotiation-9' WHERE id = 1"],
  ['moving a stream out of the ledger', "UPDATE streams SET category = 'other' WHERE id = 1"],
  ['deleting a stream', 'DELETE FROM streams WHERE id = 1'],
  ['replacing a stream', "INSERT OR REPLACE INTO streams (id, name, category) VALUES (1, 'other-9', 'other')"],
  ['taking a category off the ledger', "DELETE FROM ledger_categories WHERE category = 'negotiation'"],
  ['renaming a category of the ledger', "UPDATE ledger_categories SET category = 'other'"],
];

// Nothing is changed, so that one store will do for all.
test.each(attempts.map(([what, sql]) => ({ what, sql })))(
  "EV-5 ES-27 $what fails on our own connection and on a stranger's, and changes nothing",
  async ({ sql }) => {
    const before = await wholeLog(store);
    expect(before).toHaveLength(5);
    for (const open of [openForWriting, (name: string) => new DatabaseSync(name, { enableForeignKeyConstraints: false })]) {
      const db = open(path);
      expect(() => db.exec(sql)).toThrow(/are appended|(are|is) never/);
      db.close();
    }
    expect(await wholeLog(store)).toEqual(before);
  },
);

test('EV-5 ES-27 after all attempts the store is sound', async () => {
  expect(await store.checkIntegrity()).toEqual([]);
});

test('EV-5 ES-27 our own connection cannot switch the guards off by rewriting the schema', async () => {
  await inFolder(async (_, path) => {
    await openSqliteStore({ path, ledgerCategories: ['negotiation'] }).close();
    const db = openForWriting(path);
    expect(() => db.exec("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger'")).toThrow();
    db.close();
  });
});

test('EV-5 ES-26 the ledger categories are kept in the file: the same in any order, or more that nothing uses yet', async () => {
  await inFolder(async (_, path) => {
    const open = (...ledgerCategories: string[]) => openSqliteStore({ path, ledgerCategories });
    const differs = (given: string) => ({ code: 'STORE_LEDGER_DIFFERS', data: { kept: 'clearance negotiation', given } });
    const store = open('negotiation', 'clearance');
    await store.append('other-1', 'no-stream', [event(1)]);
    await store.close();
    await open('clearance', 'negotiation', 'clearance').close();
    expect(thrown(() => open('negotiation'))).toEqual(differs('negotiation'));
    expect(thrown(() => open())).toEqual(differs(''));
    expect(thrown(() => open('negotiation', 'clearance', 'other'))).toEqual(differs('clearance negotiation other'));
    await open('negotiation', 'clearance', 'agreement').close();
    expect(thrown(() => open('negotiation', 'clearance'))).toMatchObject({ code: 'STORE_LEDGER_DIFFERS' });
    expect(thrown(() => open('negotiation-1'))).toEqual({ code: 'INPUT_INVALID', data: { field: 'ledgerCategories', problem: 'not-a-category' } });
  });
});

test('EV-5 ES-27 a category that joins the ledger is guarded from then on', async () => {
  await inFolder(async (_, path) => {
    await openSqliteStore({ path, ledgerCategories: ['negotiation'] }).close();
    const store = openSqliteStore({ path, ledgerCategories: ['negotiation', 'agreement'] });
    await store.append('agreement-1', 'no-stream', [event(1)]);
    const db = openForWriting(path);
    expect(() => db.exec('DELETE FROM events')).toThrow();
    db.close();
    await store.close();
  });
});

test('ES-26 opened without naming its ledger, a file keeps its own; a new one is not made without', async () => {
  await inFolder(async (_, path) => {
    expect(thrown(() => openSqliteStore({ path }))).toEqual({ code: 'INPUT_INVALID', data: { field: 'ledgerCategories', problem: 'missing' } });
    expect(existsSync(path)).toBe(false);
    await openSqliteStore({ path, ledgerCategories: ['negotiation'] }).close();
    const store = openSqliteStore({ path });
    await store.append('negotiation-1', 'no-stream', [event(1)]);
    await expect(store.raw.deleteStream('negotiation-1', 'any')).rejects.toMatchObject({ code: 'LEDGER_NOT_DELETED' });
    await store.append('other-1', 'no-stream', [event(2)]);
    await store.raw.deleteStream('other-1', 'any');
    await store.close();
  });
});
