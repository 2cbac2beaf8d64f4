import type { DatabaseSync } from 'node:sqlite';
import { EventStoreError } from '../../port.ts';
import { checksum, prepareRows, toUuid } from '../read/rows.ts';
import { SCHEMA_VERSION, statementsOf } from './schema.ts';

/** From each version to the next. */
const steps: Readonly<Record<number, (db: DatabaseSync) => void>> = { 1: fromVersion1 };

/**
 * Brings a file to this version in one transaction: whatever happens on the way, it is of the old version or of the new
 * one, whole. Every event keeps its position, revision, id, time and content. The room of the old tables stays in the file
 * and is used up by later events.
 * @throws EventStoreError STORE_FULL, STORE_FAILED
 */
export function migrate(db: DatabaseSync, from: number): void {
  // A table that is dropped would otherwise be searched for rows that others refer to.
  db.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE');
  try {
    for (let version = from; version < SCHEMA_VERSION; version += 1) steps[version]?.(db);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT; PRAGMA foreign_keys = ON`);
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw cause;
  }
}

/** JSON becomes text; the kind of content and a checksum are added; ids are indexed by stream and on demand. */
function fromVersion1(db: DatabaseSync): void {
  for (const [name] of prepareRows(db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) db.exec(`DROP TRIGGER ${name}`);
  db.exec('DROP INDEX events_by_id; ALTER TABLE events RENAME TO events_1');
  const there = new Set(
    prepareRows(db, 'SELECT sql FROM sqlite_schema')
      .all()
      .map(([sql]) => sql),
  );
  for (const statement of statementsOf(2)) if (!there.has(statement)) db.exec(statement);
  db.function('checksum_of', { deterministic: true }, (position, stream, revision, id, type, storedAt, data, metadata) => {
    const place = { position: Number(position), stream: Number(stream), revision: Number(revision) };
    const content = { isJson: true, data: json(data, position), metadata: json(metadata, position) };
    return checksum({ ...place, ...content, id: toUuid(String(id)), type: String(type), storedAt: Number(storedAt) });
  });
  db.exec(`INSERT INTO events (position, stream, revision, id, type, is_json, data, metadata, stored_at, crc)
SELECT position, stream, revision, id, type, 1, CAST(data AS TEXT), CAST(metadata AS TEXT), stored_at,
  checksum_of(position, stream, revision, lower(hex(id)), type, stored_at, data, metadata)
FROM events_1 ORDER BY position`);
  db.exec('DROP TABLE events_1');
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What is damaged must not be given a checksum that says it is sound. */
function json(stored: unknown, position: unknown): string {
  try {
    if (!(stored instanceof Uint8Array)) throw new TypeError('not bytes');
    const text = utf8.decode(stored);
    JSON.parse(text);
    return text;
  } catch (cause) {
    throw new EventStoreError('STORE_FAILED', { problem: 'not-json', position: String(position) }, cause);
  }
}
