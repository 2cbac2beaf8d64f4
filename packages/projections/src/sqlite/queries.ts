import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Audience } from '../folds/projection.ts';
import type { ListQuery, ServedDocument } from '../read-store.ts';
import { conditionsOf, type FieldValue, nameOfField } from './conditions.ts';
import type { SeriesIndex } from './series.ts';
import { served } from './served.ts';

/** Everything that is read is asked of the viewer's own series (AZ-1); nothing is left to whoever asks. */
export function openQueries(db: DatabaseSync, series: SeriesIndex) {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };

  const documentFrom = (row: Readonly<Record<string, unknown>>) => {
    const kind = series.of(Number(row['kind']));
    return served({ ...row, kind: kind.name, audience: kind.audience, topic: series.of(Number(row['topic'])).name });
  };

  interface Asked {
    readonly audiences: readonly Audience[];
    readonly conditions?: { readonly sql: string; readonly values: readonly FieldValue[] };
    readonly limit: number;
  }

  /** Each readership walks its own index in order and stops at the limit; then they are merged. */
  function sorted(what: 'kind' | 'topic', name: string, { audiences, conditions = { sql: '', values: [] }, limit }: Asked): ServedDocument[] {
    const found = audiences.flatMap((audience) => {
      const id = series.idOf(what, name, audience);
      return id === undefined ? [] : statement(sortedSql(what, conditions.sql)).all(id, ...conditions.values, limit);
    });
    const documents = found.map(documentFrom);
    return (audiences.length === 1 ? documents : documents.sort(inOrderOfLists)).slice(0, limit);
  }

  return {
    topic: (topic: string, audiences: readonly Audience[], limit: number) => sorted('topic', topic, { audiences, limit }),

    list({ kind, audiences, where, any, between, search, after, limit }: ListQuery): ServedDocument[] {
      const { sql, values } = conditionsOf({ where, any, between, search });
      const conditions = after
        ? { sql: `${sql} AND (d.sort < ? OR (d.sort = ? AND d.key > ?))`, values: [...values, after.sort, after.sort, after.key] }
        : { sql, values };
      return sorted('kind', kind, { audiences, conditions, limit });
    },

    get(kind: string, key: string, audiences: readonly Audience[]): ServedDocument | undefined {
      const found = audiences.flatMap((audience) => {
        const id = series.idOf('kind', kind, audience);
        const row = id === undefined ? undefined : statement(ONE).get(id, key);
        return row ? [documentFrom(row)] : [];
      });
      return found.sort((one, other) => (one.audience > other.audience ? -1 : 1))[0];
    },

    /** One document may be readable under two keys; it counts once. */
    count(kind: string, audiences: readonly Audience[], by: string): Record<string, number> {
      const sql = countSql(by);
      const ids = audiences.flatMap((audience) => series.idOf('kind', kind, audience) ?? []);
      const rows = statement(sql).all(JSON.stringify(ids));
      return Object.fromEntries(rows.map((row) => [String(row['value']), Number(row['n'])]));
    },
  };
}

const COLUMNS = 'd.kind, d.key, d.topic, d.sort, d.version, t.body';
const ONE = `SELECT ${COLUMNS} FROM document d JOIN text t ON t.id = d.text WHERE d.kind = ? AND d.key = ?`;

export function sortedSql(what: 'kind' | 'topic', conditions = ''): string {
  return `SELECT ${COLUMNS} FROM document d JOIN text t ON t.id = d.text WHERE d.${what} = ? AND d.there = 1 ${conditions} ORDER BY d.sort DESC, d.key LIMIT ?`;
}

/** @throws RangeError */
export function countSql(by: string): string {
  return `SELECT value, count(*) AS n FROM (
    SELECT d.key, max(json_extract(t.body, '$.${nameOfField(by)}')) AS value
    FROM json_each(?) j CROSS JOIN document d ON d.kind = j.value AND d.there = 1 CROSS JOIN text t ON t.id = d.text GROUP BY d.key
  ) GROUP BY value`;
}

function inOrderOfLists(one: ServedDocument, other: ServedDocument): number {
  if (one.sort !== other.sort) return one.sort > other.sort ? -1 : 1;
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.audience < other.audience ? -1 : 1;
}
