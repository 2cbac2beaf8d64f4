import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { corrupt } from './cipher.ts';
import { keyCheck } from './master-key.ts';
import { APPLICATION_ID, SCHEMA_VERSION, steps } from './schema.ts';
import { VaultError } from './vault.ts';

export type Row = Record<string, unknown>;

/** SQLite with what this vault needs of it. A damaged file is VAULT_CORRUPT; every other error is SQLite's own. */
export interface Database {
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** @returns how many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** All or nothing, and no other process in between. */
  transaction<T>(work: () => T): T;
  /** Leaves nothing of what was overwritten in the log beside the file. */
  scrub(): void;
  close(): void;
}

/**
 * Opens the file, or makes it (0600), with WAL and every commit flushed.
 * @throws VaultError VAULT_NEWER, VAULT_CORRUPT, MASTER_KEY_WRONG
 */
export function openDatabase(path: string, master: Uint8Array): Database {
  closeSync(openSync(path, 'a', 0o600));
  const sqlite = guarded(() => new DatabaseSync(path, { timeout: 5_000 }));
  try {
    const database = wrap(sqlite);
    guarded(() => prepareFile(database, sqlite, master));
    return database;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw corrupt(column);
  return value;
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw corrupt(column);
  return value;
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw corrupt(column);
  return value;
}

function wrap(sqlite: DatabaseSync): Database {
  const statements = new Map<string, StatementSync>();
  let within = false;

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql) ?? sqlite.prepare(sql);
    statements.set(sql, known);
    return known;
  }
  return {
    get: (sql, ...values) => guarded(() => prepared(sql).get(...values)),
    all: (sql, ...values) => guarded(() => prepared(sql).all(...values)),
    run: (sql, ...values) => guarded(() => Number(prepared(sql).run(...values).changes)),
    transaction(work) {
      if (within) return work();
      guarded(() => sqlite.exec('BEGIN IMMEDIATE'));
      within = true;
      try {
        const answer = work();
        guarded(() => sqlite.exec('COMMIT'));
        return answer;
      } catch (error) {
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
        throw error;
      } finally {
        within = false;
      }
    },
    scrub: () => guarded(() => sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)')),
    close: () => {
      if (sqlite.isOpen) sqlite.close();
    },
  };
}

function prepareFile(database: Database, sqlite: DatabaseSync, master: Uint8Array): void {
  sqlite.exec('PRAGMA secure_delete = ON');
  const version = integer(database.get('PRAGMA user_version') ?? {}, 'user_version');
  const application = integer(database.get('PRAGMA application_id') ?? {}, 'application_id');
  const tables = integer(database.get('SELECT count(*) AS tables FROM sqlite_schema') ?? {}, 'tables');
  const ours = application === APPLICATION_ID;
  if (!ours && (tables > 0 || version > 0)) throw corrupt('not a vault');
  if (version > SCHEMA_VERSION) throw new VaultError('VAULT_NEWER', { version: String(version), understood: String(SCHEMA_VERSION) });

  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.transaction(() => {
    // Asked again: two processes may have found the file empty, or of an older version.
    const stands = integer(database.get('PRAGMA user_version') ?? {}, 'user_version');
    if (stands >= SCHEMA_VERSION) return;
    sqlite.exec(`${steps.slice(stands).join('')} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
    if (stands === 0) database.run('INSERT INTO master (id, key_check) VALUES (1, ?)', keyCheck(master));
  });
  if (database.get('PRAGMA quick_check(1)')?.quick_check !== 'ok') throw corrupt('file');
  const kept = bytes(database.get('SELECT key_check FROM master') ?? {}, 'key_check');
  if (!Buffer.from(kept).equals(keyCheck(master))) throw new VaultError('MASTER_KEY_WRONG');
}

/** SQLite's primary codes 11 "malformed" and 26 "not a database". */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
    if (code === 11 || code === 26) throw corrupt('file', error);
    throw error;
  }
}
