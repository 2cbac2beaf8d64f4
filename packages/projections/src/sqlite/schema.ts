import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { besideTables, documentTables, tableNames } from './tables.ts';

/** Where a file that had to be thrown away is told. */
export interface Log {
  warn(about: object, line: string): void;
}

/** Raised when tables change. The file is disposable: another version is thrown away and made anew from the log. */
const SCHEMA = 5;
/** "LYRD": a file with another one is not ours. */
const APPLICATION_ID = 0x4c595244;

const tables = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  -- The last event is kept by its place in its stream: a log that does not hold it there is not the one that was folded.
  CREATE TABLE checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT, event TEXT, stream TEXT, revision TEXT, fence INTEGER NOT NULL
  ) STRICT;
  ${documentTables('', 'first')}
  CREATE TABLE feed (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, op TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, audience TEXT NOT NULL,
    topic TEXT NOT NULL, sort TEXT NOT NULL, version INTEGER NOT NULL, text INTEGER
  ) STRICT;
`;

/** Opens the file, or makes it anew when it is missing, damaged, foreign or of another version. */
export function openFile(path: string, log?: Log): DatabaseSync {
  const kept = existsSync(path) ? tryOpen(path, log) : undefined;
  if (kept) return kept;
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const db = new DatabaseSync(path);
  configure(db);
  db.exec('BEGIN IMMEDIATE');
  db.exec(tables);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA}`);
  db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run('epoch', randomUUID());
  db.exec('INSERT INTO checkpoint (one, fence) VALUES (1, 0)');
  db.exec('COMMIT');
  return db;
}

function tryOpen(path: string, log: Log | undefined): DatabaseSync | undefined {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path);
    const problem = problemOf(db);
    if (problem === undefined) {
      configure(db);
      // Of a rebuild that was cut off.
      for (const table of besideTables(db)) db.exec(`DROP TABLE ${table}`);
      return db;
    }
    log?.warn({ path, problem }, 'the read store is made anew from the log');
  } catch (err) {
    log?.warn({ path, err }, 'the read store is made anew from the log');
  }
  db?.close();
  return undefined;
}

function problemOf(db: DatabaseSync): string | undefined {
  const pragma = (name: string) => db.prepare(`PRAGMA ${name}`).get()?.[name];
  if (pragma('application_id') !== APPLICATION_ID) return 'foreign';
  if (pragma('user_version') !== SCHEMA) return 'another-version';
  return db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok' ? undefined : 'damaged';
}

/** NORMAL may lose the last commits on a power cut, never consistency: what is lost is folded again from the log. */
function configure(db: DatabaseSync): void {
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 8000; PRAGMA busy_timeout = 5000;',
  );
}

export function epochIn(db: DatabaseSync): string {
  return String(db.prepare("SELECT value FROM meta WHERE name = 'epoch'").get()?.['value']);
}

/** Readers notice by it that what they have is no longer continued (LV-4). The feed begins after all that was ever in it. */
export function beginEpoch(db: DatabaseSync): void {
  db.exec('DELETE FROM feed');
  db.prepare("UPDATE meta SET value = ? WHERE name = 'epoch'").run(randomUUID());
}

/** Throws all documents away. */
export function begin(db: DatabaseSync): void {
  for (const table of tableNames) db.exec(`DELETE FROM ${table}`);
  db.exec('UPDATE checkpoint SET position = NULL, event = NULL, stream = NULL, revision = NULL');
  beginEpoch(db);
}
