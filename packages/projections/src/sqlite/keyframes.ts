import type { DatabaseSync } from 'node:sqlite';

/** After so many changes of a series its members are written down anew: so many at most are looked at beside a keyframe. */
const EVERY = 256;
/** Members in one chunk; the chunks that did not change are those of the keyframe before. */
const CHUNK = { least: 16, aim: 32, most: 64 };
/** Directories and counts that are remembered. */
const REMEMBERED = { directories: 64, counts: 100_000 };

export interface Place {
  readonly sort: string;
  readonly key: string;
}

/** A chunk of a keyframe: none of its members stands before `sort`, `key` in the order of lists. */
export interface Chunk extends Place {
  readonly id: number;
  readonly count: number;
}

/** The members of a series at a position, in order, without those that did not stand then. */
export interface Keyframe {
  readonly position: number;
  readonly chunks: readonly Chunk[];
}

/** The order of every list: by sort, descending, then by key. */
export function inOrder(one: Place, other: Place): number {
  if (one.sort !== other.sort) return one.sort > other.sort ? -1 : 1;
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}

/** The last chunk in which something at that place may be; the first one for what stands before all. */
export function chunkAt(chunks: readonly Place[], place: Place): number {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inOrder(chunks[middle] as Place, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Reads keyframes; what was read stays in memory, since none ever changes. */
export function keyframeReader(db: DatabaseSync, prefix: string) {
  const latest = db.prepare(`SELECT max(position) AS position FROM ${prefix}keyframe WHERE series = ? AND position <= ?`);
  const read = db.prepare(`SELECT chunks FROM ${prefix}keyframe WHERE series = ? AND position = ?`);
  const members = db.prepare(`SELECT documents FROM ${prefix}chunk WHERE id = ?`);
  let known = new Map<string, Keyframe>();
  return {
    /** The last one that is not later; an empty one before all when there is none. */
    before(series: number, position: number): Keyframe {
      const at = latest.get(series, position)?.['position'];
      if (typeof at !== 'number') return { position: 0, chunks: [] };
      const name = `${series}/${at}`;
      const found = known.get(name) ?? { position: at, chunks: chunksFrom(String(read.get(series, at)?.['chunks'])) };
      known.delete(name);
      known.set(name, found);
      for (const oldest of known.keys()) {
        if (known.size <= REMEMBERED.directories) break;
        known.delete(oldest);
      }
      return found;
    },
    /** A JSON text of the numbers of documents. */
    documentsOf: (chunk: Chunk) => String(members.get(chunk.id)?.['documents']),
    forget(): void {
      known = new Map();
    },
  };
}

function chunksFrom(text: string): readonly Chunk[] {
  return (JSON.parse(text) as [number, string, string, number][]).map(([id, sort, key, count]) => ({ id, sort, key, count }));
}

/** Makes keyframes of a series whenever enough has changed in it. Its cost for each change does not grow with the series. */
export function openKeyframes(db: DatabaseSync, prefix: string) {
  const reader = keyframeReader(db, prefix);
  const since = db.prepare(`SELECT count(*) AS n FROM ${prefix}touched WHERE series = ? AND position > ?`);
  const touchedSince = db.prepare(`SELECT DISTINCT document FROM ${prefix}touched WHERE series = ? AND position > ?`);
  const what = db.prepare(`SELECT what FROM ${prefix}series WHERE id = ?`);
  const now = db.prepare(`SELECT topic, sort, key, there FROM ${prefix}document WHERE id = ?`);
  const earlier = db.prepare(
    `SELECT * FROM (SELECT topic, sort, text IS NOT NULL AS there, since FROM ${prefix}document WHERE id = ?1 AND since <= ?2
      UNION ALL SELECT topic, sort, text IS NOT NULL AS there, since FROM ${prefix}past WHERE document = ?1 AND since <= ?2)
     ORDER BY since DESC LIMIT 1`,
  );
  const addChunk = db.prepare(`INSERT INTO ${prefix}chunk (documents) VALUES (?)`);
  const add = db.prepare(`INSERT OR REPLACE INTO ${prefix}keyframe (series, position, chunks) VALUES (?, ?, ?)`);
  let pending = new Map<number, number>();
  let due = new Set<number>();

  function make(series: number, position: number): void {
    const before = reader.before(series, position);
    const isTopic = what.get(series)?.['what'] === 'topic';
    const isMember = (row: Readonly<Record<string, unknown>> | undefined) => row?.['there'] === 1 && (!isTopic || row['topic'] === series);
    const removed = new Map<number, Set<number>>();
    const added = new Map<number, Member[]>();
    const { chunks } = before;
    for (const { document } of touchedSince.all(series, before.position)) {
      const id = Number(document);
      const standing = now.get(id) ?? {};
      const key = String(standing['key']);
      const was = before.position === 0 ? undefined : earlier.get(id, before.position);
      if (isMember(was)) entry(removed, chunkAt(chunks, { sort: String(was?.['sort']), key }), () => new Set<number>()).add(id);
      if (!isMember(standing)) continue;
      const member = { id, sort: String(standing['sort']), key };
      entry(added, chunkAt(chunks, member), (): Member[] => []).push(member);
    }
    const next = chunks.length === 0 ? written(added.get(0) ?? []) : chunks.flatMap((chunk, at) => after(chunk, removed.get(at), added.get(at)));
    add.run(series, position, JSON.stringify(joined(next).map(({ id, sort, key, count }) => [id, sort, key, count])));
  }

  function after(chunk: Chunk, removed: ReadonlySet<number> | undefined, added: readonly Member[] | undefined): readonly Chunk[] {
    if (!removed && !added) return [chunk];
    const left = membersOf(chunk).filter((id) => !removed?.has(id));
    if (!added) return left.length === 0 ? [] : [chunkOf(chunk, left)];
    const members = left.map((id): Member => {
      const row = now.get(id) ?? {};
      return { id, sort: String(row['sort']), key: String(row['key']) };
    });
    return written([...members, ...added]);
  }

  /** Neighbours that have become small are one. */
  function joined(chunks: readonly Chunk[]): readonly Chunk[] {
    const result: Chunk[] = [];
    for (const chunk of chunks) {
      const last = result.at(-1);
      if (last && Math.min(last.count, chunk.count) < CHUNK.least && last.count + chunk.count <= CHUNK.aim) {
        result[result.length - 1] = chunkOf(last, [...membersOf(last), ...membersOf(chunk)]);
      } else result.push(chunk);
    }
    return result;
  }

  const membersOf = (chunk: Chunk) => JSON.parse(reader.documentsOf(chunk)) as number[];

  function chunkOf({ sort, key }: Place, members: readonly number[]): Chunk {
    return { id: Number(addChunk.run(JSON.stringify(members)).lastInsertRowid), sort, key, count: members.length };
  }

  function written(members: readonly Member[]): readonly Chunk[] {
    const sorted = members.toSorted(inOrder);
    const size = sorted.length <= CHUNK.most ? CHUNK.most : CHUNK.aim;
    const chunks: Chunk[] = [];
    for (let from = 0; from < sorted.length; from += size) {
      const part = sorted.slice(from, from + size);
      const [first] = part;
      if (first) {
        chunks.push(
          chunkOf(
            first,
            part.map(({ id }) => id),
          ),
        );
      }
    }
    return chunks;
  }

  return {
    /** `fresh`: the series was not there before. */
    touched(series: number, fresh: boolean): void {
      if (pending.size >= REMEMBERED.counts) pending = new Map();
      const known = pending.get(series);
      const count = known === undefined && !fresh ? counted(series) : (known ?? 0) + 1;
      pending.set(series, count);
      if (count >= EVERY) due.add(series);
    },
    areDue: () => due.size > 0,
    /** Of all series in which enough has changed. Everything up to that position must be in the tables. */
    make(position: number): void {
      for (const series of due) {
        make(series, position);
        pending.set(series, 0);
      }
      due = new Set();
    },
    forget(): void {
      pending = new Map();
      due = new Set();
      reader.forget();
    },
  };

  /** What was just written is among it. */
  function counted(series: number): number {
    return Number(since.get(series, reader.before(series, Number.MAX_SAFE_INTEGER).position)?.['n'] ?? 0);
  }
}

interface Member extends Place {
  readonly id: number;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
