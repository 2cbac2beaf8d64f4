import { accessSync, closeSync, constants, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { EventStoreError } from '../../port.ts';
import { isReadOnly, storeError } from './errors.ts';
import { createSchema } from './schema.ts';

/** One name for one file, so that a link to the store finds the same lock. The folder must exist. */
export function trueName(path: string): string {
  try {
    return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
  } catch (cause) {
    throw new EventStoreError('STORE_FAILED', { problem: 'no-folder', path }, cause);
  }
}

/** The log, its index and the lock lie beside the file. @throws EventStoreError STORE_READ_ONLY */
export function refuseReadOnly(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
  } catch (cause) {
    throw storeError(cause);
  }
}

/**
 * A file is made aside and renamed when it is whole and on the disk: whatever is found at `path` is complete. What an
 * attempt leaves behind that was cut off is no hindrance to the next.
 */
export function appear<Result>(path: string, make: (aside: string) => Result): Result {
  const aside = `${path}.creating`;
  const clear = () => {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(aside + suffix, { force: true });
  };
  try {
    clear();
    // Negotiations are confidential: readable by the owner alone. SQLite gives its companions the same mode.
    closeSync(openSync(aside, 'wx', 0o600));
    const made = make(aside);
    sync(aside);
    renameSync(aside, path);
    sync(dirname(path));
    return made;
  } catch (cause) {
    clear();
    throw storeError(cause);
  }
}

export function createFile(path: string, ledgerCategories: readonly string[]): void {
  appear(path, (aside) => {
    const db = new DatabaseSync(aside);
    try {
      createSchema(db, ledgerCategories);
      db.exec('PRAGMA journal_mode = WAL');
    } finally {
      db.close();
    }
  });
}

/**
 * `synchronous = FULL`: a commit is on the disk when it is reported. No busy time-out: the writer is alone and in WAL mode
 * readers do not hold it up, so waiting would only freeze the process for a stranger's sake. Checkpoints are ours, since
 * the automatic ones swallow their errors.
 */
export function openForWriting(path: string, maxPages?: number): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 0, defensive: true, enableForeignKeyConstraints: true });
  const ceiling = maxPages === undefined ? '' : `; PRAGMA max_page_count = ${maxPages}`;
  return configure(db, `PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864${ceiling}`);
}

/**
 * A reader may meet the moment when a writer recovers or closes the log: it waits up to a second.
 * @throws EventStoreError STORE_READ_ONLY where SQLite's shared memory cannot be made; whatever else SQLite throws
 */
export function openForReading(path: string): DatabaseSync {
  try {
    return configure(new DatabaseSync(path, { readOnly: true, timeout: 1_000, defensive: true }), '');
  } catch (cause) {
    throw isReadOnly(cause) ? new EventStoreError('STORE_READ_ONLY', { path }, cause) : cause;
  }
}

/** A file that nobody has open and that has no log beside it: read without locks and without any trace on the disk. */
export function openUntouched(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  return configure(new DatabaseSync(url, { readOnly: true, defensive: true }), '');
}

/** What stands in the log after a crash may not have reached the disk yet: nothing may be told that rests on it before it has. */
export function syncLog(path: string): void {
  if (existsSync(`${path}-wal`)) sync(`${path}-wal`);
}

/** 16 MiB of pages: whoever reads the whole log fills it once and for all, and the operating system keeps the file besides. */
function configure(db: DatabaseSync, own: string): DatabaseSync {
  try {
    db.exec(`PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; ${own}`);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
