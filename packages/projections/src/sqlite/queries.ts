import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Audience } from '../folds/projection.ts';
import type { ListQuery, ServedDocument } from '../read-store.ts';
import { served } from './served.ts';

/** Names of fields come from code, never from a request; this is the second lock on that door. */
const FIELD = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
type Value = string | number;

/** Everything that is read filters by audience in SQL (AZ-1); nothing is left to whoever asks. */
export function openQueries(db: DatabaseSync) {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };

  function sorted(conditions: readonly string[], values: readonly Value[], audiences: readonly Audience[], limit: number): ServedDocument[] {
    if (audiences.length === 0) return [];
    const each = audiences.flatMap((audience) => [...values, audience, limit]);
    return statement(sortedSql(conditions, audiences.length))
      .all(...each, limit)
      .map(served);
  }

  return {
    topic: (topic: string, audiences: readonly Audience[], limit: number) => sorted(['topic = ?'], [topic], audiences, limit),

    list({ kind, audiences, where = {}, search, after, limit }: ListQuery): ServedDocument[] {
      const conditions = ['kind = ?'];
      const values: Value[] = [kind];
      for (const [field, value] of Object.entries(where)) {
        conditions.push(`json_extract(body, '$.${checked(field)}') = ?`);
        values.push(typeof value === 'boolean' ? Number(value) : value);
      }
      if (search !== undefined) {
        conditions.push("(instr(json_extract(body, '$.search'), ?) > 0 OR instr(initials, ?) > 0)");
        values.push(search.toLowerCase(), search.toLowerCase());
      }
      if (after) {
        conditions.push('(sort < ? OR (sort = ? AND key > ?))');
        values.push(after.sort, after.sort, after.key);
      }
      return sorted(conditions, values, audiences, limit);
    },

    get(kind: string, key: string, audiences: readonly Audience[]): ServedDocument | undefined {
      const any = audiences.map(() => '?').join(', ');
      const row = statement(
        `SELECT ${COLUMNS} FROM document WHERE kind = ? AND key = ? AND body IS NOT NULL AND audience IN (${any}) ORDER BY audience DESC LIMIT 1`,
      ).get(kind, key, ...audiences);
      return row && served(row);
    },

    count(kind: string, audiences: readonly Audience[], by: string): Record<string, number> {
      if (audiences.length === 0) return {};
      const each = audiences.flatMap((audience) => [kind, audience]);
      const rows = statement(countSql(checked(by), audiences.length)).all(...each);
      return Object.fromEntries(rows.map((row) => [String(row['value']), Number(row['n'])]));
    },
  };
}

const COLUMNS = 'kind, key, audience, topic, sort, version, body';

/**
 * Asks for each audience apart and merges: each part walks its index in order and stops at the limit. Asked together, SQLite
 * would look at the rows of all readerships, also of those that the viewer may not know of.
 */
export function sortedSql(conditions: readonly string[], audiences: number): string {
  const where = [...conditions, 'audience = ?', 'body IS NOT NULL'].join(' AND ');
  const part = `SELECT * FROM (SELECT ${COLUMNS} FROM document WHERE ${where} ORDER BY sort DESC, key LIMIT ?)`;
  return `${Array(audiences).fill(part).join(' UNION ALL ')} ORDER BY sort DESC, key, audience LIMIT ?`;
}

/** One document may be readable under two keys; it counts once. */
export function countSql(by: string, audiences: number): string {
  const part = `SELECT key, json_extract(body, '$.${by}') AS value FROM document WHERE kind = ? AND audience = ? AND body IS NOT NULL`;
  const each = Array(audiences).fill(part).join(' UNION ALL ');
  return `SELECT value, count(*) AS n FROM (SELECT key, max(value) AS value FROM (${each}) GROUP BY key) GROUP BY value`;
}

function checked(field: string): string {
  if (!FIELD.test(field)) throw new RangeError(`not the name of a field: ${field}`);
  return field;
}
