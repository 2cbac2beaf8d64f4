import type { DatabaseSync } from 'node:sqlite';
import type { Audience } from '../folds/projection.ts';
import type { Change, ProjectedChange } from '../read-store.ts';
import { served } from './served.ts';
import type { Applied } from './writer.ts';

/** How many changes stay readable. Who stands further back gets a snapshot (LV-4). */
const KEPT = 50_000;
/** The newest ones in memory, so that a tail of many sockets does not ask the database. */
const RING = 4_096;
/** What may stand over before it is pruned: rarely and much costs less than always a little. */
const SLACK = 1.25;

type FeedRow = {
  readonly op: string;
  readonly kind: string;
  readonly key: string;
  readonly audience: string;
  readonly topic: string;
  readonly sort: string;
  readonly version: number;
  readonly text: number | null;
};

/**
 * The feed of changes: in the database for who comes back, in memory for who is there.
 * Invariants: what is readable are the changes `first` to `last` without a hole; the ring is the end of it.
 */
export function openFeed(db: DatabaseSync, kept = KEPT) {
  const insert = db.prepare('INSERT INTO feed (op, kind, key, audience, topic, sort, version, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const prune = db.prepare('DELETE FROM feed WHERE seq < ?');
  const select = db.prepare(
    'SELECT f.seq, f.op, f.kind, f.key, f.audience, f.topic, f.sort, f.version, t.body FROM feed f LEFT JOIN text t ON t.id = f.text WHERE f.seq > ? ORDER BY f.seq LIMIT ?',
  );
  let last = Number(db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'feed'").get()?.['seq'] ?? 0);
  let first = Number(db.prepare('SELECT min(seq) AS seq FROM feed').get()?.['seq'] ?? last + 1);
  let ring: Change[] = [];
  let fresh: Change[] = [];
  let nextFirst = first;

  return {
    head: () => last,
    /** Inside the transaction of the write. */
    append(change: ProjectedChange, applied: Applied): void {
      const row = rowOf(change, applied);
      const seq = Number(insert.run(row.op, row.kind, row.key, row.audience, row.topic, row.sort, row.version, row.text).lastInsertRowid);
      fresh.push(changeOf(seq, { ...row, body: change.op === 'put' ? change.json : null }));
    },
    /** The last thing inside the transaction of the write. */
    prune(): void {
      const head = fresh.at(-1)?.seq ?? last;
      if (head - first + 1 <= kept * SLACK) return;
      nextFirst = head - kept + 1;
      prune.run(nextFirst);
    },
    committed(): void {
      last = fresh.at(-1)?.seq ?? last;
      first = nextFirst;
      for (const change of fresh) ring.push(change);
      if (ring.length > 2 * RING) ring = ring.slice(-RING);
      while ((ring[0]?.seq ?? first) < first) ring = ring.slice(first - (ring[0]?.seq ?? first));
      fresh = [];
    },
    rolledBack(): void {
      fresh = [];
      nextFirst = first;
    },
    /** A new epoch was committed: what was in the feed is gone, and its numbers are not given again. */
    begunAgain(): void {
      ring = [];
      fresh = [];
      first = last + 1;
      nextFirst = first;
    },
    after(seq: number, limit: number): readonly Change[] | undefined {
      if (seq > last || seq + 1 < first) return undefined;
      const oldest = ring[0];
      if (oldest && seq + 1 >= oldest.seq) return ring.slice(seq + 1 - oldest.seq, seq + 1 - oldest.seq + limit);
      return select.all(seq, limit).map((row) => changeOf(Number(row['seq']), row));
    },
  };
}

function rowOf(change: ProjectedChange, { version, text }: Applied): FeedRow {
  if (change.op === 'through')
    return { op: 'through', kind: '', key: change.commandId, audience: change.audience, topic: '', sort: '', version: 0, text: null };
  const { kind, key, audience, topic, sort } = change.document;
  return { op: change.op, kind, key, audience, topic, sort, version, text: text ?? null };
}

function changeOf(seq: number, row: Readonly<Record<string, unknown>>): Change {
  const audience = String(row['audience']) as Audience;
  const key = String(row['key']);
  if (row['op'] === 'through') return { seq, op: 'through', commandId: key, audience };
  if (row['op'] === 'put') return { seq, op: 'put', document: served(row) };
  return { seq, op: 'remove', kind: String(row['kind']), key, audience, topic: String(row['topic']), version: Number(row['version']) };
}
