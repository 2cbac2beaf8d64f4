import type { DatabaseSync } from 'node:sqlite';
import type { Audience } from '../folds/projection.ts';
import type { Change, ProjectedChange } from '../read-store.ts';

/** How many changes stay readable. Who stands further back gets a snapshot (LV-4). */
const KEPT = 50_000;
/** The newest ones in memory, so that a tail of many sockets does not ask the database. */
const RING = 4_096;

type FeedRow = {
  seq: number;
  op: string;
  kind: string;
  key: string;
  audience: string;
  topic: string;
  sort: string;
  version: number;
  body: string | null;
};

/** The feed of changes: in the database for who comes back, in memory for who is there. */
export function openFeed(db: DatabaseSync, kept = KEPT) {
  const insert = db.prepare('INSERT INTO feed (op, kind, key, audience, topic, sort, version, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const prune = db.prepare('DELETE FROM feed WHERE seq <= ?');
  const select = db.prepare('SELECT seq, op, kind, key, audience, topic, sort, version, body FROM feed WHERE seq > ? ORDER BY seq LIMIT ?');
  let first = Number(db.prepare('SELECT min(seq) AS seq FROM feed').get()?.['seq'] ?? 0);
  let last = Number(db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'feed'").get()?.['seq'] ?? 0);
  let ring: Change[] = [];
  let fresh: Change[] = [];

  return {
    head: () => last,
    /** Inside the transaction of the write. */
    append(change: ProjectedChange, version: number): void {
      const row = rowOf(change, version);
      const seq = Number(insert.run(row.op, row.kind, row.key, row.audience, row.topic, row.sort, row.version, row.body).lastInsertRowid);
      fresh.push(changeOf({ ...row, seq }));
    },
    committed(): void {
      const newest = fresh.at(-1);
      if (!newest) return;
      if (last === 0 || first === 0) first = fresh[0]?.seq ?? 0;
      last = newest.seq;
      ring = [...ring, ...fresh].slice(-RING);
      fresh = [];
      if (last - first >= kept * 1.25) {
        prune.run(last - kept);
        first = last - kept + 1;
      }
    },
    rolledBack(): void {
      fresh = [];
    },
    begunAgain(): void {
      ring = [];
      fresh = [];
      first = 0;
    },
    after(seq: number, limit: number): readonly Change[] | undefined {
      if (seq > last || (seq < last && (first === 0 || seq + 1 < first))) return undefined;
      const oldest = ring[0];
      if (oldest && seq + 1 >= oldest.seq) return ring.slice(seq + 1 - oldest.seq, seq + 1 - oldest.seq + limit);
      return select.all(seq, limit).map((row) => changeOf(row as unknown as FeedRow));
    },
  };
}
export type Feed = ReturnType<typeof openFeed>;

function rowOf(change: ProjectedChange, version: number): Omit<FeedRow, 'seq'> {
  if (change.op === 'through')
    return { op: 'through', kind: '', key: change.commandId, audience: change.audience, topic: '', sort: '', version: 0, body: null };
  const { kind, key, audience, topic, sort } = change.document;
  return { op: change.op, kind, key, audience, topic, sort, version, body: change.op === 'put' ? change.json : null };
}

function changeOf({ seq, op, kind, key, audience: who, topic, sort, version, body }: FeedRow): Change {
  const audience = who as Audience;
  if (op === 'through') return { seq, op, commandId: key, audience };
  if (op === 'remove' || body === null) return { seq, op: 'remove', kind, key, audience, topic, version };
  return { seq, op: 'put', document: { kind, key, audience, topic, sort, version, body: JSON.parse(body) } };
}
