import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EventStoreError } from '../port.ts';
import { storeError } from './errors.ts';
import { createSchema } from './schema.ts';

/** One name for one file, so that a link to the store finds the same lock. The folder must exist. */
export function trueName(path: string): string {
  try {
    return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
  } catch (cause) {
    throw new EventStoreError('STORE_FAILED', { problem: 'no-folder', path }, cause);
  }
}

/** A new store is made aside and renamed when it is whole and on the disk: whatever is found at `path` is complete. */
export function createFile(path: string, ledgerCategories: readonly string[]): void {
  const aside = `${path}.creating`;
  try {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(aside + suffix, { force: true });
    // Negotiations are confidential: readable by the owner alone. SQLite gives its companions the same mode.
    closeSync(openSync(aside, 'wx', 0o600));
    const db = new DatabaseSync(aside);
    try {
      createSchema(db, ledgerCategories);
      db.exec('PRAGMA journal_mode = WAL');
    } finally {
      db.close();
    }
    renameSync(aside, path);
    syncFolder(dirname(path));
  } catch (cause) {
    throw isFull(cause) ? new EventStoreError('STORE_FULL', {}, cause) : storeError(cause);
  }
}

/**
 * `synchronous = FULL`: a commit is on the disk when it is reported. No busy time-out: the writer is alone and in WAL mode
 * readers do not hold it up, so waiting would only freeze the process for a stranger's sake. Checkpoints are ours, since
 * the automatic ones swallow their errors.
 */
export function openForWriting(path: string, maxPages?: number): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 0, readBigInts: true, defensive: true, enableForeignKeyConstraints: true });
  const ceiling = maxPages === undefined ? '' : `; PRAGMA max_page_count = ${maxPages}`;
  return configure(db, `PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864${ceiling}`);
}

/** A reader may meet the moment when a writer recovers or closes the log: it waits up to a second. */
export function openForReading(path: string): DatabaseSync {
  return configure(new DatabaseSync(path, { readOnly: true, timeout: 1_000, readBigInts: true, defensive: true }), '');
}

function configure(db: DatabaseSync, own: string): DatabaseSync {
  try {
    db.exec(`PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; ${own}`);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function isFull(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
}
