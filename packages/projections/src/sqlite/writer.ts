import type { DatabaseSync } from 'node:sqlite';
import type { Moment, ProjectedChange } from '../read-store.ts';
import { initialsOf } from './initials.ts';
import { openKeyframes } from './keyframes.ts';
import { openSeries } from './series.ts';

/** A document as it stands, in memory while a batch is written: what lies between is written to its past, itself only once. */
interface Standing {
  readonly id: number;
  readonly kind: number;
  readonly key: string;
  version: number;
  since: number;
  topic: number;
  sort: string;
  text: number | undefined;
  /** How it stands in the file; undefined while it is not there. */
  written: { readonly topic: number; readonly sort: string; readonly there: boolean } | undefined;
  dirty: boolean;
}

/** Documents that are remembered between batches. */
const REMEMBERED = 20_000;

export type DocumentChange = Exclude<ProjectedChange, { op: 'through' }>;

/** What came of a change: the document's new version and, of what was put, the number of its text. */
export interface Applied {
  readonly version: number;
  readonly text: number | undefined;
}

/** Writes documents, with their history, and states into the tables of that prefix. Inside a transaction only. */
export function openWriter(db: DatabaseSync, prefix: string) {
  const series = openSeries(db, prefix);
  const keyframes = openKeyframes(db, prefix);
  const find = db.prepare(`SELECT id, version, since, topic, sort, there, text FROM ${prefix}document WHERE kind = ? AND key = ?`);
  const insert = db.prepare(
    `INSERT INTO ${prefix}document (id, kind, key, topic, sort, version, since, there, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const move = db.prepare(`UPDATE ${prefix}document SET topic = ?, sort = ?, version = ?, since = ?, there = ?, text = ? WHERE id = ?`);
  // Without what stands in an index: most changes leave a document where it is.
  const change = db.prepare(`UPDATE ${prefix}document SET version = ?, since = ?, text = ? WHERE id = ?`);
  const pass = db.prepare(`INSERT INTO ${prefix}past (document, since, version, topic, sort, text) VALUES (?, ?, ?, ?, ?, ?)`);
  const touch = db.prepare(`INSERT OR IGNORE INTO ${prefix}touched (series, position, document) VALUES (?, ?, ?)`);
  const putText = db.prepare(`INSERT INTO ${prefix}text (body, initials) VALUES (?, ?)`);
  const highest = db.prepare(`SELECT max(id) AS id FROM ${prefix}document`);
  const putState = db.prepare(
    `INSERT INTO ${prefix}state (projection, key, state) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state`,
  );
  const getState = db.prepare(`SELECT state FROM ${prefix}state WHERE projection = ? AND key = ?`);
  const putMoment = db.prepare(`INSERT INTO ${prefix}moment (at, position) VALUES (?, ?) ON CONFLICT DO UPDATE SET position = excluded.position`);
  const lastMoment = db.prepare(`SELECT max(at) AS at FROM ${prefix}moment`);

  let known = new Map<string, Standing>();
  let texts = new Map<string, number>();
  let dirty: Standing[] = [];
  let nextId: number | undefined;
  let at: string | undefined;

  function standing(kind: number, key: string): Standing | undefined {
    const name = `${kind}\n${key}`;
    const found = known.get(name) ?? standingFrom(find.get(kind, key), kind, key);
    if (found) known.set(name, found);
    return found;
  }

  function begun(kind: number, key: string): Standing {
    nextId ??= Number(highest.get()?.['id'] ?? 0) + 1;
    const one: Standing = { id: nextId, kind, key, version: 0, since: 0, topic: 0, sort: '', text: undefined, written: undefined, dirty: false };
    nextId += 1;
    known.set(`${kind}\n${key}`, one);
    return one;
  }

  function textOf(json: string, body: unknown): number {
    const found = texts.get(json) ?? Number(putText.run(json, initialsIn(body)).lastInsertRowid);
    texts.set(json, found);
    return found;
  }

  function touched(id: number, fresh: boolean, position: number, document: number): void {
    touch.run(id, position, document);
    keyframes.touched(id, fresh);
  }

  /** @returns undefined when there was nothing to remove */
  function apply({ op, document, position, ...put }: DocumentChange): Applied | undefined {
    const when = Number(position);
    const kind = series.made('kind', document.kind, document.audience);
    const known = standing(kind.id, document.key);
    if (op === 'remove' && known?.text === undefined) return undefined;
    const one = known ?? begun(kind.id, document.key);
    const topic = series.made('topic', document.topic, document.audience);
    if (one.version > 0) {
      // Twice by one event: the first of them stood at no moment.
      if (one.since !== when) pass.run(one.id, one.since, one.version, one.topic, one.sort, one.text ?? null);
      if (one.topic !== topic.id) touched(one.topic, false, when, one.id);
    }
    if (op === 'put') {
      one.topic = topic.id;
      one.sort = document.sort;
    }
    one.text = op === 'put' ? textOf((put as { json: string }).json, document.body) : undefined;
    one.version += 1;
    one.since = when;
    if (!one.dirty) dirty.push(one);
    one.dirty = true;
    touched(kind.id, kind.fresh, when, one.id);
    touched(topic.id, topic.fresh, when, one.id);
    return { version: one.version, text: one.text };
  }

  function flush(): void {
    for (const one of dirty) {
      const { id, kind, key, version, since, topic, sort, text, written } = one;
      const there = text !== undefined;
      if (!written) insert.run(id, kind, key, topic, sort, version, since, Number(there), text ?? null);
      else if (written.there === there && written.topic === topic && written.sort === sort) change.run(version, since, text ?? null, id);
      else move.run(topic, sort, version, since, Number(there), text ?? null, id);
      one.written = { topic, sort, there };
      one.dirty = false;
    }
    dirty = [];
  }

  return {
    /**
     * In the order in which they happened. Keyframes that are due are made between two events.
     * @param told is given each change with what came of it
     */
    write(changes: readonly ProjectedChange[], told: (change: ProjectedChange, applied: Applied) => void = () => {}): void {
      let before: number | undefined;
      for (const each of changes) {
        if (each.op === 'through') {
          told(each, { version: 0, text: undefined });
          continue;
        }
        const position = Number(each.position);
        if (before !== undefined && position !== before && keyframes.areDue()) {
          flush();
          keyframes.make(before);
        }
        before = position;
        const applied = apply(each);
        if (applied) told(each, applied);
      }
      flush();
      if (before !== undefined && keyframes.areDue()) keyframes.make(before);
      texts = new Map();
      if (known.size > REMEMBERED) known = new Map();
    },
    moments(moments: readonly Moment[]): void {
      at ??= String(lastMoment.get()?.['at'] ?? '');
      const last = new Map<string, number>();
      for (const moment of moments) {
        if (moment.at > at) at = moment.at;
        last.set(at, Number(moment.position));
      }
      for (const [instant, position] of last) putMoment.run(instant, position);
    },
    putState(projection: string, key: string, state: Uint8Array): void {
      putState.run(projection, key, state);
    },
    state(projection: string, key: string): Uint8Array | undefined {
      const found = getState.get(projection, key)?.['state'];
      return found instanceof Uint8Array ? found : undefined;
    },
    /** After a transaction that failed, and when the tables are others: what is in memory is of what is no more. */
    forget(): void {
      known = new Map();
      texts = new Map();
      dirty = [];
      nextId = undefined;
      at = undefined;
      series.forget();
      keyframes.forget();
    },
  };
}
export type Writer = ReturnType<typeof openWriter>;

function standingFrom(row: Readonly<Record<string, unknown>> | undefined, kind: number, key: string): Standing | undefined {
  if (!row) return undefined;
  const [topic, sort, text] = [Number(row['topic']), String(row['sort']), row['text'] === null ? undefined : Number(row['text'])];
  const written = { topic, sort, there: row['there'] === 1 };
  return {
    id: Number(row['id']),
    kind,
    key,
    version: Number(row['version']),
    since: Number(row['since']),
    topic,
    sort,
    text,
    written,
    dirty: false,
  };
}

function initialsIn(body: unknown): string | null {
  const search = typeof body === 'object' && body !== null && 'search' in body ? body.search : undefined;
  return typeof search === 'string' ? initialsOf(search) : null;
}
