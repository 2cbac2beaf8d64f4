import type { DatabaseSync } from 'node:sqlite';
import { categoryOf } from '@lianyu/domain/kernel';
import { canonicalText } from '../../input/json.ts';
import { EventStoreError } from '../../port.ts';
import { SCHEMA_VERSION } from '../file/schema.ts';
import { openNames } from '../read/names.ts';
import { Column, columns, integer, prepareRows, type Row, sound, text } from '../read/rows.ts';
import type { Progress } from './progress.ts';

/** What is wrong with a file, in words of the engine: for whoever looks after the store, not for users. */
export interface Finding {
  readonly kind: 'page' | 'reference' | 'revisions' | 'positions' | 'stream' | 'known-ids' | 'row';
  readonly at: string;
}

const FINDINGS = 100;
const PAGE = 1_000;

/**
 * Everything: each page, each reference, revisions without holes, each event as it was written and, of the ledger,
 * canonical; of an older version, its pages. Takes as long as reading the whole file. What is asked of the file as a whole holds one snapshot, beside which
 * the log of a writer grows; the events are read page by page.
 */
export function checkWhole(db: DatabaseSync, progress: Progress): readonly Finding[] {
  const broken = pages(db);
  if (broken.length > 0 || version(db) < SCHEMA_VERSION) return broken;
  const findings = [...references(db), ...revisions(db), ...streams(db), ...knownIds(db)];
  const of = integer(prepareRows(db, 'SELECT coalesce(max(position), 0) FROM events').first()?.[0]);
  const next = prepareRows(db, `SELECT ${columns} FROM events e WHERE e.position > ? ORDER BY e.position LIMIT ${PAGE}`);
  const isSound = rowCheck(db);
  for (let after = 0; findings.length < FINDINGS; ) {
    const rows = next.all(after);
    for (const row of rows) {
      const position = integer(row[Column.position]);
      if (position !== after + 1) findings.push({ kind: 'positions', at: String(after) });
      after = position;
      if (!isSound(row)) findings.push({ kind: 'row', at: String(after) });
    }
    progress({ phase: 'checking', done: Math.min(after, of), of });
    if (rows.length < PAGE) break;
  }
  return findings.slice(0, FINDINGS);
}

/** @throws EventStoreError STORE_FAILED {problem: 'damaged', kind, at}: the first finding */
export function refuseDamaged(db: DatabaseSync, progress: Progress): void {
  const [finding] = checkWhole(db, progress);
  if (finding) throw new EventStoreError('STORE_FAILED', { problem: 'damaged', ...finding });
}

function version(db: DatabaseSync): number {
  return integer(prepareRows(db, 'PRAGMA user_version').first()?.[0]);
}

function rowCheck(db: DatabaseSync): (row: Row) => boolean {
  const names = openNames(db);
  const ledger = new Set(
    prepareRows(db, 'SELECT category FROM ledger_categories')
      .all()
      .map(([category]) => text(category)),
  );
  return (row) => {
    try {
      const { stream, data, metadata } = sound(row);
      const isWhole = ledger.has(categoryOf(names(stream))) ? isCanonical : isJson;
      return isWhole(data) && isWhole(metadata);
    } catch (error) {
      if (error instanceof EventStoreError) return false;
      throw error;
    }
  };
}

function isCanonical(content: string | Uint8Array): boolean {
  return typeof content === 'string' && content !== '' && isJson(content) && canonicalText('data', JSON.parse(content)) === content;
}

/** What is a text is JSON; what is not is anything. */
function isJson(content: string | Uint8Array): boolean {
  try {
    if (typeof content === 'string' && content !== '') JSON.parse(content);
    return true;
  } catch {
    return false;
  }
}

function pages(db: DatabaseSync): Finding[] {
  const words = prepareRows(db, `PRAGMA integrity_check(${FINDINGS})`)
    .all()
    .map(([word]) => String(word));
  return words.filter((word) => word !== 'ok').map((word) => ({ kind: 'page', at: word }));
}

function references(db: DatabaseSync): Finding[] {
  const rows = prepareRows(db, 'PRAGMA foreign_key_check').all();
  return rows.slice(0, FINDINGS).map(([table, row]) => ({ kind: 'reference', at: `${table} ${row}` }));
}

function revisions(db: DatabaseSync): Finding[] {
  const broken = prepareRows(db, 'SELECT stream FROM events GROUP BY stream HAVING min(revision) <> 0 OR count(*) <> max(revision) + 1 LIMIT ?');
  return broken.all(FINDINGS).map(([stream]) => ({ kind: 'revisions', at: String(stream) }));
}

/** A stream's category is what the guards of the ledger go by. */
function streams(db: DatabaseSync): Finding[] {
  const found: Finding[] = [];
  for (const [id, name, category] of prepareRows(db, 'SELECT id, name, category FROM streams').iterate()) {
    if (categoryOf(text(name)) !== category && found.length < FINDINGS) found.push({ kind: 'stream', at: String(id) });
  }
  return found;
}

/** A stream's ids are indexed in full or not at all. */
function knownIds(db: DatabaseSync): Finding[] {
  const strays = prepareRows(
    db,
    `SELECT k.stream FROM known_ids k WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = k.stream AND e.revision = k.revision AND e.id = k.id)
UNION SELECT stream FROM known_ids GROUP BY stream HAVING count(*) <> (SELECT max(revision) + 1 FROM events e WHERE e.stream = known_ids.stream) LIMIT ?`,
  );
  return strays.all(FINDINGS).map(([stream]) => ({ kind: 'known-ids', at: String(stream) }));
}
