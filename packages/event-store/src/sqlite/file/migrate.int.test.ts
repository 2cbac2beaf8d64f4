import { copyFileSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { event, eventsFrom, wholeLog } from '../../contract-suite/harness.ts';
import { openSqliteReader, openSqliteStore } from '../index.ts';
import { startChild } from '../testing/child.ts';
import { inFolder } from '../testing/folder.ts';
import { overwrite } from '../testing/overwrite.ts';
import { snapshot } from '../testing/snapshot.ts';
import { thrown } from '../testing/thrown.ts';
import { fillVersion1 } from '../testing/version-1.ts';

/** A file as version 1 left it: 65 events in five streams, written by that version itself. */
const committed = fileURLToPath(new URL('../testing/version-1.sqlite', import.meta.url));
const ledgerCategories = ['agreement', 'clearance', 'negotiation'];

function sqlite(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

/** Everything of each event, as it stands in the old tables. */
function eventsOfVersion1(path: string) {
  const db = new DatabaseSync(path, { readOnly: true, readBigInts: true });
  const rows = db.prepare('SELECT e.*, s.name FROM events e JOIN streams s ON s.id = e.stream ORDER BY position').all();
  db.close();
  const text = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString();
  return rows.map((row) => ({
    stream: row['name'],
    revision: row['revision'],
    position: row['position'],
    id: text(Buffer.from(row['id'] as Uint8Array).toString('hex')),
    type: row['type'],
    data: JSON.parse(text(row['data'])),
    metadata: JSON.parse(text(row['metadata'])),
    storedAt: new Date(Number(row['stored_at'])),
  }));
}

test('ES-23 ES-34 a file of version 1 is migrated when it is opened: every event is where and what it was, and the store goes on', async () => {
  await inFolder(async (_, path) => {
    copyFileSync(committed, path);
    const old = eventsOfVersion1(path);
    expect(old).toHaveLength(65);
    const store = openSqliteStore({ path, ledgerCategories });
    // The new version stands in the header at once: that is what an older release looks at.
    expect(readFileSync(path).readUInt32BE(60)).toBe(2);
    const log = await wholeLog(store);
    expect(log.map((stored) => ({ ...stored, id: stored.id.replaceAll('-', '') }))).toEqual(old);
    expect((await store.readStream('clearance-1-西安')).map(({ revision }) => revision)).toEqual([0n, 1n]);
    expect(await store.append('notes-1', 'any', [log.find(({ stream }) => stream === 'notes-1') ?? event(1)])).toMatchObject({
      outcome: 'idempotent',
    });
    expect(await store.append('negotiation-2', 0n, [event(900)])).toMatchObject({ outcome: 'appended', revision: 1n, position: 66n });
    expect(await store.checkIntegrity()).toEqual([]);
    await store.close();
    const again = openSqliteStore({ path, ledgerCategories });
    expect(await again.head()).toBe(66n);
    await again.close();
  });
});

test('ES-34 a reader does not migrate: it says that the file is older, and leaves it alone', async () => {
  await inFolder(async (folder, path) => {
    copyFileSync(committed, path);
    const before = snapshot(folder);
    expect(thrown(() => openSqliteReader(path))).toEqual({ code: 'STORE_OLDER', data: { path, version: '1', known: '2' } });
    expect(snapshot(folder)).toMatchObject(before);
  });
});

test('ES-24 ES-34 a damaged file of version 1 is refused and stays what it is: damage is given no checksum', async () => {
  const damages: ((path: string) => void)[] = [
    (path) => overwrite(path, '"number":11}', '"number":1x}'),
    (path) => sqlite(path, 'DROP TRIGGER events_never_edited'),
  ];
  for (const damage of damages) {
    await inFolder(async (folder, path) => {
      copyFileSync(committed, path);
      damage(path);
      const before = snapshot(folder);
      expect(thrown(() => openSqliteStore({ path, ledgerCategories }))).toMatchObject({ code: 'STORE_FAILED' });
      expect(snapshot(folder)).toMatchObject(before);
    });
  }
});

test('ES-34 a migration that is killed leaves version 1 or version 2, whole', async () => {
  await inFolder(async (_, path) => {
    fillVersion1(path, 2_000);
    const old = eventsOfVersion1(path).map(({ id, data }) => [id, data]);
    const seen = new Set<number>();
    for (let delay = 0; !seen.has(2); delay = 5 + delay * 2) {
      const child = startChild('./migrator.ts', [path]);
      await child.lines.next();
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.process.kill('SIGKILL');
      await child.exited;
      const db = new DatabaseSync(path, { readOnly: true });
      const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
      db.close();
      seen.add(version);
      if (version === 1) expect(eventsOfVersion1(path).map(({ id, data }) => [id, data])).toEqual(old);
    }
    expect([...seen]).toEqual([1, 2]);
    const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
    expect((await wholeLog(store)).map(({ id, data }) => [id.replaceAll('-', ''), data])).toEqual(old);
    expect(await store.checkIntegrity()).toEqual([]);
    expect(await store.append('negotiation-new', 'no-stream', eventsFrom(90_000, 3))).toMatchObject({ position: 2_003n });
    await store.close();
  });
});

test('ES-28 ES-34 ER-4 without room the migration is refused with STORE_FULL, and the file stays version 1', async () => {
  await inFolder(async (_, path) => {
    fillVersion1(path, 500);
    const old = eventsOfVersion1(path);
    const pages = readFileSync(path).length / 4_096;
    const refused = thrown(() => openSqliteStore({ path, ledgerCategories: ['negotiation'], maxPages: pages + 10 }));
    expect(refused?.code).toBe('STORE_FULL');
    expect(eventsOfVersion1(path)).toEqual(old);
    const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
    expect(await wholeLog(store)).toHaveLength(500);
    await store.close();
  });
});
