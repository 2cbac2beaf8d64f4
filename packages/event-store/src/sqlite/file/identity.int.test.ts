import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { event, eventsFrom } from '../../contract-suite/harness.ts';
import { openSqliteReader, openSqliteStore } from '../index.ts';
import { inFolder } from '../testing/folder.ts';
import { overwrite } from '../testing/overwrite.ts';
import { snapshot } from '../testing/snapshot.ts';
import { thrown } from '../testing/thrown.ts';

const ledgerCategories = ['negotiation'];

async function createStore(path: string): Promise<void> {
  const store = openSqliteStore({ path, ledgerCategories });
  await store.append('negotiation-1', 'no-stream', eventsFrom(1, 100));
  await store.close();
}

function sqlite(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

const foreign: [what: string, make: (path: string) => void, problem: string][] = [
  ['a text file', (path) => writeFileSync(path, '共建园区税收分享协议'.repeat(100)), 'not-a-database'],
  ['a file of zeros', (path) => writeFileSync(path, Buffer.alloc(8_192)), 'not-a-database'],
  ['an empty file', (path) => writeFileSync(path, ''), 'another-application'],
  ['a database of another program', (path) => sqlite(path, 'CREATE TABLE events (id); INSERT INTO events VALUES (1)'), 'another-application'],
  ['one in WAL mode', (path) => sqlite(path, 'PRAGMA journal_mode = WAL; PRAGMA application_id = 7; CREATE TABLE t (a)'), 'another-application'],
];

for (const [what, make, problem] of foreign) {
  test(`ES-22 ${what} is refused by the store and the reader and nothing in its folder is touched`, async () => {
    await inFolder(async (folder, path) => {
      make(path);
      const before = snapshot(folder);
      expect(thrown(() => openSqliteStore({ path, ledgerCategories }))).toEqual({ code: 'STORE_FOREIGN', data: { path, problem } });
      expect(thrown(() => openSqliteReader(path))).toEqual({ code: 'STORE_FOREIGN', data: { path, problem } });
      expect(snapshot(folder)).toEqual(before);
    });
  });
}

test('ES-22 a database that another program has open, with a log not carried over yet, is refused untouched', async () => {
  await inFolder(async (folder, path) => {
    const other = new DatabaseSync(path);
    other.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    const before = snapshot(folder);
    expect(Object.keys(before)).toContain('events.sqlite-wal');
    expect(thrown(() => openSqliteStore({ path, ledgerCategories }))).toMatchObject({ code: 'STORE_FOREIGN' });
    expect(snapshot(folder)).toEqual(before);
    other.close();
  });
});

test('ES-23 a store of a newer version is refused untouched', async () => {
  await inFolder(async (folder, path) => {
    await createStore(path);
    sqlite(path, 'PRAGMA user_version = 3');
    const before = snapshot(folder);
    const refused = { code: 'STORE_NEWER', data: { path, version: '3', known: '2' } };
    expect(thrown(() => openSqliteStore({ path, ledgerCategories }))).toEqual(refused);
    expect(thrown(() => openSqliteReader(path))).toEqual(refused);
    expect(snapshot(folder)).toEqual(before);
  });
});

const damages: [what: string, damage: (path: string) => void][] = [
  ['without one of its guards', (path) => sqlite(path, 'DROP TRIGGER events_never_deleted')],
  [
    'with a guard that does nothing',
    (path) => sqlite(path, 'DROP TRIGGER events_never_edited; CREATE TRIGGER events_never_edited BEFORE UPDATE ON events BEGIN SELECT 1; END'),
  ],
  ['with a table more', (path) => sqlite(path, 'CREATE TABLE notes (a)')],
  ['cut in half', (path) => truncateSync(path, Math.floor(statSync(path).size / 8_192) * 4_096)],
  ['that lost its last page', (path) => truncateSync(path, statSync(path).size - 4_096)],
  ['whose last event is no JSON', (path) => overwrite(path, '{"number":100}', '{"number":100]')],
  ['whose last event says something else', (path) => overwrite(path, '{"number":100}', '{"number":900}')],
];

for (const [what, damage] of damages) {
  test(`ES-24 a store ${what} is refused and its file left as it is`, async () => {
    await inFolder(async (folder, path) => {
      await createStore(path);
      damage(path);
      const before = snapshot(folder);
      expect(thrown(() => openSqliteStore({ path, ledgerCategories }))).toMatchObject({ code: 'STORE_FAILED' });
      expect(snapshot(folder)).toEqual(before);
      expect(thrown(() => openSqliteReader(path))).toMatchObject({ code: 'STORE_FAILED' });
      expect(snapshot(folder)).toMatchObject(before);
    });
  });
}

test('ES-25 a new store appears whole: what was left of an unfinished attempt is no hindrance', async () => {
  await inFolder(async (folder, path) => {
    writeFileSync(`${path}.creating`, 'half a file');
    const store = openSqliteStore({ path, ledgerCategories });
    expect(await store.append('negotiation-1', 'no-stream', [event(1)])).toMatchObject({ outcome: 'appended' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await store.close();
    expect(Object.keys(snapshot(folder))).toEqual(['events.sqlite', 'events.sqlite.lock']);
  });
});

test('ES-25 a log whose file is gone, and a folder that is not there, are refused', async () => {
  await inFolder(async (folder, path) => {
    const store = openSqliteStore({ path, ledgerCategories });
    await store.append('negotiation-1', 'no-stream', [event(1)]);
    const log = readFileSync(`${path}-wal`);
    await store.close();
    rmSync(path);
    writeFileSync(`${path}-wal`, log);
    const before = snapshot(folder);
    expect(thrown(() => openSqliteStore({ path, ledgerCategories }))).toEqual({ code: 'STORE_FOREIGN', data: { path, problem: 'log-without-file' } });
    expect(thrown(() => openSqliteReader(path))).toEqual({ code: 'STORE_FOREIGN', data: { path, problem: 'absent' } });
    expect(snapshot(folder)).toEqual(before);
    const nowhere = `${folder}/nowhere/events.sqlite`;
    expect(thrown(() => openSqliteStore({ path: nowhere, ledgerCategories }))).toMatchObject({
      code: 'STORE_FAILED',
      data: { problem: 'no-folder' },
    });
    expect(existsSync(`${folder}/nowhere`)).toBe(false);
  });
});
