import { DatabaseSync } from 'node:sqlite';
import { EventStoreError } from '../../port.ts';
import { isBusy, storeError } from './errors.ts';

export interface Lock {
  release(): void;
}

/**
 * Keeps out a second writer: an exclusive lock of the operating system on `<path>.lock`, which ends with the process
 * however it ends. SQLite takes it for us, as Node has no call for it. The file stays: deleting a lock file lets two
 * processes hold two files of one name. Nothing in this process may open it otherwise, since closing any descriptor of a
 * file gives up its POSIX locks.
 * @throws EventStoreError STORE_LOCKED {path}
 */
export function holdLock(path: string): Lock {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(`${path}.lock`, { timeout: 0 });
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    db?.close();
    throw isBusy(cause) ? new EventStoreError('STORE_LOCKED', { path }, cause) : storeError(cause);
  }
  const held = db;
  return { release: () => held.close() };
}
