import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { categoryOf } from '@lianyu/domain/kernel';
import { checkBatch } from '../input/batch.ts';
import { type EventStore, EventStoreError } from '../port.ts';
import { inWorker } from './care/heavy.ts';
import type { Finding } from './care/integrity.ts';
import { checkCategories, compareCategories, keepCategories, refuseUnknownLedger } from './file/categories.ts';
import { connect } from './file/connection.ts';
import { storeError } from './file/errors.ts';
import { createFile, openForWriting, refuseReadOnly, syncLog, trueName } from './file/files.ts';
import { refuseForeign, refuseOrphan } from './file/identity.ts';
import { holdLock } from './file/lock.ts';
import { migrate } from './file/migrate.ts';
import { inspect } from './file/opening.ts';
import { SCHEMA_VERSION } from './file/schema.ts';
import type { RawStore } from './raw.ts';
import { openRawStore } from './raw-store.ts';
import { watchCommits } from './read/commits.ts';
import { openLog } from './read/log.ts';
import { openMetadata } from './read/metadata.ts';
import { openNames } from './read/names.ts';
import { portLogCursor, portReading, portStreamCursor } from './read/port-reading.ts';
import { portShape, rawShape } from './read/rows.ts';
import { openStandings, rememberStandings } from './read/standings.ts';
import { openSubscriptions, pulling } from './read/subscription.ts';
import { openVisibility, type Visibility } from './read/visible.ts';
import { carryOver, carryOverAll } from './write/carry-over.ts';
import { type Outcome, openCommitQueue } from './write/commit-queue.ts';
import { openKnownIds } from './write/known-ids.ts';
import type { Request } from './write/request.ts';
import { openWriter } from './write/writer.ts';

export interface SqliteStoreOptions {
  /** The file; made if it is not there, in a folder that is. Its companions are `<path>-wal`, `-shm`, `.lock` and, for a moment, `.creating`. */
  readonly path: string;
  /** Kept in the file when it is made; afterwards the same ones, or more of which no stream exists yet. Left out, a file that is there keeps its own. */
  readonly ledgerCategories?: readonly string[];
  /** The clock of `storedAt`. */
  readonly now?: () => Date;
  /** A ceiling for the file in pages of 4 KiB; above it an append is refused with STORE_FULL. */
  readonly maxPages?: number;
}

export interface SqliteEventStore extends EventStore {
  /** The same log at the level of bytes, closed with the store. */
  readonly raw: RawStore;
  /** Everything that is wrong with the file, at most 100 findings; reads all of it, in a thread of its own. */
  checkIntegrity(): Promise<readonly Finding[]>;
}

/**
 * Opens the embedded store for this process alone, for as long as it is open. A file of an older version is migrated.
 * @throws EventStoreError STORE_LOCKED, STORE_FOREIGN, STORE_NEWER, STORE_LEDGER_DIFFERS, STORE_READ_ONLY, STORE_FULL, STORE_FAILED, INPUT_INVALID; the file is then as it was
 */
export function openSqliteStore(options: SqliteStoreOptions): SqliteEventStore {
  const given = options.ledgerCategories && checkCategories(options.ledgerCategories);
  const path = trueName(options.path);
  // Asked before the lock, so that nothing appears beside a file that is not ours.
  if (existsSync(path)) refuseForeign(path);
  else refuseOrphan(path);
  refuseReadOnly(path);
  const lock = holdLock(path);
  let db: DatabaseSync | undefined;
  try {
    if (!existsSync(path)) createFile(path, given ?? refuseUnknownLedger());
    const version = inspect(path, (found) => given && compareCategories(found, given));
    syncLog(path);
    db = openForWriting(path, options.maxPages);
    if (version < SCHEMA_VERSION) migrate(db, version);
    const categories = keepCategories(db, given);
    carryOverAll(db);
    return serve({ db, path, categories, now: options.now ?? (() => new Date()), release: lock.release });
  } catch (cause) {
    db?.close();
    lock.release();
    throw storeError(cause);
  }
}

interface Opened {
  readonly db: DatabaseSync;
  readonly path: string;
  readonly categories: readonly string[];
  readonly now: () => Date;
  readonly release: () => void;
}

function serve({ db, path, categories, now, release }: Opened): SqliteEventStore {
  const ledger = new Set(categories);
  const isLedger = (stream: string) => ledger.has(categoryOf(stream));
  const commits = watchCommits();
  const subscriptions = openSubscriptions();
  const connection = connect(db, commits.happened);
  const names = openNames(db);
  const standings = rememberStandings(openStandings(db, names));
  const metadata = openMetadata(db, standings);
  const look = openVisibility(db, { standings, metadata, isLedger, now });
  const visibility: Visibility = (stream) => connection.run(() => look(stream));
  const log = openLog(db, connection, names, portShape);
  const writer = openWriter(db, { standings, metadata, knownIds: openKnownIds(db), isLedger });
  const carry = carryOver(db, connection, path);
  let closing: Promise<void> | undefined;

  const queue = openCommitQueue((requests) => {
    const outcomes = attempt(() => connection.transaction(() => together(requests)));
    if (outcomes.some((outcome) => 'appended' in outcome && outcome.appended.outcome === 'appended')) {
      commits.happened();
      carry.committed(requests.reduce((sum, { bytes }) => sum + bytes, 0));
    }
    return outcomes;
  });

  function together(requests: readonly Request[]): readonly Outcome[] {
    const storedAt = now();
    return requests.map((request) => refusable(() => ({ appended: writer.write(request, storedAt) })));
  }

  /** What is remembered of a transaction that failed did not happen. */
  function attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      writer.forget();
      throw cause;
    }
  }

  const accepting: typeof queue.add = (request) => {
    if (closing) throw new EventStoreError('STORE_CLOSED');
    return queue.add(request);
  };

  return {
    ...portReading(log, visibility),
    append: async (stream, expected, events) => accepting(checkBatch(stream, expected, events)),
    subscribe: (options = {}) => subscriptions.open(() => pulling(portLogCursor(log, options), commits), options.signal),
    subscribeStream: (stream, options = {}) =>
      subscriptions.open(() => pulling(portStreamCursor(log, visibility, stream, options), commits), options.signal),
    raw: openRawStore({ log: openLog(db, connection, names, rawShape), visibility, isLedger, queue: { add: accepting }, commits, subscriptions }),
    checkIntegrity,
    close: () => (closing ??= close()),
  };

  /** What cannot be read any more fails the store as if it had met it itself. */
  async function checkIntegrity(): Promise<readonly Finding[]> {
    connection.run(() => {});
    try {
      return await inWorker('check', { path });
    } catch (cause) {
      return connection.run(() => {
        throw cause;
      });
    }
  }

  async function close(): Promise<void> {
    queue.flush();
    subscriptions.end();
    await carry.stop();
    connection.close();
    release();
  }
}

/** A refusal concerns one request, and was made before it had written anything; anything else concerns the transaction. */
function refusable(attempt: () => Outcome): Outcome {
  try {
    return attempt();
  } catch (cause) {
    if (cause instanceof EventStoreError && !cause.code.startsWith('STORE_')) return { refused: cause };
    throw cause;
  }
}
