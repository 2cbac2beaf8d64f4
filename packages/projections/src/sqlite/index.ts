import type { Position } from '@lianyu/event-store';
import { type ReadStore, RunnerOvertakenError, type RunnerStore } from '../read-store.ts';
import { openAsOf } from './as-of.ts';
import { openBeside } from './beside.ts';
import { openCheckpoint } from './checkpoint.ts';
import { openFeed } from './feed.ts';
import { openHistory } from './history.ts';
import { openQueries } from './queries.ts';
import { begin, beginEpoch, epochIn, type Log, openFile } from './schema.ts';
import { openSeries } from './series.ts';
import { openWriter } from './writer.ts';

export interface SqliteReadStoreOptions {
  readonly path: string;
  /** How many changes of the feed stay readable (50,000). */
  readonly feedKept?: number;
  readonly log?: Log;
}

/** The read store on SQLite: documents, fold states, checkpoint and feed in one disposable file. */
export function openSqliteReadStore({ path, feedKept, log }: SqliteReadStoreOptions): ReadStore & RunnerStore {
  const db = openFile(path, log);
  const feed = openFeed(db, feedKept);
  const series = openSeries(db, '');
  const queries = openQueries(db, series);
  const past = openAsOf(db, series);
  const history = openHistory(db, series, past);
  const writer = openWriter(db, '');
  const checkpoint = openCheckpoint(db);
  const listeners = new Set<() => void>();
  let epoch = epochIn(db);

  function transaction<Result>(work: () => Result): Result {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      feed.rolledBack();
      writer.forget();
      throw error;
    }
  }

  /** After the commit that began a new epoch: until then, what is in memory still holds. */
  function begunAgain(): void {
    epoch = epochIn(db);
    feed.begunAgain();
    for (const one of [series, past, writer]) one.forget();
    tell();
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  const at = () => ({ epoch, seq: feed.head() });
  return {
    topic(topic, audiences, limit) {
      const found = queries.topic(topic, audiences, limit + 1);
      return { documents: found.slice(0, limit), more: found.length > limit, at: at() };
    },
    list: (query) => ({ documents: queries.list(query), at: at() }),
    get: queries.get,
    count: queries.count,
    asOf: past.at,
    momentAt: history.momentAt,
    momentOf: history.momentOf,
    between: history.between,
    versions: history.versions,
    changes: (after, limit) => feed.after(after, limit),
    feed: at,
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    takeOver(projections) {
      const versions = JSON.stringify(projections.map(({ name, version }) => [name, version]));
      const [taken, changed] = transaction(() => {
        const differ = db.prepare("SELECT value FROM meta WHERE name = 'projections'").get()?.['value'] !== versions;
        if (differ) {
          begin(db);
          db.prepare("INSERT INTO meta (name, value) VALUES ('projections', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(versions);
        }
        return [checkpoint.takeOver(), differ];
      });
      if (changed) begunAgain();
      return taken;
    },
    beginAgain(fence) {
      transaction(() => {
        if (!checkpoint.isHeldBy(fence)) throw new RunnerOvertakenError();
        begin(db);
      });
      begunAgain();
    },
    checkpoint: checkpoint.position,
    state: writer.state,
    write(fence, before, { position, last, states, changes, moments }) {
      transaction(() => {
        if (!checkpoint.advance(fence, before, position, last)) throw new RunnerOvertakenError();
        for (const { projection, key, state } of states) writer.putState(projection, key, state);
        writer.write(changes, feed.append);
        writer.moments(moments);
        feed.prune();
      });
      feed.committed();
      if (changes.length > 0) tell();
    },
    beside: () =>
      openBeside({
        db,
        transaction,
        swapped(fence, position, replace) {
          transaction(() => {
            if (!checkpoint.isHeldBy(fence) || checkpoint.position() !== (position as Position | undefined)) throw new RunnerOvertakenError();
            replace();
            beginEpoch(db);
          });
          begunAgain();
        },
      }),
    close: () => db.close(),
  };
}
