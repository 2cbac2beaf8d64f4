import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { EventStoreError } from '../../port.ts';
import { appear } from '../file/files.ts';
import { inspect } from '../file/opening.ts';
import { createSchema, SCHEMA_VERSION } from '../file/schema.ts';
import { integer, prepareRows, text } from '../read/rows.ts';
import { INDEXED_FROM } from '../write/known-ids.ts';
import { refuseDamaged } from './integrity.ts';
import type { Progress } from './progress.ts';

export interface Copying {
  readonly from: string;
  /** Must not exist; appears when it is whole, checked, and on the disk. */
  readonly to: string;
}

/** What came over: events, the last position (0 if there is none), and the size of the new file in bytes. */
export interface Copied {
  readonly events: number;
  readonly through: number;
  readonly bytes: number;
}

/** So many positions are copied at once, and so many bytes: some tens of milliseconds, for which the writer's log waits for us. */
const STRETCH = { first: 64, most: 5_000, bytes: 8_388_608 };

/**
 * Copies a store while it is written, event by event up to what is its end now. Nothing that is stored ever changes, so
 * that this is the log as it was at one moment, although no snapshot is held for as long as the copy takes: the writer's
 * log is carried over meanwhile. The copy is checked in full before it appears.
 * @throws EventStoreError STORE_EXISTS, STORE_OLDER, STORE_FULL, STORE_FAILED {problem: 'damaged', kind, at}
 */
export function copyStore({ from, to }: Copying, progress: Progress): Copied {
  const version = inspect(from);
  if (version < SCHEMA_VERSION) throw new EventStoreError('STORE_OLDER', { path: from, version: String(version), known: String(SCHEMA_VERSION) });
  if (existsSync(to)) throw new EventStoreError('STORE_EXISTS', { path: to });
  const through = appear(to, (aside) => {
    const db = new DatabaseSync(aside);
    try {
      return fill(db, from, progress);
    } finally {
      db.close();
    }
  });
  return { ...through, bytes: statSync(to).size };
}

function fill(db: DatabaseSync, from: string, progress: Progress): Omit<Copied, 'bytes'> {
  // It is brought to the disk as a whole at the end.
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536');
  const source = pathToFileURL(from);
  source.searchParams.set('mode', 'ro');
  db.prepare('ATTACH ? AS source').run(source.href);
  const categories = prepareRows(db, 'SELECT category FROM source.ledger_categories ORDER BY category').all();
  createSchema(
    db,
    categories.map(([category]) => text(category)),
  );
  const through = copyEvents(db, progress);
  copyKnownIds(db);
  db.exec('DETACH source');
  refuseDamaged(db, progress);
  db.exec('PRAGMA journal_mode = WAL');
  return { events: integer(prepareRows(db, 'SELECT count(*) FROM events').first()?.[0]), through };
}

function copyEvents(db: DatabaseSync, progress: Progress): number {
  const end = integer(prepareRows(db, 'SELECT coalesce(max(position), 0) FROM source.events').first()?.[0]);
  const streams = db.prepare(`INSERT INTO main.streams (id, name, category) SELECT id, name, category FROM source.streams
WHERE id IN (SELECT stream FROM source.events WHERE position BETWEEN ? AND ?) AND id NOT IN (SELECT id FROM main.streams)`);
  const columns = 'position, stream, revision, id, type, is_json, data, metadata, stored_at, crc';
  const events = db.prepare(
    `INSERT INTO main.events (${columns}) SELECT ${columns} FROM source.events WHERE position BETWEEN ? AND ? ORDER BY position`,
  );
  const size = prepareRows(db, 'SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()');
  const written = () => integer(size.first()?.[0]);
  let stretch = STRETCH.first;
  for (let done = 0, bytes = written(); done < end; ) {
    const last = Math.min(done + stretch, end);
    db.exec('BEGIN');
    streams.run(done + 1, last);
    events.run(done + 1, last);
    db.exec('COMMIT');
    done = last;
    const grown = written() - bytes;
    bytes += grown;
    // The next are likely to be as large as these were.
    stretch = grown > STRETCH.bytes ? Math.ceil(stretch / 2) : Math.min(stretch * 2, STRETCH.most);
    progress({ phase: 'copying', done, of: end });
  }
  return end;
}

/** Of the streams that have an index, as far as their events came over. */
function copyKnownIds(db: DatabaseSync): void {
  db.exec(`INSERT INTO main.known_ids (stream, id, revision) SELECT stream, id, revision FROM main.events WHERE stream IN
(SELECT k.stream FROM (SELECT DISTINCT stream FROM source.known_ids) k JOIN main.events e ON e.stream = k.stream AND e.revision = ${INDEXED_FROM})`);
}
