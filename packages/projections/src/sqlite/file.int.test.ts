import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { inFolder } from '../testing/folder.fixtures.ts';
import { openSqliteReadStore } from './index.ts';

/** What was told while the file was opened, and whether it begins from nothing. */
function opened(path: string) {
  const told: unknown[] = [];
  const readStore = openSqliteReadStore({ path, log: { warn: (about) => told.push(about) } });
  const { position } = readStore.takeOver([{ name: 'p', version: 1 }]);
  const { epoch } = readStore.feed();
  readStore.close();
  return { told, position, epoch };
}

test('PJ-6 a file that is damaged, foreign, older or newer is made anew, and that is told; ours is kept and nothing is told', async () => {
  await inFolder((inside) => {
    const own = inside('own.sqlite');
    const { epoch, told } = opened(own);
    expect(told).toEqual([]);
    expect(opened(own)).toEqual({ told: [], position: undefined, epoch });

    const cases: Record<string, (path: string) => void> = {
      text: (path) => writeFileSync(path, 'not a database at all, but long enough to be looked at as one'.repeat(20)),
      empty: (path) => writeFileSync(path, ''),
      another: (path) => exec(path, 'CREATE TABLE document (a TEXT); PRAGMA user_version = 3'),
      newer: (path) => {
        copyFileSync(own, path);
        exec(path, 'PRAGMA user_version = 999');
      },
      damaged: (path) => {
        const bytes = readFileSync(own);
        bytes.fill(0xff, 4_096, bytes.length);
        writeFileSync(path, bytes);
      },
    };
    for (const [name, make] of Object.entries(cases)) {
      const path = inside(`${name}.sqlite`);
      make(path);
      const first = opened(path);
      expect(first.told, name).toMatchObject([{ path }]);
      expect(first.epoch, name).not.toBe(epoch);
      expect(opened(path), name).toEqual({ told: [], position: undefined, epoch: first.epoch });
    }
  });
});

function exec(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}
