import { DatabaseSync } from 'node:sqlite';

/** Stands in the file's header, so that `file(1)` and we tell it from any other SQLite file: "Lian". */
export const APPLICATION_ID = 0x4c69616e;

/**
 * Counted up with every change of the tables. Whatever migrates a file must end with a truncating checkpoint: the version
 * in the main file's header is how an older release knows to keep its hands off.
 */
export const SCHEMA_VERSION = 1;

/**
 * The guards stand in the file and not in our code, so that every connection meets them (EV-5). The one before an insert
 * also keeps revisions without holes and stops `INSERT OR REPLACE`, which deletes without asking the guard of deletion.
 */
const statements = [
  'CREATE TABLE ledger_categories (category TEXT PRIMARY KEY) STRICT, WITHOUT ROWID',
  'CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category TEXT NOT NULL) STRICT',
  `CREATE TABLE events (
  position INTEGER PRIMARY KEY AUTOINCREMENT CHECK (position > 0),
  stream INTEGER NOT NULL REFERENCES streams (id),
  revision INTEGER NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  type TEXT NOT NULL,
  data BLOB NOT NULL,
  metadata BLOB NOT NULL,
  stored_at INTEGER NOT NULL,
  UNIQUE (stream, revision)
) STRICT`,
  'CREATE INDEX events_by_id ON events (id, stream, revision)',
  'CREATE INDEX streams_by_category ON streams (category)',
  `CREATE TRIGGER events_append_only BEFORE INSERT ON events
WHEN NEW.revision <> coalesce((SELECT max(revision) + 1 FROM events WHERE stream = NEW.stream), 0)
  OR EXISTS (SELECT 1 FROM events WHERE position = NEW.position)
BEGIN SELECT raise(ABORT, 'events are appended'); END`,
  `CREATE TRIGGER events_never_edited BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'events are never edited'); END`,
  `CREATE TRIGGER ledger_never_deleted BEFORE DELETE ON events
WHEN EXISTS (SELECT 1 FROM streams JOIN ledger_categories USING (category) WHERE streams.id = OLD.stream)
BEGIN SELECT raise(ABORT, 'the ledger is never deleted'); END`,
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

/** Makes an empty file ours, in one transaction. */
export function createSchema(db: DatabaseSync, ledgerCategories: readonly string[]): void {
  db.exec('BEGIN IMMEDIATE');
  for (const statement of statements) db.exec(statement);
  const insert = db.prepare('INSERT INTO ledger_categories (category) VALUES (?)');
  for (const category of ledgerCategories) insert.run(category);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
}

/** Whether the tables, indexes and guards are exactly those of this version. */
export function hasSchema(db: DatabaseSync): boolean {
  const model = new DatabaseSync(':memory:');
  try {
    createSchema(model, []);
    return describe(db) === describe(model);
  } finally {
    model.close();
  }
}

function describe(db: DatabaseSync): string {
  const rows = db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name").all();
  return JSON.stringify(rows);
}
