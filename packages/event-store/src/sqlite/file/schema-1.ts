/** The tables of version 1, kept for what recognises and migrates its files. Never changed. */
export const statements = [
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
