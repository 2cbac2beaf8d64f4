import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import type { Mode } from '../config/index.ts';
import { DataDirectoryError } from './error.ts';
import { isLockFile, lockDirectory } from './lock.ts';
import { type Marker, readMarker, writeMarker } from './marker.ts';

export interface ClaimedDirectory {
  readonly path: string;
  readonly marker: Marker;
  /** True when nothing was there before. */
  readonly fresh: boolean;
  /** Gives it free for another process. Everything in it must be closed. */
  release(): void;
}

/**
 * Makes the directory (0700) or finds it ours, and keeps every other process out of it until `release`. What is not
 * ours is left as it was found.
 * @throws DataDirectoryError
 */
export function claimDataDirectory(directory: string, mode: Mode, now = Date.now()): ClaimedDirectory {
  make(directory);
  checkMode(directory, mode, readMarker(directory, isLockFile));
  const release = lockDirectory(directory);
  try {
    // Again under the lock: another process may have begun the directory in between.
    const found = checkMode(directory, mode, readMarker(directory, isLockFile));
    if (found !== undefined) return { path: directory, marker: found, fresh: false, release };
    return { path: directory, marker: begin(directory, mode, now), fresh: true, release };
  } catch (error) {
    release();
    throw error;
  }
}

function make(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (!statSync(directory).isDirectory()) throw new DataDirectoryError('DIRECTORY_NOT_A_DIRECTORY', { directory });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof DataDirectoryError) throw error;
    if (codeOf(error) === 'EEXIST') throw new DataDirectoryError('DIRECTORY_NOT_A_DIRECTORY', { directory }, error);
    throw new DataDirectoryError('DIRECTORY_UNWRITABLE', { directory, problem: codeOf(error) }, error);
  }
}

/** Demonstration data never becomes real by leaving out a flag, nor the other way round. */
function checkMode(directory: string, asked: Mode, found: Marker | undefined): Marker | undefined {
  if (found !== undefined && found.mode !== asked) throw new DataDirectoryError('DIRECTORY_OTHER_MODE', { directory, mode: found.mode, asked });
  return found;
}

function begin(directory: string, mode: Mode, now: number): Marker {
  try {
    chmodSync(directory, 0o700);
    return writeMarker(directory, mode, now);
  } catch (error) {
    throw new DataDirectoryError('DIRECTORY_UNWRITABLE', { directory, problem: codeOf(error) }, error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
