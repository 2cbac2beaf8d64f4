import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { EventStoreError } from '../../port.ts';
import { openNames } from '../read/names.ts';
import { columns, integer, prepareRows, sound } from '../read/rows.ts';
import { storeError } from './errors.ts';
import { openForReading, openUntouched } from './files.ts';
import { hasSchema, SCHEMA_VERSION } from './schema.ts';

/** So many of the last events are read. */
const LAST = 32;

/**
 * What is asked of every file before it is used, in a time that does not grow with it: tables and guards are those of its
 * version, nothing of it is cut off, the last events can be read and are as they were written. Asked by a connection that
 * cannot write, which leaves the log beside a damaged file as it is; the last writer to close would carry it over.
 * @returns the version of the file
 * @throws EventStoreError STORE_FAILED, STORE_NEWER
 */
export function inspect(path: string, further: (db: DatabaseSync) => void = () => {}): number {
  const quiet = !existsSync(`${path}-wal`) || statSync(`${path}-wal`).size === 0;
  let db: DatabaseSync | undefined;
  try {
    db = quiet ? openUntouched(path) : openForReading(path);
    const version = checkAtOpening(db, path);
    further(db);
    return version;
  } catch (cause) {
    throw storeError(cause);
  } finally {
    db?.close();
  }
}

/** The same on a connection that there is. */
export function checkAtOpening(db: DatabaseSync, path: string): number {
  const version = integer(prepareRows(db, 'PRAGMA user_version').first()?.[0]);
  if (version > SCHEMA_VERSION) throw new EventStoreError('STORE_NEWER', { path, version: String(version), known: String(SCHEMA_VERSION) });
  if (!hasSchema(db, version)) throw new EventStoreError('STORE_FAILED', { problem: 'schema' });
  checkLength(db, path);
  if (version === SCHEMA_VERSION) readLast(db);
  return version;
}

/** What the file lacks must stand in the log beside it: otherwise it was cut off. */
function checkLength(db: DatabaseSync, path: string): void {
  const pages = integer(prepareRows(db, 'PRAGMA page_count').first()?.[0]);
  const pageSize = integer(prepareRows(db, 'PRAGMA page_size').first()?.[0]);
  const missing = pages * pageSize - statSync(path).size;
  const log = existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0;
  if (missing > log) throw new EventStoreError('STORE_FAILED', { problem: 'truncated' });
}

function readLast(db: DatabaseSync): void {
  const names = openNames(db);
  for (const row of prepareRows(db, `SELECT ${columns} FROM events e ORDER BY e.position DESC LIMIT ?`).all(LAST)) names(sound(row).stream);
}
