import { existsSync } from 'node:fs';
import { categoryOf } from '@lianyu/domain/kernel';
import { type EventReader, EventStoreError } from '../port.ts';
import { checkStore } from './care/commands.ts';
import { connect } from './file/connection.ts';
import { storeError } from './file/errors.ts';
import { openForReading, trueName } from './file/files.ts';
import { foreign, refuseForeign } from './file/identity.ts';
import { checkAtOpening } from './file/opening.ts';
import { SCHEMA_VERSION } from './file/schema.ts';
import { openLog } from './read/log.ts';
import { openMetadata } from './read/metadata.ts';
import { openNames } from './read/names.ts';
import { portReading } from './read/port-reading.ts';
import { portShape, prepareRows } from './read/rows.ts';
import { openStandings } from './read/standings.ts';
import { openVisibility } from './read/visible.ts';
import type { SqliteEventStore } from './store.ts';

export type SqliteEventReader = EventReader & Pick<SqliteEventStore, 'checkIntegrity'>;

/**
 * Reads a store, also while another process writes it. Each call sees what was committed when it was made. The folder must
 * be writable for SQLite's shared memory, though nothing of the log is ever written.
 * @throws EventStoreError STORE_FOREIGN, STORE_NEWER, STORE_OLDER, STORE_READ_ONLY, STORE_FAILED
 */
export function openSqliteReader(path: string): SqliteEventReader {
  const file = trueName(path);
  if (!existsSync(file)) throw foreign(file, 'absent');
  refuseForeign(file);
  const db = openForReading(file);
  try {
    const version = checkAtOpening(db, file);
    if (version < SCHEMA_VERSION) throw new EventStoreError('STORE_OLDER', { path: file, version: String(version), known: String(SCHEMA_VERSION) });
    const connection = connect(db, () => {});
    const names = openNames(db);
    const standings = openStandings(db, names);
    const inLedger = prepareRows(db, 'SELECT 1 FROM ledger_categories WHERE category = ?');
    const visibility = openVisibility(db, {
      standings,
      metadata: openMetadata(db, standings),
      isLedger: (stream) => inLedger.first(categoryOf(stream)) !== undefined,
      now: () => new Date(),
    });
    let closed = false;
    return {
      ...portReading(openLog(db, connection, names, portShape), (stream) => connection.run(() => visibility(stream))),
      checkIntegrity: () => checkStore(file),
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
