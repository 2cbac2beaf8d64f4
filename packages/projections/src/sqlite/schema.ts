import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Raised when tables change. The file is disposable: another version is thrown away and made anew from the log. */
const SCHEMA = 1;

const tables = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT, fence INTEGER NOT NULL) STRICT;
  CREATE TABLE state (projection TEXT NOT NULL, key TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (projection, key)) STRICT, WITHOUT ROWID;
  -- A removed document stays as a tombstone without a body: its version must go on rising.
  CREATE TABLE document (
    kind TEXT NOT NULL, key TEXT NOT NULL, audience TEXT NOT NULL, topic TEXT NOT NULL, sort TEXT NOT NULL,
    version INTEGER NOT NULL, body TEXT, PRIMARY KEY (kind, key, audience)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_by_topic ON document (topic, audience, sort DESC, key) WHERE body IS NOT NULL;
  CREATE INDEX document_by_kind ON document (kind, audience, sort DESC, key) WHERE body IS NOT NULL;
  CREATE TABLE feed (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, op TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, audience TEXT NOT NULL,
    topic TEXT NOT NULL, sort TEXT NOT NULL, version INTEGER NOT NULL, body TEXT
  ) STRICT;
`;

/** Opens the file, or makes it anew when it is missing, damaged or of another version. */
export function openFile(path: string): DatabaseSync {
  const kept = tryOpen(path);
  if (kept) return kept;
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const db = new DatabaseSync(path);
  configure(db);
  db.exec('BEGIN IMMEDIATE');
  db.exec(tables);
  db.exec(`PRAGMA user_version = ${SCHEMA}`);
  db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run('epoch', randomUUID());
  db.exec('INSERT INTO checkpoint (one, position, fence) VALUES (1, NULL, 0)');
  db.exec('COMMIT');
  return db;
}

function tryOpen(path: string): DatabaseSync | undefined {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path);
    configure(db);
    const version = db.prepare('PRAGMA user_version').get()?.['user_version'];
    const whole = version === SCHEMA && db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
    if (whole) return db;
  } catch {
    // Not a database, or a damaged one: it is made anew below.
  }
  db?.close();
  return undefined;
}

/** NORMAL may lose the last commits on a power cut, never consistency: what is lost is folded again from the log. */
function configure(db: DatabaseSync): void {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000; PRAGMA busy_timeout = 5000;');
}

/** Throws all documents away; readers notice by the new epoch (LV-4). */
export function begin(db: DatabaseSync): void {
  db.exec('DELETE FROM document; DELETE FROM state; DELETE FROM feed; UPDATE checkpoint SET position = NULL');
  db.prepare('UPDATE meta SET value = ? WHERE name = ?').run(randomUUID(), 'epoch');
}
