import type { DatabaseSync } from 'node:sqlite';
import { integer, prepareRows } from '../read/rows.ts';
import type { Standing } from '../read/standings.ts';

/** A stream of fewer revisions is searched through; one with this revision is indexed when it is next appended to with `any`. */
export const INDEXED_FROM = 63;

/** So many streams are remembered to be indexed or not; then it begins anew. */
const REMEMBERED = 50_000;

/**
 * Where an event stands in its stream, by its id (ES-4). Only `any` and `stream-exists` ask for it, and the platform never
 * appends with those: the index is kept for the streams that need it, by stream, so that an append touches pages of its
 * own stream and does not get slower as the log grows.
 */
export interface KnownIds {
  /** The last revision of the stream at which this id stands. */
  last(id: string, standing: Standing): number | undefined;
  /** Keeps the index up to date, if the stream has one. */
  added(id: string, stream: number, revision: number): void;
  forget(): void;
}

export function openKnownIds(db: DatabaseSync): KnownIds {
  const searched = prepareRows(db, "SELECT max(revision) FROM events WHERE stream = ? AND id = unhex(?, '-')");
  const known = prepareRows(db, "SELECT max(revision) FROM known_ids WHERE stream = ? AND id = unhex(?, '-')");
  const any = prepareRows(db, 'SELECT 1 FROM known_ids WHERE stream = ? LIMIT 1');
  const begin = db.prepare('INSERT INTO known_ids (stream, id, revision) SELECT stream, id, revision FROM events WHERE stream = ?');
  const insert = db.prepare("INSERT INTO known_ids (stream, id, revision) VALUES (?, unhex(?, '-'), ?)");
  const indexed = new Map<number, boolean>();

  function isIndexed(stream: number): boolean {
    let answer = indexed.get(stream);
    if (answer === undefined) {
      if (indexed.size >= REMEMBERED) indexed.clear();
      answer = any.first(stream) !== undefined;
      indexed.set(stream, answer);
    }
    return answer;
  }

  return {
    last(id, { id: stream, last }) {
      const long = last >= INDEXED_FROM;
      if (long && !isIndexed(stream)) {
        begin.run(stream);
        indexed.set(stream, true);
      }
      const revision = (long ? known : searched).first(stream, id)?.[0];
      return revision === null || revision === undefined ? undefined : integer(revision);
    },
    added(id, stream, revision) {
      if (revision > INDEXED_FROM && isIndexed(stream)) insert.run(stream, id, revision);
    },
    forget: () => indexed.clear(),
  };
}
