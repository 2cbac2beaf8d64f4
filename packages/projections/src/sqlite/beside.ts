import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Beside } from '../read-store.ts';
import { differencesBetween } from './differences.ts';
import { besidePrefix, documentTables, tableNames } from './tables.ts';
import { openWriter } from './writer.ts';

interface Parts {
  readonly db: DatabaseSync;
  transaction(work: () => void): void;
  /** Runs `replace` in the transaction in which the served documents give way. */
  swapped(fence: number, at: bigint | undefined, replace: () => void): void;
}

/**
 * A second set of tables in the same file. It takes the others' place by its name, so that the change costs no copying and
 * a crash leaves one set or the other.
 */
export function openBeside({ db, transaction, swapped }: Parts): Beside {
  const mark = randomUUID().slice(0, 8);
  const prefix = besidePrefix(mark);
  transaction(() => db.exec(documentTables(prefix, mark)));
  const writer = openWriter(db, prefix);
  let open = true;

  return {
    state: writer.state,
    write({ states, changes, moments }) {
      transaction(() => {
        for (const { projection, key, state } of states) writer.putState(projection, key, state);
        writer.write(changes);
        writer.moments(moments);
      });
    },
    differences: (limit) => differencesBetween(db, '', prefix, limit),
    swap(fence, at) {
      swapped(fence, at, () => {
        for (const table of tableNames) db.exec(`DROP TABLE ${table}; ALTER TABLE ${prefix}${table} RENAME TO ${table}`);
      });
      open = false;
    },
    drop() {
      if (open) transaction(() => db.exec(tableNames.map((table) => `DROP TABLE ${prefix}${table}`).join(';')));
      open = false;
    },
  };
}
