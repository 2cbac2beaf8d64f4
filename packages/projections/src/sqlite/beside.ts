import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Beside, Difference, DocumentText } from '../read-store.ts';
import { besidePrefix, documentTables, openTables } from './tables.ts';

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
  const tables = openTables(db, prefix);
  let open = true;

  return {
    state: tables.state,
    write({ states, changes }) {
      transaction(() => {
        for (const { projection, key, state } of states) tables.putState(projection, key, state);
        for (const change of changes) if (change.op !== 'through') tables.apply(change);
      });
    },
    differences(limit) {
      const only = (one: string, other: string) => `SELECT kind, key, audience FROM (SELECT * FROM ${one} EXCEPT SELECT * FROM ${other})`;
      const found = db
        .prepare(`${only('document', `${prefix}document`)} UNION ${only(`${prefix}document`, 'document')} ORDER BY kind, key, audience LIMIT ?`)
        .all(limit);
      const inTable = (table: string) => db.prepare(`SELECT topic, sort, version, body FROM ${table} WHERE kind = ? AND key = ? AND audience = ?`);
      const [served, rebuilt] = [inTable('document'), inTable(`${prefix}document`)];
      return found.map((row): Difference => {
        const [kind, key, audience] = [String(row['kind']), String(row['key']), String(row['audience'])];
        return { kind, key, audience, served: textOf(served.get(kind, key, audience)), rebuilt: textOf(rebuilt.get(kind, key, audience)) };
      });
    },
    swap(fence, at) {
      swapped(fence, at, () => {
        for (const table of ['document', 'state']) db.exec(`DROP TABLE ${table}; ALTER TABLE ${prefix}${table} RENAME TO ${table}`);
      });
      open = false;
    },
    drop() {
      if (open) transaction(() => db.exec(`DROP TABLE ${prefix}document; DROP TABLE ${prefix}state`));
      open = false;
    },
  };
}

function textOf(row: Record<string, unknown> | undefined): DocumentText | undefined {
  if (!row) return undefined;
  const { topic, sort, version, body } = row;
  return { topic: String(topic), sort: String(sort), version: Number(version), json: body === null ? null : String(body) };
}
