import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataDirectoryError } from './error.ts';

const NAME = 'lock.sqlite';

export function isLockFile(entry: string): boolean {
  return entry.startsWith(NAME);
}

/**
 * Takes the directory for this process until it is released or the process ends, however it ends: SQLite's exclusive
 * lock is one of the operating system, so that a killed process leaves none behind.
 * @throws DataDirectoryError DIRECTORY_IN_USE, DIRECTORY_UNWRITABLE
 */
export function lockDirectory(directory: string): () => void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(directory, NAME), { timeout: 0 });
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (errcodeOf(error) === 5) throw new DataDirectoryError('DIRECTORY_IN_USE', { directory }, error);
    throw new DataDirectoryError('DIRECTORY_UNWRITABLE', { directory, problem: error instanceof Error ? error.message : String(error) }, error);
  }
  const held = database;
  return () => {
    if (held.isOpen) held.close();
  };
}

/** SQLite's primary result code; 5 is "busy". */
function errcodeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
