import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalBytes } from '../input/json.ts';
import { EventStoreError } from '../port.ts';
import type { Connection } from './connection.ts';
import { columns, integer, storedEvent } from './rows.ts';
import { hasSchema } from './schema.ts';

/** What is wrong with a file, in words of the engine: for whoever looks after the store, not for users. */
export interface Finding {
  readonly kind: 'page' | 'reference' | 'revisions' | 'row';
  readonly at: string;
}

const FINDINGS = 100;
const LAST = 32;

/**
 * What is asked of every file before it is used, in a time that does not grow with it: tables and guards are as we made
 * them, the last events can be read, and no position can be given out again.
 * @throws EventStoreError STORE_FAILED
 */
export function checkAtOpening(db: DatabaseSync): void {
  if (!hasSchema(db)) throw new EventStoreError('STORE_FAILED', { problem: 'schema' });
  const rows = db.prepare(`SELECT ${columns} FROM events e JOIN streams s ON s.id = e.stream ORDER BY e.position DESC LIMIT ?`).all(LAST);
  const last = rows.map(storedEvent).at(0)?.position ?? 0n;
  const given = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").get()?.seq ?? 0n;
  if (integer(given) < last) throw new EventStoreError('STORE_FAILED', { problem: 'sequence' });
}

/**
 * Everything: each page, each reference, revisions without holes, each event canonical. Takes as long as reading the whole
 * file, and the first part of it holds the process: meant for a reader beside the store, or before opening.
 */
export async function checkWhole(db: DatabaseSync, { run }: Connection): Promise<readonly Finding[]> {
  const findings = run(() => [...pages(db), ...references(db), ...revisions(db)]);
  const next = db.prepare(`SELECT ${columns} FROM events e JOIN streams s ON s.id = e.stream WHERE e.position > ? ORDER BY e.position LIMIT 256`);
  for (let after = 0n; findings.length < FINDINGS; await nextTurn()) {
    const rows = run(() => next.all(after));
    if (rows.length === 0) break;
    for (const row of rows) {
      if (!isCanonical(row)) findings.push({ kind: 'row', at: String(row.position) });
      after = integer(row.position);
    }
  }
  return findings.slice(0, FINDINGS);
}

type Row = Parameters<typeof storedEvent>[0];

function isCanonical(row: Row): boolean {
  try {
    const { data, metadata } = storedEvent(row);
    return same(row.data, canonicalBytes('data', data)) && same(row.metadata, canonicalBytes('metadata', metadata));
  } catch (error) {
    if (error instanceof EventStoreError) return false;
    throw error;
  }
}

function same(stored: unknown, canonical: Uint8Array): boolean {
  return stored instanceof Uint8Array && Buffer.compare(stored, canonical) === 0;
}

function pages(db: DatabaseSync): Finding[] {
  const rows = db.prepare(`PRAGMA integrity_check(${FINDINGS})`).all();
  return rows.filter(({ integrity_check: word }) => word !== 'ok').map(({ integrity_check: word }) => ({ kind: 'page', at: String(word) }));
}

function references(db: DatabaseSync): Finding[] {
  return db
    .prepare('PRAGMA foreign_key_check')
    .all()
    .slice(0, FINDINGS)
    .map(({ rowid }) => ({ kind: 'reference', at: String(rowid) }));
}

function revisions(db: DatabaseSync): Finding[] {
  const broken = db.prepare('SELECT stream FROM events GROUP BY stream HAVING min(revision) <> 0 OR count(*) <> max(revision) + 1 LIMIT ?');
  return broken.all(FINDINGS).map(({ stream }) => ({ kind: 'revisions', at: String(stream) }));
}
