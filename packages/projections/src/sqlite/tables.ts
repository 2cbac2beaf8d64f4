import type { DatabaseSync } from 'node:sqlite';

/**
 * Tables of what the folds have made, and of its history. `mark` makes the names of indexes unique: they outlive a change of
 * their table's name.
 * ```
 * series ──< document ──< past        a document as it stands, and its versions before, each from the event at `since` on
 *    │           └─ text ─┘           bodies, once for all readerships that have the very same
 *    ├──< touched                     which documents of a series an event changed
 *    └──< keyframe ──< chunk          the members of a series in their order, at some moments
 * ```
 */
export function documentTables(prefix: string, mark: string): string {
  return `
  CREATE TABLE ${prefix}state (projection TEXT NOT NULL, key TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (projection, key)) STRICT, WITHOUT ROWID;
  -- What is asked for as a whole: all documents of a kind, or of a topic, that one readership may read.
  CREATE TABLE ${prefix}series (
    id INTEGER PRIMARY KEY, what TEXT NOT NULL, name TEXT NOT NULL, audience TEXT NOT NULL, UNIQUE (what, name, audience)
  ) STRICT;
  -- Initials are those of the body's text for search.
  CREATE TABLE ${prefix}text (id INTEGER PRIMARY KEY, body TEXT NOT NULL, initials TEXT) STRICT;
  -- A removed document stays as a tombstone that is not there and has no text: its version must go on rising.
  CREATE TABLE ${prefix}document (
    id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, topic INTEGER NOT NULL, sort TEXT NOT NULL,
    version INTEGER NOT NULL, since INTEGER NOT NULL, there INTEGER NOT NULL, text INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX by_key_${mark} ON ${prefix}document (kind, key);
  CREATE INDEX by_kind_${mark} ON ${prefix}document (kind, sort DESC, key) WHERE there = 1;
  CREATE INDEX by_topic_${mark} ON ${prefix}document (topic, sort DESC, key) WHERE there = 1;
  CREATE TABLE ${prefix}past (
    document INTEGER NOT NULL, since INTEGER NOT NULL, version INTEGER NOT NULL, topic INTEGER NOT NULL, sort TEXT NOT NULL, text INTEGER,
    PRIMARY KEY (document, since)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ${prefix}touched (
    series INTEGER NOT NULL, position INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (series, position, document)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ${prefix}keyframe (
    series INTEGER NOT NULL, position INTEGER NOT NULL, chunks TEXT NOT NULL, PRIMARY KEY (series, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ${prefix}chunk (id INTEGER PRIMARY KEY, documents TEXT NOT NULL) STRICT;
  -- The last position at which the running maximum of recordedAt was that instant.
  CREATE TABLE ${prefix}moment (at TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX by_position_${mark} ON ${prefix}moment (position);
`;
}

export const tableNames = ['state', 'series', 'text', 'document', 'past', 'touched', 'keyframe', 'chunk', 'moment'] as const;

const BESIDE = 'beside_';

/** How the tables of one rebuild are named. */
export const besidePrefix = (mark: string) => `${BESIDE}${mark}_`;

export function besideTables(db: DatabaseSync): readonly string[] {
  const found = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, ?) = ?").all(BESIDE.length, BESIDE);
  return found.map(({ name }) => String(name));
}
