import type { DatabaseSync } from 'node:sqlite';
import { describedBy, type Metadata } from './metadata.ts';
import { integer, prepareRows } from './rows.ts';
import type { Standing, Standings } from './standings.ts';

/** What may be seen of a stream. `first` is beyond `last` when everything is hidden or has expired. */
export type Visible =
  | { readonly state: 'absent' }
  | { readonly state: 'tombstoned' }
  | { readonly state: 'there'; readonly id: number; readonly first: number; readonly last: number };

export type Visibility = (stream: string) => Visible;

const absent: Visible = { state: 'absent' };
const tombstoned: Visible = { state: 'tombstoned' };

/** The ledger is shown whole whatever its metadata says (EV-5); of metadata, the last event. */
export function openVisibility(
  db: DatabaseSync,
  { standings, metadata, isLedger, now }: { standings: Standings; metadata: Metadata; isLedger(stream: string): boolean; now(): Date },
): Visibility {
  const storedAt = prepareRows(db, 'SELECT stored_at FROM events WHERE stream = ? AND revision = ?');

  /** The first revision from `low` on that was stored at the instant or later: times never fall along the log. */
  function storedSince({ id, last }: Standing, low: number, instant: number): number {
    let high = last + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (integer(storedAt.first(id, middle)?.[0]) >= instant) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return (stream) => {
    const standing = standings.of(stream);
    if (isLedger(stream)) return standing ? { state: 'there', id: standing.id, first: 0, last: standing.last } : absent;
    const described = describedBy(stream);
    if (standing?.tombstoned || (described !== undefined && standings.of(described)?.tombstoned)) return tombstoned;
    if (standing === undefined) return absent;
    const { id, last } = standing;
    if (described !== undefined) return { state: 'there', id, first: last, last };
    const { deleted, truncateBefore, maxCount, maxAge } = metadata.of(stream);
    if (deleted) return absent;
    const low = Math.min(Math.max(truncateBefore, last - maxCount + 1), last + 1);
    const first = Number.isFinite(maxAge) ? storedSince(standing, low, now().getTime() - maxAge * 1_000) : low;
    return { state: 'there', id, first, last };
  };
}
