import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '@lianyu/domain/kernel';
import type { Position } from '@lianyu/event-store';
import type { DocumentChanged, Moment, ReadStore } from '../read-store.ts';
import type { openAsOf } from './as-of.ts';
import type { SeriesIndex } from './series.ts';
import { served } from './served.ts';

/** Moments of the log, and what became of documents between them. */
export function openHistory(db: DatabaseSync, series: SeriesIndex, asOf: ReturnType<typeof openAsOf>) {
  const momentAt = db.prepare('SELECT at, position FROM moment WHERE at <= ? ORDER BY at DESC LIMIT 1');
  const momentFrom = db.prepare('SELECT at, position FROM moment WHERE position >= ? ORDER BY position LIMIT 1');
  const lastMoment = db.prepare('SELECT at, position FROM moment ORDER BY position DESC LIMIT 1');
  const touched = db.prepare(
    'SELECT DISTINCT d.kind, d.key FROM touched c JOIN document d ON d.id = c.document WHERE c.series = ? AND c.position > ? AND c.position <= ? ORDER BY d.key LIMIT ?',
  );
  const versions = db.prepare(
    `SELECT v.since, v.version, v.topic, v.sort, v.body FROM (
       SELECT d.since, d.version, d.topic, d.sort, t.body FROM document d LEFT JOIN text t ON t.id = d.text WHERE d.id = ?1
       UNION ALL SELECT p.since, p.version, p.topic, p.sort, t.body FROM past p LEFT JOIN text t ON t.id = p.text WHERE p.document = ?1
     ) v ORDER BY v.version DESC LIMIT ?2`,
  );
  const idOf = db.prepare('SELECT id FROM document WHERE kind = ? AND key = ?');

  return {
    momentAt: (instant: Instant) => momentIn(momentAt.get(instant)),
    momentOf(position: Position): Moment | undefined {
      const found = momentIn(momentFrom.get(Number(position)));
      if (found) return { ...found, position };
      return momentIn(lastMoment.get());
    },
    between({ what, name, audiences, from, to, limit }: Parameters<ReadStore['between']>[0]): ReturnType<ReadStore['between']> {
      const changed: DocumentChanged[] = [];
      let more = false;
      for (const audience of audiences) {
        const id = series.idOf(what, name, audience);
        if (id === undefined) continue;
        const rows = touched.all(id, Number(from), Number(to), limit + 1);
        if (rows.length > limit) more = true;
        for (const row of rows.slice(0, limit)) {
          const kind = series.of(Number(row['kind'])).name;
          const key = String(row['key']);
          const [before, after] = [asOf.one(kind, key, audience, Number(from)), asOf.one(kind, key, audience, Number(to))];
          if (before?.version !== after?.version) changed.push({ before, after });
        }
      }
      return { changed, more };
    },
    versions(kind: string, key: string, audience: Parameters<ReadStore['versions']>[2], limit: number): ReturnType<ReadStore['versions']> {
      const id = series.idOf('kind', kind, audience);
      const document = id === undefined ? undefined : idOf.get(id, key)?.['id'];
      if (typeof document !== 'number') return [];
      return versions.all(document, limit).map((row) => ({
        since: BigInt(Number(row['since'])) as Position,
        version: Number(row['version']),
        document: row['body'] === null ? undefined : served({ ...row, kind, key, audience, topic: series.of(Number(row['topic'])).name }),
      }));
    },
  };
}

function momentIn(row: Readonly<Record<string, unknown>> | undefined): Moment | undefined {
  return row && { at: String(row['at']) as Instant, position: BigInt(Number(row['position'])) as Position };
}
