import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { EventStoreError } from '../../port.ts';
import { storeError } from './errors.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

/**
 * Throws unless the file at `path` is a store that this version knows. Reads the header without locks, journal or any
 * trace on the disk. An empty file is foreign too: a new store appears whole, so an empty one has lost its content.
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

/** "Immutable" lets SQLite read without locking; opening the file ourselves would give up the locks this process holds on it. */
function header(path: string): { application: unknown; version: number } {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(url, { readOnly: true });
    const application = db.prepare('PRAGMA application_id').get()?.application_id;
    return { application, version: Number(db.prepare('PRAGMA user_version').get()?.user_version) };
  } catch (cause) {
    const error = storeError(cause);
    throw error.data.problem === `sqlite-${NOT_A_DATABASE}` ? foreign(path, 'not-a-database', cause) : error;
  } finally {
    db?.close();
  }
}

const NOT_A_DATABASE = 26;
