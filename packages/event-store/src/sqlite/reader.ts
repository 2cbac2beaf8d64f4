import { existsSync } from 'node:fs';
import type { EventReader } from '../port.ts';
import { connect } from './connection.ts';
import { storeError } from './errors.ts';
import { openForReading, trueName } from './file.ts';
import { foreign, refuseForeign } from './identity.ts';
import { checkAtOpening, checkWhole } from './integrity.ts';
import { openLog } from './log.ts';
import { readingOf } from './reading.ts';
import type { SqliteEventStore } from './store.ts';

export type SqliteEventReader = EventReader & Pick<SqliteEventStore, 'checkIntegrity'>;

/**
 * Reads a store, also while another process writes it. Each call sees what was committed when it was made. The folder must
 * be writable for SQLite's shared memory, though nothing of the log is ever written.
 * @throws EventStoreError STORE_FOREIGN, STORE_NEWER, STORE_FAILED
 */
export function openSqliteReader(path: string): SqliteEventReader {
  const file = trueName(path);
  if (!existsSync(file)) throw foreign(file, 'absent');
  refuseForeign(file);
  const db = openForReading(file);
  try {
    checkAtOpening(db);
    const connection = connect(db, () => {});
    let closed = false;
    return {
      ...readingOf(openLog(db, connection)),
      checkIntegrity: () => checkWhole(db, connection),
      async close() {
        if (closed) return;
        closed = true;
        connection.close();
      },
    };
  } catch (cause) {
    db.close();
    throw storeError(cause);
  }
}
