import { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '@lianyu/event-store';

/**
 * SQLite without us: the tables and indexes of a store as they stand in its file, none of its guards, the same durability.
 * What is inserted is taken as it comes: nothing is checked, compared or made canonical.
 */
export function openBare(path: string, like: string): { append(stream: string, events: readonly NewEvent[]): void; close(): void } {
  const model = new DatabaseSync(like, { readOnly: true });
  const statements = model
    .prepare("SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND name NOT LIKE 'sqlite_%' AND sql IS NOT NULL")
    .all();
  model.close();
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
  for (const { sql } of statements) db.exec(String(sql));
  const insertStream = db.prepare('INSERT INTO streams (name, category) VALUES (?, ?) RETURNING id');
  const insert = db.prepare(
    'INSERT INTO events (stream, revision, id, type, is_json, data, metadata, stored_at, crc) VALUES (?, ?, ?, ?, 1, ?, ?, ?, 0)',
  );
  const known = new Map<string, { id: number; next: number }>();
  return {
    append(stream, events) {
      db.exec('BEGIN IMMEDIATE');
      const standing = known.get(stream) ?? { id: Number(insertStream.get(stream, 'negotiation')?.['id']), next: 0 };
      known.set(stream, standing);
      const storedAt = Date.now();
      for (const { id, type, data, metadata } of events) {
        const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
        insert.run(standing.id, standing.next, bytes, type, JSON.stringify(data), JSON.stringify(metadata), storedAt);
        standing.next += 1;
      }
      db.exec('COMMIT');
    },
    close: () => db.close(),
  };
}
