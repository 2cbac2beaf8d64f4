import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { event, eventsFrom } from '../contract-suite/harness.ts';
import { openSqliteReader, openSqliteStore } from './index.ts';
import { inFolder } from './testing/folder.ts';
import { overwrite } from './testing/overwrite.ts';

async function createStore(path: string): Promise<void> {
  const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
  for (let n = 0; n < 20; n += 1) await store.append(`negotiation-${n % 4}`, 'any', eventsFrom(1 + n * 50, 50));
  await store.append('other-1', 'no-stream', eventsFrom(9_000, 3));
  await store.append('negotiation-0', 'any', eventsFrom(9_100, 50));
  await store.close();
}

async function findingsOf(path: string) {
  const reader = openSqliteReader(path);
  try {
    return await reader.checkIntegrity();
  } finally {
    await reader.close();
  }
}

test('ES-31 a sound store has no findings', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    expect(await findingsOf(path)).toEqual([]);
  });
});

test('ES-31 a byte that makes an event unreadable or not canonical is found, however far back', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    overwrite(path, '{"number":10}', '{"number":05}');
    overwrite(path, '{"number":11}', '{ "number":1}');
    expect(await findingsOf(path)).toEqual([
      { kind: 'row', at: '10' },
      { kind: 'row', at: '11' },
    ]);
  });
});

test('ES-31 a page that was overwritten is found or refused, never passed over', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    const sound = readFileSync(path);
    for (let page = 1; page < sound.length / 4_096; page += 1) {
      const bytes = Buffer.from(sound);
      bytes.fill(0xff, page * 4_096, page * 4_096 + 512);
      writeFileSync(path, bytes);
      const outcome = await findingsOf(path).then(
        (findings) => findings.length > 0,
        (error) => error.code === 'STORE_FAILED',
      );
      expect(outcome, `page ${page}`).toBe(true);
    }
  });
});

test('ES-31 a revision that is missing is found', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    const db = new DatabaseSync(path);
    db.exec("DELETE FROM events WHERE stream = (SELECT id FROM streams WHERE name = 'other-1') AND revision = 1");
    const { id } = db.prepare("SELECT id FROM streams WHERE name = 'other-1'").get() ?? {};
    db.close();
    expect(await findingsOf(path)).toEqual([{ kind: 'revisions', at: String(id) }]);
  });
});

test('ES-31 reading a damaged event fails the store instead of leaving the event out', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    overwrite(path, '{"number":10}', '{"number":1x}');
    const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
    await expect(store.readAll()).rejects.toMatchObject({ code: 'STORE_FAILED', data: { problem: 'not-json', position: '10' } });
    await expect(store.append('negotiation-9', 'any', [event(1)])).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await store.close();
  });
});
