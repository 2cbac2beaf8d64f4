import { DatabaseSync } from 'node:sqlite';
import { statements as version1 } from './schema-1.ts';

/** Stands in the file's header, so that `file(1)` and we tell it from any other SQLite file: "Lian". */
export const APPLICATION_ID = 0x4c69616e;

/**
 * Counted up with every change of the tables. Whatever migrates a file must end with a truncating checkpoint: the version
 * in the main file's header is how an older release knows to keep its hands off.
 */
export const SCHEMA_VERSION = 2;

/**
 * JSON is TEXT, anything else a BLOB: the type of a value says which it is. Ids are not indexed for every stream: an index
 * of random ids costs a page of its own for each event, the more the larger the log; `known_ids` holds those of long
 * streams that are appended to with `any` (see `write/known-ids.ts`).
 *
 * The guards stand in the file and not in our code, so that every connection meets them (EV-5). The one before an insert
 * keeps positions and revisions without holes, and with that stops `INSERT OR REPLACE`, which deletes without
 * asking the guard of deletion. Nothing is ever deleted, so that a position cannot be given out twice.
 */
const statements = [
  'CREATE TABLE ledger_categories (category TEXT PRIMARY KEY) STRICT, WITHOUT ROWID',
  'CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category TEXT NOT NULL) STRICT',
  `CREATE TABLE events (
  position INTEGER PRIMARY KEY CHECK (position > 0),
  stream INTEGER NOT NULL REFERENCES streams (id),
  revision INTEGER NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  type TEXT NOT NULL,
  is_json INTEGER NOT NULL CHECK (is_json IN (0, 1)),
  data ANY NOT NULL CHECK (typeof(data) IN ('text', 'blob')),
  metadata ANY NOT NULL CHECK (typeof(metadata) IN ('text', 'blob')),
  stored_at INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  UNIQUE (stream, revision)
) STRICT`,
  `CREATE TABLE known_ids (
  stream INTEGER NOT NULL REFERENCES streams (id),
  id BLOB NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (stream, id, revision)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX streams_by_category ON streams (category)',
  `CREATE TRIGGER events_append_only BEFORE INSERT ON events
WHEN NEW.position <> coalesce((SELECT max(position) + 1 FROM events), 1)
  OR NEW.revision <> coalesce((SELECT max(revision) + 1 FROM events WHERE stream = NEW.stream), 0)
  OR (NEW.type = '$streamDeleted'
    AND EXISTS (SELECT 1 FROM streams JOIN ledger_categories USING (category) WHERE streams.id = NEW.stream))
BEGIN SELECT raise(ABORT, 'events are appended, and the ledger has no end'); END`,
  `CREATE TRIGGER events_never_edited BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'events are never edited'); END`,
  `CREATE TRIGGER events_never_deleted BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'events are never deleted'); END`,
  `CREATE TRIGGER streams_not_replaced BEFORE INSERT ON streams
WHEN EXISTS (SELECT 1 FROM streams WHERE id = NEW.id OR name = NEW.name)
BEGIN SELECT raise(ABORT, 'streams are never replaced'); END`,
  `CREATE TRIGGER streams_never_edited BEFORE UPDATE ON streams
BEGIN SELECT raise(ABORT, 'streams are never edited'); END`,
  `CREATE TRIGGER streams_never_deleted BEFORE DELETE ON streams
BEGIN SELECT raise(ABORT, 'streams are never deleted'); END`,
  `CREATE TRIGGER categories_never_edited BEFORE UPDATE ON ledger_categories
BEGIN SELECT raise(ABORT, 'ledger categories are never edited'); END`,
  `CREATE TRIGGER categories_never_deleted BEFORE DELETE ON ledger_categories
BEGIN SELECT raise(ABORT, 'ledger categories are never deleted'); END`,
];

/** What each version's file is made of, by its number. */
const versions: Readonly<Record<number, readonly string[]>> = { 1: version1, [SCHEMA_VERSION]: statements };

export function statementsOf(version: number): readonly string[] {
  return versions[version] ?? [];
}

/** Makes an empty file ours, in one transaction; an older version for tests of what migrates it. */
export function createSchema(db: DatabaseSync, ledgerCategories: readonly string[], version = SCHEMA_VERSION): void {
  db.exec('BEGIN IMMEDIATE');
  for (const statement of statementsOf(version)) db.exec(statement);
  const insert = db.prepare('INSERT INTO ledger_categories (category) VALUES (?)');
  for (const category of ledgerCategories) insert.run(category);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version}; COMMIT`);
}

/** Whether the tables, indexes and guards are exactly those of the version. */
export function hasSchema(db: DatabaseSync, version = SCHEMA_VERSION): boolean {
  const model = new DatabaseSync(':memory:');
  try {
    createSchema(model, [], version);
    return describe(db) === describe(model);
  } finally {
    model.close();
  }
}

/** SQLite's own tables apart: `sqlite_sequence` stays when the last table that needed it has gone. */
function describe(db: DatabaseSync): string {
  const rows = db
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' AND name <> 'sqlite_sequence' ORDER BY type, name",
    )
    .all();
  return JSON.stringify(rows);
}
