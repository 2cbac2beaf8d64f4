import type { DatabaseSync } from 'node:sqlite';
import type { Audience } from '../folds/projection.ts';

/** All documents of a kind, or of a topic, that one readership may read. */
export interface Series {
  readonly id: number;
  readonly what: 'kind' | 'topic';
  readonly name: string;
  readonly audience: Audience;
}

/** How many are remembered: pages of one thing have one for each readership. */
const REMEMBERED = 100_000;

/** The numbers by which tables name series. */
export function openSeries(db: DatabaseSync, prefix: string) {
  const byName = db.prepare(`SELECT id FROM ${prefix}series WHERE what = ? AND name = ? AND audience = ?`);
  const byId = db.prepare(`SELECT id, what, name, audience FROM ${prefix}series WHERE id = ?`);
  const insert = db.prepare(`INSERT INTO ${prefix}series (what, name, audience) VALUES (?, ?, ?)`);
  let ids = new Map<string, number>();
  let known = new Map<number, Series>();

  function idOf(what: Series['what'], name: string, audience: Audience): number | undefined {
    const text = `${what}\n${name}\n${audience}`;
    const id = ids.get(text) ?? (byName.get(what, name, audience)?.['id'] as number | undefined);
    if (id === undefined) return undefined;
    if (ids.size >= REMEMBERED) ids = new Map();
    ids.set(text, id);
    return id;
  }

  return {
    idOf,
    /** Made when it is not there yet; `fresh` tells so. */
    made(what: Series['what'], name: string, audience: Audience): { readonly id: number; readonly fresh: boolean } {
      const found = idOf(what, name, audience);
      if (found !== undefined) return { id: found, fresh: false };
      const id = Number(insert.run(what, name, audience).lastInsertRowid);
      ids.set(`${what}\n${name}\n${audience}`, id);
      return { id, fresh: true };
    },
    /** @throws RangeError for a number that no series has */
    of(id: number): Series {
      const found = known.get(id) ?? seriesFrom(byId.get(id), id);
      if (known.size >= REMEMBERED) known = new Map();
      known.set(id, found);
      return found;
    },
    /** What is in memory may be of tables that are no more. */
    forget(): void {
      ids = new Map();
      known = new Map();
    },
  };
}
export type SeriesIndex = ReturnType<typeof openSeries>;

function seriesFrom(row: Readonly<Record<string, unknown>> | undefined, id: number): Series {
  if (!row) throw new RangeError(`no series has the number ${id}`);
  return { id, what: row['what'] as Series['what'], name: String(row['name']), audience: String(row['audience']) as Audience };
}
