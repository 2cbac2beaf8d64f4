import type { DatabaseSync } from 'node:sqlite';
import type { ProjectedChange } from '../read-store.ts';
import { initialsOf } from './initials.ts';

/** Tables of documents and of states. `mark` makes the names of indexes unique: they outlive a change of their table's name. */
export function documentTables(prefix: string, mark: string): string {
  return `
  CREATE TABLE ${prefix}state (projection TEXT NOT NULL, key TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (projection, key)) STRICT, WITHOUT ROWID;
  -- Initials are those of the body's text for search. A removed document stays as a tombstone without a body: its version must go on rising.
  CREATE TABLE ${prefix}document (
    kind TEXT NOT NULL, key TEXT NOT NULL, audience TEXT NOT NULL, topic TEXT NOT NULL, sort TEXT NOT NULL,
    version INTEGER NOT NULL, body TEXT, initials TEXT, PRIMARY KEY (audience, kind, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX by_topic_${mark} ON ${prefix}document (topic, audience, sort DESC, key) WHERE body IS NOT NULL;
  CREATE INDEX by_kind_${mark} ON ${prefix}document (kind, audience, sort DESC, key) WHERE body IS NOT NULL;
`;
}

const BESIDE = 'beside_';

function initialsIn(body: unknown): string | null {
  const search = typeof body === 'object' && body !== null && 'search' in body ? body.search : undefined;
  return typeof search === 'string' ? initialsOf(search) : null;
}

/** How the tables of one rebuild are named. */
export const besidePrefix = (mark: string) => `${BESIDE}${mark}_`;

export function besideTables(db: DatabaseSync): readonly string[] {
  const found = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, ?) = ?").all(BESIDE.length, BESIDE);
  return found.map(({ name }) => String(name));
}

/** Writes documents and states into the tables of that prefix. */
export function openTables(db: DatabaseSync, prefix: string) {
  const put = db.prepare(
    `INSERT INTO ${prefix}document (kind, key, audience, topic, sort, version, body, initials) VALUES (?, ?, ?, ?, ?, 1, ?, ?)
     ON CONFLICT DO UPDATE SET topic = excluded.topic, sort = excluded.sort, version = version + 1, body = excluded.body, initials = excluded.initials
     RETURNING version`,
  );
  const remove = db.prepare(
    `UPDATE ${prefix}document SET version = version + 1, body = NULL WHERE kind = ? AND key = ? AND audience = ? AND body IS NOT NULL RETURNING version`,
  );
  const putState = db.prepare(
    `INSERT INTO ${prefix}state (projection, key, state) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state`,
  );
  const getState = db.prepare(`SELECT state FROM ${prefix}state WHERE projection = ? AND key = ?`);

  return {
    /** @returns the document's new version; undefined when there was nothing to remove */
    apply(change: Exclude<ProjectedChange, { op: 'through' }>): number | undefined {
      const { kind, key, audience, topic, sort } = change.document;
      const row =
        change.op === 'put'
          ? put.get(kind, key, audience, topic, sort, change.json, initialsIn(change.document.body))
          : remove.get(kind, key, audience);
      return row && Number(row['version']);
    },
    putState(projection: string, key: string, state: Uint8Array): void {
      putState.run(projection, key, state);
    },
    state(projection: string, key: string): Uint8Array | undefined {
      const found = getState.get(projection, key)?.['state'];
      return found instanceof Uint8Array ? found : undefined;
    },
  };
}
