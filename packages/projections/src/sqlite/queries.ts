import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Audience } from '../folds/projection.ts';
import type { ListQuery, ServedDocument } from '../read-store.ts';
import { served } from './served.ts';

const COLUMNS = 'kind, key, audience, topic, sort, version, body';
/** Names of fields come from code, never from a request; this is the second lock on that door. */
const FIELD = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/** Everything that is read filters by audience in SQL (AZ-1); nothing is left to whoever asks. */
export function openQueries(db: DatabaseSync) {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const readable = (audiences: readonly Audience[]) => `body IS NOT NULL AND audience IN (${audiences.map(() => '?').join(', ')})`;
  const all = (sql: string, values: readonly (string | number)[]) =>
    statement(sql)
      .all(...values)
      .map((row) => served(row));

  return {
    topic: (topic: string, audiences: readonly Audience[], limit: number) =>
      all(`SELECT ${COLUMNS} FROM document WHERE topic = ? AND ${readable(audiences)} ORDER BY sort DESC, key, audience LIMIT ?`, [
        topic,
        ...audiences,
        limit,
      ]),

    list({ kind, audiences, where = {}, search, after, limit }: ListQuery): ServedDocument[] {
      const conditions = ['kind = ?', readable(audiences)];
      const values: (string | number)[] = [kind, ...audiences];
      for (const [field, value] of Object.entries(where)) {
        conditions.push(`json_extract(body, '$.${checked(field)}') = ?`);
        values.push(typeof value === 'boolean' ? Number(value) : value);
      }
      if (search !== undefined) {
        conditions.push("instr(json_extract(body, '$.search'), ?) > 0");
        values.push(search.toLowerCase());
      }
      if (after) {
        conditions.push('(sort < ? OR (sort = ? AND key > ?))');
        values.push(after.sort, after.sort, after.key);
      }
      return all(`SELECT ${COLUMNS} FROM document WHERE ${conditions.join(' AND ')} ORDER BY sort DESC, key, audience LIMIT ?`, [...values, limit]);
    },

    get(kind: string, key: string, audiences: readonly Audience[]): ServedDocument | undefined {
      return all(`SELECT ${COLUMNS} FROM document WHERE kind = ? AND key = ? AND ${readable(audiences)} ORDER BY audience DESC LIMIT 1`, [
        kind,
        key,
        ...audiences,
      ])[0];
    },

    count(kind: string, audiences: readonly Audience[], by: string): Record<string, number> {
      // One document may be readable under two keys; it counts once.
      const sql = `SELECT value, count(*) AS n FROM (SELECT key, max(json_extract(body, '$.${checked(by)}')) AS value FROM document WHERE kind = ? AND ${readable(audiences)} GROUP BY key) GROUP BY value`;
      return Object.fromEntries(
        statement(sql)
          .all(kind, ...audiences)
          .map((row) => [String(row['value']), Number(row['n'])]),
      );
    },
  };
}

function checked(field: string): string {
  if (!FIELD.test(field)) throw new RangeError(`not the name of a field: ${field}`);
  return field;
}
