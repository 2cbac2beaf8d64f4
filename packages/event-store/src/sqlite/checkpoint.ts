import type { DatabaseSync } from 'node:sqlite';
import { EventStoreError } from '../port.ts';
import type { Connection } from './connection.ts';

/** A commit writes a handful of pages besides its payload: this much keeps the write-ahead log in the tens of megabytes. */
const COMMITS = 1_000;
const BYTES = 16_777_216;

/**
 * Carries the write-ahead log over into the file now and then. Without room it is tried again later and the log grows
 * meanwhile; readers beside us are never waited for.
 */
export function carryOver(db: DatabaseSync, { run }: Connection): (bytes: number) => void {
  const statement = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  let commits = 0;
  let written = 0;
  return (bytes) => {
    commits += 1;
    written += bytes;
    if (commits < COMMITS && written < BYTES) return;
    commits = 0;
    written = 0;
    try {
      run(() => statement.get());
    } catch (error) {
      if (!(error instanceof EventStoreError)) throw error;
    }
  };
}
