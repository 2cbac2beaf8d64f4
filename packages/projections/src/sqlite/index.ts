import type { Position } from '@lianyu/event-store';
import { type ProjectedChange, type ReadStore, RunnerOvertakenError, type RunnerStore } from '../read-store.ts';
import { openFeed } from './feed.ts';
import { openQueries } from './queries.ts';
import { begin, openFile } from './schema.ts';

export interface SqliteReadStoreOptions {
  readonly path: string;
  /** How many changes of the feed stay readable (50,000). */
  readonly feedKept?: number;
}

/** The read store on SQLite: documents, fold states, checkpoint and feed in one disposable file. */
export function openSqliteReadStore({ path, feedKept }: SqliteReadStoreOptions): ReadStore & RunnerStore {
  const db = openFile(path);
  const feed = openFeed(db, feedKept);
  const queries = openQueries(db);
  const listeners = new Set<() => void>();
  let epoch = epochIn();

  const put = db.prepare(
    `INSERT INTO document (kind, key, audience, topic, sort, version, body) VALUES (?, ?, ?, ?, ?, 1, ?)
     ON CONFLICT DO UPDATE SET topic = excluded.topic, sort = excluded.sort, version = version + 1, body = excluded.body RETURNING version`,
  );
  const remove = db.prepare(
    'UPDATE document SET version = version + 1, body = NULL WHERE kind = ? AND key = ? AND audience = ? AND body IS NOT NULL RETURNING version',
  );
  const putState = db.prepare('INSERT INTO state (projection, key, state) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state');
  const getState = db.prepare('SELECT state FROM state WHERE projection = ? AND key = ?');
  const checkpoint = db.prepare('SELECT position, fence FROM checkpoint');
  const advance = db.prepare('UPDATE checkpoint SET position = ? WHERE fence = ? AND position IS ?');

  function epochIn(): string {
    return String(db.prepare("SELECT value FROM meta WHERE name = 'epoch'").get()?.['value']);
  }

  function apply(change: ProjectedChange): void {
    if (change.op === 'through') return feed.append(change, 0);
    const { kind, key, audience, topic, sort } = change.document;
    const row = change.op === 'put' ? put.get(kind, key, audience, topic, sort, change.json) : remove.get(kind, key, audience);
    if (row) feed.append(change, Number(row['version']));
  }

  function transaction<Result>(work: () => Result): Result {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      feed.rolledBack();
      throw error;
    }
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
    changes: (after, limit) => feed.after(after, limit),
    feed: at,
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    takeOver(projections) {
      const versions = JSON.stringify(projections.map(({ name, version }) => [name, version]));
      return transaction(() => {
        const known = db.prepare("SELECT value FROM meta WHERE name = 'projections'").get()?.['value'];
        if (known !== versions) {
          begin(db);
          feed.begunAgain();
          epoch = epochIn();
          db.prepare("INSERT INTO meta (name, value) VALUES ('projections', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(versions);
        }
        db.exec('UPDATE checkpoint SET fence = fence + 1');
        const row = checkpoint.get();
        return { fence: Number(row?.['fence']), position: positionFrom(row?.['position']) };
      });
    },
    state(projection, key) {
      const found = getState.get(projection, key)?.['state'];
      return found instanceof Uint8Array ? found : undefined;
    },
    write(fence, before, { position, states, changes }) {
      transaction(() => {
        const moved = advance.run(position.toString(), fence, before === undefined ? null : before.toString());
        if (moved.changes !== 1) throw new RunnerOvertakenError();
        for (const { projection, key, state } of states) putState.run(projection, key, state);
        changes.forEach(apply);
      });
      feed.committed();
      if (changes.length > 0) for (const listener of listeners) listener();
    },
    close: () => db.close(),
  };
}

function positionFrom(text: unknown): Position | undefined {
  return typeof text === 'string' ? (BigInt(text) as Position) : undefined;
}
