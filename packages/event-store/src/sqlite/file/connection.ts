import type { DatabaseSync } from 'node:sqlite';
import { EventStoreError } from '../../port.ts';
import { storeError } from './errors.ts';

/** The one door to the file: every call of the engine passes through `run`. */
export interface Connection {
  /** Refuses when the store is closed or has failed; turns what SQLite throws into the port's errors. */
  run<Result>(work: () => Result): Result;
  /** All of `work` or nothing. */
  transaction<Result>(work: () => Result): Result;
  /** Whoever works on the file elsewhere has met an error that is fatal. */
  fail(error: EventStoreError): void;
  close(): void;
}

/** `failed` is told once, when an error was fatal: from then on every call is refused with that error (ER-4). */
export function connect(db: DatabaseSync, failed: () => void): Connection {
  let refusal: EventStoreError | undefined;

  function fail(error: EventStoreError): void {
    if (refusal) return;
    refusal = error;
    failed();
  }

  function run<Result>(work: () => Result): Result {
    if (refusal) throw refusal;
    try {
      return work();
    } catch (cause) {
      const error = storeError(cause);
      if (error.code === 'STORE_FAILED') fail(error);
      throw error;
    }
  }

  return {
    run,
    transaction: (work) =>
      run(() => {
        db.exec('BEGIN IMMEDIATE');
        try {
          const result = work();
          db.exec('COMMIT');
          return result;
        } catch (cause) {
          // On a full disk SQLite has sometimes rolled back by itself.
          if (db.isTransaction) db.exec('ROLLBACK');
          throw cause;
        }
      }),
    fail,
    close() {
      refusal = new EventStoreError('STORE_CLOSED');
      db.close();
    },
  };
}
