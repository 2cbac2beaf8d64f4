import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { event, wholeLog } from '../../contract-suite/harness.ts';
import { openSqliteStore } from '../index.ts';
import { startChild } from '../testing/child.ts';
import { inFolder } from '../testing/folder.ts';
import { snapshot } from '../testing/snapshot.ts';

const ledgerCategories = ['negotiation'];

test('ES-33 ER-2 in a directory that is read-only no store is opened or made, that is said, and nothing is touched', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data');
    mkdirSync(data);
    const there = join(data, 'events.sqlite');
    const store = openSqliteStore({ path: there, ledgerCategories });
    await store.append('negotiation-1', 'no-stream', [event(1)]);
    await store.close();
    const before = snapshot(data);
    for (const name of Object.keys(before)) chmodSync(join(data, name), 0o644);
    chmodSync(data, 0o555);
    chmodSync(folder, 0o755);
    const absent = join(data, 'new.sqlite');
    const child = startChild('./read-only.ts', [there, absent]);
    const told: unknown[] = [];
    for await (const line of child.lines) told.push(JSON.parse(line));
    expect(await child.exited).toBe(0);
    expect(told).toEqual([
      { writing: { code: 'STORE_READ_ONLY', data: { path: data } }, reading: 'STORE_READ_ONLY' },
      { writing: { code: 'STORE_READ_ONLY', data: { path: data } }, reading: 'STORE_FOREIGN' },
    ]);
    expect(snapshot(data)).toEqual(before);
    chmodSync(data, 0o755);
    const again = openSqliteStore({ path: there, ledgerCategories });
    expect(await wholeLog(again)).toHaveLength(1);
    await again.close();
  });
});
