import type { DatabaseSync } from 'node:sqlite';
import { EventStoreError } from '../../port.ts';
import { TOMBSTONE_TYPE } from '../raw.ts';
import type { Names } from './names.ts';
import { integer, prepareRows } from './rows.ts';

/** What stands in the file of a stream that has events. */
export interface Standing {
  readonly id: number;
  /** The last revision. */
  readonly last: number;
  readonly tombstoned: boolean;
}

export interface Standings {
  of(stream: string): Standing | undefined;
}

/** Asked of the file each time: for whoever reads beside the writer. */
export function openStandings(db: DatabaseSync, names: Names): Standings {
  const find = prepareRows(
    db,
    `SELECT s.id, e.revision, e.type = '${TOMBSTONE_TYPE}' FROM streams s JOIN events e ON e.stream = s.id WHERE s.name = ? ORDER BY e.revision DESC LIMIT 1`,
  );
  return {
    of(stream) {
      const row = find.first(stream);
      // By its name a stream is found in an index, by its number in the table: both must say the same.
      if (row && names(integer(row[0])) !== stream) throw new EventStoreError('STORE_FAILED', { problem: 'stream-name', stream: String(row[0]) });
      return row && { id: integer(row[0]), last: integer(row[1]), tombstoned: integer(row[2]) === 1 };
    },
  };
}

/** So many streams are remembered, also that they do not exist; then it begins anew. */
const REMEMBERED = 50_000;

export interface RememberedStandings extends Standings {
  set(stream: string, standing: Standing): void;
  /** What was set belonged to a transaction that is rolled back. */
  forget(): void;
}

/** Remembered by the writer: it is alone, so that nothing changes behind its back. */
export function rememberStandings(kept: Standings): RememberedStandings {
  const known = new Map<string, Standing | undefined>();

  function set(stream: string, standing: Standing | undefined): Standing | undefined {
    if (known.size >= REMEMBERED && !known.has(stream)) known.clear();
    known.set(stream, standing);
    return standing;
  }

  return {
    of: (stream) => known.get(stream) ?? (known.has(stream) ? undefined : set(stream, kept.of(stream))),
    set,
    forget: () => known.clear(),
  };
}
