import type { DatabaseSync } from 'node:sqlite';
import { EventStoreError } from '../../port.ts';
import { prepareRows, text } from './rows.ts';

/** So many names are kept; then it begins anew. */
const KEPT = 50_000;

/** The name of a stream by its number. A stream is never renamed, so that what was looked up once holds. */
export type Names = (stream: number) => string;

export function openNames(db: DatabaseSync): Names {
  const lookUp = prepareRows(db, 'SELECT name FROM streams WHERE id = ?');
  const kept = new Map<number, string>();
  return (stream) => {
    const known = kept.get(stream);
    if (known !== undefined) return known;
    const row = lookUp.first(stream);
    if (row === undefined) throw new EventStoreError('STORE_FAILED', { problem: 'no-such-stream', stream: String(stream) });
    const name = text(row[0]);
    if (kept.size >= KEPT) kept.clear();
    kept.set(stream, name);
    return name;
  };
}
