import { copyFileSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { event, follow } from '../../contract-suite/harness.ts';
import { openForWriting } from '../file/files.ts';
import { openSqliteStore } from '../index.ts';
import { inFolder } from '../testing/folder.ts';

const ledgerCategories = ['negotiation'];

test('ES-20 the connection that commits waits for the disk, and the file is in WAL mode from its first day', async () => {
  await inFolder(async (_, path) => {
    await openSqliteStore({ path, ledgerCategories }).close();
    const db = openForWriting(path);
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });
});

test('ES-32 the write-ahead log is carried over into the file as it goes, with subscribers and a reader beside', async () => {
  await inFolder(async (_, path) => {
    const store = openSqliteStore({ path, ledgerCategories });
    const reader = new DatabaseSync(path, { readOnly: true });
    const follower = follow(store);
    let largest = 0;
    for (let number = 0; number < 80; number += 1) {
      const { position } = await store.append('negotiation-1', 'any', [event(number, { data: 'x'.repeat(1_000_000) })]);
      expect(reader.prepare('SELECT max(position) AS head FROM events').get()).toEqual({ head: Number(position) });
      largest = Math.max(largest, statSync(`${path}-wal`).size);
    }
    expect(largest).toBeLessThan(32_000_000);
    expect(statSync(path).size).toBeGreaterThan(40_000_000);
    await follower.stop();
    reader.close();
    await store.close();
  });
});

test('ES-20 ES-32 the log grows ahead of what is written; what a crash leaves of it is read up to the last commit', async () => {
  await inFolder(async (folder, path) => {
    const store = openSqliteStore({ path, ledgerCategories });
    for (let number = 0; number < 40; number += 1) await store.append('negotiation-1', 'any', [event(number)]);
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(1_048_576);
    const copy = `${folder}/copy.sqlite`;
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, copy + suffix);
    const after = openSqliteStore({ path: copy, ledgerCategories });
    expect(await after.readAll()).toEqual(await store.readAll());
    expect(await after.append('negotiation-1', 39n, [event(40)])).toMatchObject({ revision: 40n });
    expect(await after.checkIntegrity()).toEqual([]);
    await after.close();
    await store.close();
  });
});

test('ES-20 ES-32 after a clean close the file alone is the whole store', async () => {
  await inFolder(async (_, path) => {
    const store = openSqliteStore({ path, ledgerCategories });
    for (let number = 0; number < 50; number += 1) await store.append('negotiation-1', 'any', [event(number)]);
    const iterator = store.subscribe()[Symbol.asyncIterator]();
    await iterator.next();
    await store.close();
    expect(() => statSync(`${path}-wal`)).toThrow();
    const again = openSqliteStore({ path, ledgerCategories });
    expect(await again.readAll()).toHaveLength(50);
    expect(await again.append('negotiation-1', 49n, [event(50)])).toMatchObject({ revision: 50n, position: 51n });
    await again.close();
  });
});
