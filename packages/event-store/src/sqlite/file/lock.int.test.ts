import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { event, eventsFrom } from '../../contract-suite/harness.ts';
import { openSqliteReader, openSqliteStore } from '../index.ts';
import { startChild } from '../testing/child.ts';
import { inFolder } from '../testing/folder.ts';
import { thrown } from '../testing/thrown.ts';

const ledgerCategories = ['negotiation'];

test('ES-21 a second process is kept out, readers are not, and a killed holder frees the store', async () => {
  await inFolder(async (_, path) => {
    const holder = startChild('./holder.ts', [path]);
    expect((await holder.lines.next()).value).toBe('"open"');
    expect(thrown(() => openSqliteStore({ path, ledgerCategories }))).toEqual({ code: 'STORE_LOCKED', data: { path } });
    const reader = openSqliteReader(path);
    expect(await reader.readAll()).toHaveLength(1);
    await reader.close();
    holder.process.kill('SIGKILL');
    expect(await holder.exited).toBe('SIGKILL');
    const store = openSqliteStore({ path, ledgerCategories });
    expect(await store.append('negotiation-1', 0n, [event(2)])).toMatchObject({ revision: 1n });
    await store.close();
  });
});

test('ES-21 the same process is kept out too, by any name of the file, and a failed attempt frees nothing', async () => {
  await inFolder(async (folder, path) => {
    const store = openSqliteStore({ path, ledgerCategories });
    const link = join(folder, 'link.sqlite');
    symlinkSync(path, link);
    for (const name of [path, link, join(folder, '.', 'events.sqlite'), path]) {
      expect(thrown(() => openSqliteStore({ path: name, ledgerCategories }))).toEqual({ code: 'STORE_LOCKED', data: { path } });
    }
    const other = startChild('./holder.ts', [path]);
    expect((await other.lines.next()).value).toBe('"STORE_LOCKED"');
    expect(await other.exited).toBe(1);
    await store.close();
    await openSqliteStore({ path: link, ledgerCategories }).close();
  });
});

test('ES-21 a reader beside the writer sees what is committed and can change nothing', async () => {
  await inFolder(async (_, path) => {
    const store = openSqliteStore({ path, ledgerCategories });
    const reader = openSqliteReader(path);
    expect(await reader.head()).toBeUndefined();
    for (let n = 0; n < 10; n += 1) {
      const { position } = await store.append('negotiation-1', 'any', eventsFrom(1 + n * 10, 10));
      expect(await reader.head()).toBe(position);
    }
    expect(await reader.readAll({ limit: 1_000 })).toEqual(await store.readAll({ limit: 1_000 }));
    expect(await reader.readStream('negotiation-1', { direction: 'backwards', limit: 1 })).toMatchObject([{ revision: 99n }]);
    expect(await reader.checkIntegrity()).toEqual([]);
    expect(Object.keys(reader).sort()).toEqual(['checkIntegrity', 'close', 'head', 'readAll', 'readStream']);
    await store.close();
    expect(await reader.readAll({ limit: 1_000 })).toHaveLength(100);
    await reader.close();
  });
});
