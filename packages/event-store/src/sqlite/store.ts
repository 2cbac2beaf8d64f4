import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { type Batch, checkBatch } from '../input/batch.ts';
import { type EventStore, EventStoreError } from '../port.ts';
import { checkCategories, keepCategories } from './categories.ts';
import { carryOver } from './checkpoint.ts';
import { type Outcome, openCommitQueue } from './commit-queue.ts';
import { watchCommits } from './commits.ts';
import { connect } from './connection.ts';
import { storeError } from './errors.ts';
import { createFile, openForWriting, trueName } from './file.ts';
import { refuseForeign, refuseOrphan } from './identity.ts';
import { checkAtOpening, checkWhole, type Finding } from './integrity.ts';
import { holdLock } from './lock.ts';
import { openLog } from './log.ts';
import { readingOf } from './reading.ts';
import { openSubscriptions } from './subscription.ts';
import { openWriter } from './writer.ts';

export interface SqliteStoreOptions {
  /** The file; made if it is not there, in a folder that is. Its companions are `<path>-wal`, `-shm`, `.lock` and, for a moment, `.creating`. */
  readonly path: string;
  /** Kept in the file when it is made; afterwards the same ones, or more of which no stream exists yet. */
  readonly ledgerCategories: readonly string[];
  /** The clock of `storedAt`. */
  readonly now?: () => Date;
  /** A ceiling for the file in pages of 4 KiB; above it an append is refused with STORE_FULL. */
  readonly maxPages?: number;
}

export interface SqliteEventStore extends EventStore {
  /** Everything that is wrong with the file (at most 100 findings); reads all of it and holds the process for part of that. */
  checkIntegrity(): Promise<readonly Finding[]>;
}

/**
 * Opens the embedded store for this process alone, for as long as it is open.
 * @throws EventStoreError STORE_LOCKED, STORE_FOREIGN, STORE_NEWER, STORE_LEDGER_DIFFERS, STORE_FULL, STORE_FAILED, INPUT_INVALID; the file is then as it was
 */
export function openSqliteStore(options: SqliteStoreOptions): SqliteEventStore {
  const categories = checkCategories(options.ledgerCategories);
  const path = trueName(options.path);
  // Asked before the lock, so that nothing appears beside a file that is not ours.
  if (existsSync(path)) refuseForeign(path);
  else refuseOrphan(path);
  const lock = holdLock(path);
  let db: DatabaseSync | undefined;
  try {
    if (existsSync(path)) refuseForeign(path);
    else createFile(path, categories);
    db = openForWriting(path, options.maxPages);
    checkAtOpening(db);
    keepCategories(db, categories);
    return serve(db, options.now ?? (() => new Date()), lock.release);
  } catch (cause) {
    db?.close();
    lock.release();
    throw storeError(cause);
  }
}

function serve(db: DatabaseSync, now: () => Date, release: () => void): SqliteEventStore {
  const commits = watchCommits();
  const connection = connect(db, commits.happened);
  const log = openLog(db, connection);
  const write = openWriter(db);
  const carry = carryOver(db, connection);
  const subscriptions = openSubscriptions(log, commits);
  let closed = false;

  const queue = openCommitQueue((batches) => {
    const outcomes = connection.transaction(() => {
      const storedAt = now();
      return batches.map((batch) => refusable(() => ({ appended: write(batch, storedAt) })));
    });
    if (outcomes.some((outcome) => 'appended' in outcome && outcome.appended.outcome === 'appended')) {
      commits.happened();
      carry(sizeOf(batches));
    }
    return outcomes;
  });

  return {
    ...readingOf(log),
    async append(stream, expected, events) {
      if (closed) throw new EventStoreError('STORE_CLOSED');
      return queue.append(checkBatch(stream, expected, events));
    },
    subscribe: (options = {}) => subscriptions.open(options),
    subscribeStream: (stream, options = {}) => subscriptions.stream(stream, options),
    checkIntegrity: () => checkWhole(db, connection),
    async close() {
      if (closed) return;
      closed = true;
      queue.flush();
      subscriptions.end();
      connection.close();
      release();
    },
  };
}

/** A stale expectation concerns one append; anything else concerns the transaction. */
function refusable(attempt: () => Outcome): Outcome {
  try {
    return attempt();
  } catch (cause) {
    if (cause instanceof EventStoreError && cause.code === 'WRONG_EXPECTED_REVISION') return { refused: cause };
    throw cause;
  }
}

function sizeOf(batches: readonly Batch[]): number {
  return batches.reduce((sum, { bytes }) => sum + bytes, 0);
}
