import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { EventStoreError } from '../../port.ts';
import type { Connection } from '../file/connection.ts';
import { storeError } from '../file/errors.ts';
import { integer, prepareRows } from '../read/rows.ts';
import type { Told } from './carry-over-worker.ts';
import { openLogRoom } from './log-room.ts';

/** The write-ahead log is carried over when it holds so many pages: 16 MiB. */
const PAGES = 4_096;

/** So few are carried over here and now, by whoever commits: about a millisecond. */
const FEW = 512;

/** How much is committed before the log is measured again: less than there is room for ahead of it. */
const COMMITS = 32;
const BYTES = 262_144;

/** A busy writer adds to the log while it is carried over: so often it is tried to get down to a few pages. */
const ROUNDS = 3;

export interface CarryOver {
  /** To be told of each commit. */
  committed(bytes: number): void;
  /** Resolves when the file is let go of. */
  stop(): Promise<void>;
}

/**
 * Carries the write-ahead log over into the file as it grows, in a thread of its own, since it takes tens of milliseconds
 * and two waits for the disk. The log begins anew only when all of it is carried over at the moment of a commit: that last
 * piece is done here, between two commits. Without room it is tried again later and the log grows meanwhile; readers beside
 * us are never waited for.
 */
export function carryOver(db: DatabaseSync, { run, fail }: Connection, path: string): CarryOver {
  const measure = prepareRows(db, 'PRAGMA wal_checkpoint(NOOP)');
  const carry = prepareRows(db, 'PRAGMA wal_checkpoint(PASSIVE)');
  const room = openLogRoom(path, PAGES + FEW);
  let worker: Worker | undefined;
  let commits = 0;
  let written = 0;
  let rounds = 0;

  /** Pages that stand in the log alone. */
  function left(): number {
    const row = measure.first();
    const pages = integer(row?.[1]);
    room.ahead(pages);
    return pages - integer(row?.[2]);
  }

  function begin(): void {
    rounds += 1;
    if (worker === undefined) {
      worker = new Worker(new URL('./carry-over-worker.ts', import.meta.url), { workerData: path });
      worker.on('message', told);
      worker.on('error', (cause) => told({ failed: { code: 'STORE_FAILED', data: { problem: 'thread' } }, cause }));
      worker.unref();
    }
    worker.postMessage('carry');
  }

  function told({ failed, cause }: Told & { readonly cause?: unknown }): void {
    try {
      if (failed?.code === 'STORE_FAILED') fail(new EventStoreError(failed.code, failed.data, cause));
      else if (failed === undefined && run(left) > FEW && rounds < ROUNDS) return begin();
      else if (failed === undefined) run(() => carry.first());
    } catch (error) {
      if (!(error instanceof EventStoreError)) throw error;
    }
    rounds = 0;
  }

  return {
    committed(bytes) {
      commits += 1;
      written += bytes;
      if (rounds > 0 || (commits < COMMITS && written < BYTES)) return;
      commits = 0;
      written = 0;
      try {
        if (run(left) >= PAGES) begin();
      } catch (error) {
        if (!(error instanceof EventStoreError)) throw error;
      }
    },
    async stop() {
      room.close();
      if (worker === undefined) return;
      const ended = new Promise<void>((resolve) => worker?.once('exit', () => resolve()));
      worker.ref();
      worker.postMessage('stop');
      await ended;
    },
  };
}

/**
 * At opening: what a crash left in the log, and a new version, come to stand in the file itself (ES-23). Without room, or
 * with a reader in the way, the log stays what it is.
 */
export function carryOverAll(db: DatabaseSync): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    if (!['STORE_FULL', 'STORE_LOCKED'].includes(storeError(cause).code)) throw cause;
  }
}
