import { type Delta, liveLimits, type Row } from '@lianyu/contract/live';
import type { Change, ReadStore, ServedDocument } from '@lianyu/projections';
import type { Viewer } from '../access/viewer.ts';
import { type Cursors, shared } from './cursor.ts';

/** Sends one batch; `acknowledged` is called once, with false when the viewer was too slow. */
export type Send = (n: number, cursor: string, deltas: string, acknowledged: (inTime: boolean) => void) => void;

/** Texts of deltas and cursors, shared by all connections that are sent the same; emptied with every commit. */
export type Encoded = Map<string, string>;

interface Parts {
  readonly viewer: Viewer;
  readonly readStore: ReadStore;
  readonly cursors: Cursors;
  readonly encoded: Encoded;
  readonly send: Send;
  readonly tooSlow: () => void;
}

/**
 * One viewer's place in the feed (LV-2).
 * ```
 * idle ──(something visible)──→ in flight ──(ack)──→ idle, or at once the next batch
 *                                   └──(no ack in time)──→ closed: too slow
 * ```
 * Invariants: at most one batch is in flight; everything visible up to `seq` has been sent; what is held for a slow viewer is
 * `seq` and the names of topics that just came new, never a queue of changes: what a new topic needs is read when it can be sent.
 */
export class Connection {
  readonly viewer: Viewer;
  readonly #readership: string;
  topics: ReadonlySet<string> = new Set();
  #parts: Parts;
  #epoch = '';
  #seq = 0;
  #n = 0;
  #joined = false;
  #inFlight = false;
  /** Topics that came new and must be told before the feed goes on, each with the cursor of its page. */
  #fresh = new Map<string, string | undefined>();
  #caughtUp: (() => void)[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.viewer = parts.viewer;
    this.#readership = shared(parts.viewer.audiences).join();
  }

  get joined(): boolean {
    return this.#joined;
  }

  /** Begins the feed: from a cursor that is still good, otherwise with all there is (LV-4). */
  join(topics: readonly string[], cursor: string | undefined): void {
    const { readStore, cursors } = this.#parts;
    const { epoch, seq } = readStore.feed();
    const point = cursor === undefined ? undefined : cursors.read(cursor, this.viewer.audiences, epoch);
    const reachable = point !== undefined && readStore.changes(point.seq, 1) !== undefined;
    this.topics = new Set(topics);
    this.#epoch = epoch;
    this.#seq = reachable ? point.seq : seq;
    if (!reachable) for (const topic of topics) this.#fresh.set(topic, undefined);
    this.#joined = true;
    this.advance();
  }

  /**
   * Changes what is watched. A topic that is new is caught up from its own page's cursor, or sent whole.
   * @param caughtUp runs once all of that has been sent: from then on the connection's own cursor covers these topics
   */
  watch(wanted: readonly { readonly topic: string; readonly cursor?: string | undefined }[], caughtUp: () => void): void {
    const fresh = wanted.filter(({ topic }) => !this.topics.has(topic));
    this.topics = new Set(wanted.map(({ topic }) => topic));
    for (const topic of this.#fresh.keys()) if (!this.topics.has(topic)) this.#fresh.delete(topic);
    for (const { topic, cursor } of fresh) this.#fresh.set(topic, cursor);
    if (this.#fresh.size === 0) return caughtUp();
    this.#caughtUp.push(caughtUp);
    this.advance();
  }

  /** Whether any of these changes is this viewer's to see. */
  concerns(changes: readonly Change[]): boolean {
    return changes.some((change) => this.#sees(change));
  }

  /** Nothing visible happened up to here. Without this an idle viewer would fall out of the feed. */
  skipTo(seq: number): void {
    if (this.#joined && !this.#inFlight && this.#fresh.size === 0) this.#seq = seq;
  }

  /** Sends what there is to send, unless a batch is under way. */
  advance(): void {
    if (!this.#joined || this.#inFlight) return;
    const { readStore, encoded } = this.#parts;
    const { epoch, seq: head } = readStore.feed();
    if (epoch !== this.#epoch) return this.#restart();
    const first = this.#takeFresh();
    if (first.length > 0) this.#flush(JSON.stringify(first));
    for (const caughtUp of this.#caughtUp.splice(0)) caughtUp();
    if (first.length > 0) return;
    while (this.#seq < head) {
      const changes = readStore.changes(this.#seq, liveLimits.batchDeltas);
      if (!changes) return this.#restart();
      const seen = changes.filter((change) => this.#sees(change));
      this.#seq = changes.at(-1)?.seq ?? head;
      if (seen.length > 0) return this.#flush(textOf(seen, encoded));
    }
  }

  #flush(deltas: string): void {
    const { send, tooSlow } = this.#parts;
    this.#inFlight = true;
    this.#n += 1;
    send(this.#n, this.#cursor(), deltas, (inTime) => {
      this.#inFlight = false;
      if (inTime) this.advance();
      else tooSlow();
    });
  }

  /** Colleagues who may see the same stand at the same place with the same token: it is encrypted once. */
  #cursor(): string {
    const { cursors, encoded } = this.#parts;
    const name = `${this.#readership}\n${this.#epoch}\n${this.#seq}`;
    const known = encoded.get(name) ?? cursors.mint({ epoch: this.#epoch, seq: this.#seq }, this.viewer.audiences);
    encoded.set(name, known);
    return known;
  }

  /** The feed no longer reaches back to this viewer, or the documents were rebuilt: all topics anew. */
  #restart(): void {
    for (const topic of this.topics) this.#fresh.set(topic, undefined);
    ({ epoch: this.#epoch, seq: this.#seq } = this.#parts.readStore.feed());
    this.advance();
  }

  #takeFresh(): Delta[] {
    const deltas = [...this.#fresh].flatMap(([topic, cursor]) => this.#since(topic, cursor) ?? this.#snapshot(topic));
    this.#fresh.clear();
    return deltas;
  }

  #snapshot(topic: string): Delta[] {
    const { documents, more } = this.#parts.readStore.topic(topic, this.viewer.audiences, liveLimits.snapshotRows);
    return [{ op: 'reset', topic, more }, ...documents.map((document): Delta => ({ op: 'put', row: rowOf(document) }))];
  }

  /** What happened in one topic between its page's cursor and this connection's place; undefined when that cannot be told. */
  #since(topic: string, cursor: string | undefined): Delta[] | undefined {
    const { readStore, cursors } = this.#parts;
    const point = cursor === undefined ? undefined : cursors.read(cursor, this.viewer.audiences, readStore.feed().epoch);
    if (!point || point.seq > readStore.feed().seq) return undefined;
    if (point.seq >= this.#seq) return [];
    const missed = this.#seq - point.seq;
    if (missed > CATCH_UP) return undefined;
    const changes = readStore.changes(point.seq, missed);
    return changes?.filter((change) => change.op !== 'through' && topicOf(change) === topic && this.#sees(change)).map(deltaOf);
  }

  #sees(change: Change): boolean {
    if (change.op === 'through') return this.viewer.audiences.includes(change.audience);
    const { audience, topic } = change.op === 'put' ? change.document : change;
    return this.topics.has(topic) && this.viewer.audiences.includes(audience);
  }
}

/** Beyond this many changes a snapshot of the topic is cheaper than looking through them. */
const CATCH_UP = 2_000;

function topicOf(change: Exclude<Change, { op: 'through' }>): string {
  return change.op === 'put' ? change.document.topic : change.topic;
}

function textOf(changes: readonly Change[], encoded: Encoded): string {
  const key = changes.map(({ seq }) => seq).join();
  const known = encoded.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(changes.map(deltaOf));
  encoded.set(key, text);
  return text;
}

function deltaOf(change: Change): Delta {
  switch (change.op) {
    case 'put':
      return { op: 'put', row: rowOf(change.document) };
    case 'remove': {
      const { kind, key, audience, topic, version } = change;
      return { op: 'remove', kind, key, audience, topic, version };
    }
    case 'through':
      return { op: 'through', commandId: change.commandId };
  }
}

function rowOf({ kind, key, audience, topic, sort, version, body }: ServedDocument): Row {
  return { kind, key, audience, topic, sort, version, body };
}
