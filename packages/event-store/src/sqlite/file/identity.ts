import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { EventStoreError } from '../../port.ts';
import { integer, prepareRows } from '../read/rows.ts';
import { storeError } from './errors.ts';
import { openForReading, openUntouched } from './files.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

/**
 * Throws unless the file at `path` is a store that this version knows. The header is read without locks, journal or any
 * trace on the disk, and by SQLite: opening the file ourselves would give up the locks that this process holds on it. An empty file is foreign too: a new store appears whole, so an empty one has lost its content.
 * @throws EventStoreError STORE_FOREIGN, STORE_NEWER
 */
export function refuseForeign(path: string): void {
  const { application, version } = header(path);
  if (application !== APPLICATION_ID) throw foreign(path, 'another-application');
  if (version > SCHEMA_VERSION) throw new EventStoreError('STORE_NEWER', { path, version: String(version), known: String(SCHEMA_VERSION) });
}

/** Throws if the store is gone but its write-ahead log is still there: made anew, the file would swallow the old log. */
export function refuseOrphan(path: string): void {
  if (existsSync(`${path}-wal`)) throw foreign(path, 'log-without-file');
}

export function foreign(path: string, problem: string, cause?: unknown): EventStoreError {
  return new EventStoreError('STORE_FOREIGN', { path, problem }, cause);
}

interface Header {
  readonly application: unknown;
  readonly version: number;
}

function header(path: string): Header {
  try {
    return asked(path, openUntouched);
  } catch (cause) {
    const error = storeError(cause);
    if (error.data.problem === `sqlite-${NOT_A_DATABASE}`) throw foreign(path, 'not-a-database', cause);
    // A writer may be about to carry its log over, and the file be longer in its header than on the disk: then with locks.
    if (error.data.problem === `sqlite-${CORRUPT}` && existsSync(`${path}-wal`)) return asked(path, openForReading);
    throw error;
  }
}

function asked(path: string, open: (path: string) => DatabaseSync): Header {
  const db = open(path);
  try {
    const application = prepareRows(db, 'PRAGMA application_id').first()?.[0];
    return { application, version: integer(prepareRows(db, 'PRAGMA user_version').first()?.[0]) };
  } catch (cause) {
    throw storeError(cause);
  } finally {
    db.close();
  }
}

const CORRUPT = 11;
const NOT_A_DATABASE = 26;
