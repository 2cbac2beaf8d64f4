import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Position } from '@lianyu/event-store';
import type { Audience } from '../folds/projection.ts';
import type { Documents, ServedDocument } from '../read-store.ts';
import { conditionsOf, type FieldValue, nameOfField } from './conditions.ts';
import { type Chunk, chunkAt, inOrder, keyframeReader, type Place } from './keyframes.ts';
import type { SeriesIndex } from './series.ts';
import { served } from './served.ts';

/** A version that stood at the position, with its text still to be read. */
interface Stood extends Place {
  readonly id: number;
  readonly kind: number;
  readonly topic: number;
  readonly version: number;
  readonly text: number;
  readonly value?: unknown;
}

/**
 * Documents as they stood at a position (PR-4): the last keyframe of each series before it, and beside it those few documents that
 * events between the two have changed. What was chosen is read from the document itself or from its past.
 */
export function openAsOf(db: DatabaseSync, series: SeriesIndex) {
  const keyframes = keyframeReader(db, '');
  const touched = db.prepare('SELECT DISTINCT document FROM touched WHERE series = ? AND position > ? AND position <= ?');
  const text = db.prepare('SELECT body FROM text WHERE id = ?');
  const idOf = db.prepare('SELECT id FROM document WHERE kind = ? AND key = ?');
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };

  function stood(ids: string, position: number, extra: string, values: readonly FieldValue[], value = 'NULL'): Stood[] {
    const rows = statement(stoodSql(extra, value)).all(ids, position, ...values, ids, position, ...values);
    return rows as unknown as Stood[];
  }

  /** The members of a series in order, from a place on. */
  function* members(id: number, position: number, extra: string, values: readonly FieldValue[], from?: Place, value?: string): Generator<Stood> {
    const { what } = series.of(id);
    const keyframe = keyframes.before(id, position);
    const moved = touched.all(id, keyframe.position, position).map(({ document }) => Number(document));
    const apart = new Set(moved);
    const isMember = (row: Stood) => (what === 'kind' || row.topic === id) && (!from || inOrder(row, from) > 0);
    const fresh = stood(JSON.stringify(moved), position, extra, values, value).filter(isMember).sort(inOrder);
    let next = 0;
    const first = from ? chunkAt(keyframe.chunks, from) : 0;
    for (const chunk of keyframe.chunks.slice(first)) {
      const kept = standingIn(chunk, apart, position, extra, values, value).filter(isMember).sort(inOrder);
      for (const row of kept) {
        for (let other = fresh[next]; other && inOrder(other, row) < 0; other = fresh[next]) {
          yield other;
          next += 1;
        }
        yield row;
      }
    }
    yield* fresh.slice(next);
  }

  function standingIn(chunk: Chunk, apart: ReadonlySet<number>, position: number, extra: string, values: readonly FieldValue[], value?: string) {
    const found = stood(keyframes.documentsOf(chunk), position, extra, values, value);
    return apart.size === 0 ? found : found.filter(({ id }) => !apart.has(id));
  }

  const documentOf = (row: Stood): ServedDocument => {
    const kind = series.of(row.kind);
    return served({ ...row, kind: kind.name, audience: kind.audience, topic: series.of(row.topic).name, body: text.get(row.text)?.['body'] });
  };

  function sorted(
    what: 'kind' | 'topic',
    name: string,
    position: number,
    asked: { audiences: readonly Audience[]; limit: number; extra?: string; values?: readonly FieldValue[]; after?: Place },
  ): ServedDocument[] {
    const { audiences, limit, extra = '', values = [], after } = asked;
    const found = audiences.flatMap((audience) => {
      const id = series.idOf(what, name, audience);
      if (id === undefined) return [];
      return take(members(id, position, extra, values, after), limit).map((row) => ({ row, audience }));
    });
    found.sort((one, other) => inOrder(one.row, other.row) || (one.audience < other.audience ? -1 : 1));
    return found.slice(0, limit).map(({ row }) => documentOf(row));
  }

  /** One document for one readership. */
  function one(kind: string, key: string, audience: Audience, position: number): ServedDocument | undefined {
    const id = series.idOf('kind', kind, audience);
    const document = id === undefined ? undefined : idOf.get(id, key)?.['id'];
    const [row] = document === undefined ? [] : stood(`[${document}]`, position, '', []);
    return row && documentOf(row);
  }

  return {
    one,
    at(position: Position): Documents {
      const when = Number(position);
      return {
        topic(topic, audiences, limit) {
          const found = sorted('topic', topic, when, { audiences, limit: limit + 1 });
          return { documents: found.slice(0, limit), more: found.length > limit };
        },
        list({ kind, audiences, where, any, between, search, after, limit }) {
          const { sql, values } = conditionsOf({ where, any, between, search });
          return { documents: sorted('kind', kind, when, { audiences, limit, extra: sql, values, ...(after ? { after } : {}) }) };
        },
        get(kind, key, audiences) {
          const held = [...audiences].sort().reverse();
          for (const audience of held) {
            const found = one(kind, key, audience, when);
            if (found) return found;
          }
          return undefined;
        },
        count(kind, audiences, by) {
          const value = `json_extract(t.body, '$.${nameOfField(by)}')`;
          const values = new Map<string, string>();
          for (const audience of audiences) {
            const id = series.idOf('kind', kind, audience);
            if (id === undefined) continue;
            for (const row of members(id, when, '', [], undefined, value)) {
              const [known, own] = [values.get(row.key), String(row.value)];
              if (known === undefined || own > known) values.set(row.key, own);
            }
          }
          const counts: Record<string, number> = {};
          for (const each of values.values()) counts[each] = (counts[each] ?? 0) + 1;
          return counts;
        },
      };
    },
    forget: () => keyframes.forget(),
  };
}

/** What of these documents stood at a position, now or in their past. */
function stoodSql(extra: string, value: string): string {
  const columns = (from: string) =>
    `d.id AS id, d.kind AS kind, d.key AS key, ${from}.topic AS topic, ${from}.sort AS sort, ${from}.version AS version, ${from}.text AS text, ${value} AS value`;
  return `
    SELECT ${columns('d')} FROM json_each(?) j CROSS JOIN document d ON d.id = j.value CROSS JOIN text t ON t.id = d.text
      WHERE d.since <= ? ${extra}
    UNION ALL
    SELECT ${columns('p')} FROM json_each(?) j CROSS JOIN document d ON d.id = j.value
      CROSS JOIN past p ON p.document = d.id AND p.since = (SELECT max(since) FROM past WHERE document = d.id AND since <= ?)
      CROSS JOIN text t ON t.id = p.text
      WHERE d.since > ?2 ${extra}`;
}

function take<Value>(values: Iterable<Value>, most: number): Value[] {
  const taken: Value[] = [];
  if (most <= 0) return taken;
  for (const value of values) if (taken.push(value) >= most) break;
  return taken;
}
