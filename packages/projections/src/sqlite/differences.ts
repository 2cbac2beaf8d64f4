import type { DatabaseSync } from 'node:sqlite';
import type { Difference, DocumentText } from '../read-store.ts';

/**
 * Where two sets of documents are not the same to the byte: what is served now, and every version before. Numbers by which tables
 * name each other are not compared: what they lead to is.
 * @param served, rebuilt what the names of the tables begin with, also `other.` for an attached file
 */
export function differencesBetween(db: DatabaseSync, served: string, rebuilt: string, limit: number): readonly Difference[] {
  const [one, other] = [versionsSql(served), versionsSql(rebuilt)];
  const only = (these: string, those: string) =>
    `SELECT kind, key, audience, version FROM (SELECT * FROM (${these}) EXCEPT SELECT * FROM (${those}))`;
  const found = db.prepare(`${only(one, other)} UNION ${only(other, one)} ORDER BY kind, key, audience, version LIMIT ?`).all(limit);
  const textIn = (sql: string) => {
    const statement = db.prepare(
      `SELECT topic, sort, version, since, body FROM (${sql}) WHERE kind = ? AND key = ? AND audience = ? AND version = ?`,
    );
    return (...identity: [string, string, string, number]) => textOf(statement.get(...identity));
  };
  const [inServed, inRebuilt] = [textIn(one), textIn(other)];
  return found.map((row): Difference => {
    const [kind, key, audience, version] = [String(row['kind']), String(row['key']), String(row['audience']), Number(row['version'])];
    return {
      kind,
      key,
      audience,
      served: inServed(kind, key, audience, version),
      rebuilt: inRebuilt(kind, key, audience, version),
    };
  });
}

function versionsSql(prefix: string): string {
  const columns = (from: string) =>
    `s.name AS kind, d.key AS key, s.audience AS audience, t.name AS topic, ${from}.sort AS sort, ${from}.version AS version, ${from}.since AS since, x.body AS body`;
  const joins = (from: string) => `JOIN ${prefix}series t ON t.id = ${from}.topic LEFT JOIN ${prefix}text x ON x.id = ${from}.text`;
  return `
    SELECT ${columns('d')} FROM ${prefix}document d JOIN ${prefix}series s ON s.id = d.kind ${joins('d')}
    UNION ALL SELECT ${columns('p')} FROM ${prefix}past p JOIN ${prefix}document d ON d.id = p.document JOIN ${prefix}series s ON s.id = d.kind ${joins('p')}`;
}

function textOf(row: Record<string, unknown> | undefined): DocumentText | undefined {
  if (!row) return undefined;
  const { topic, sort, version, since, body } = row;
  return {
    topic: String(topic),
    sort: String(sort),
    version: Number(version),
    since: Number(since),
    json: body === null ? null : String(body),
  };
}
