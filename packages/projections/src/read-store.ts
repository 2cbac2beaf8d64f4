import type { Instant } from '@lianyu/domain/kernel';
import type { Position } from '@lianyu/event-store';
import type { Audience, Document } from './folds/projection.ts';

/** A document as it is served. `version` counts its changes from one: a copy is newer exactly if its version is higher. */
export interface ServedDocument extends Document {
  readonly version: number;
  /** The body as it is stored; `body` is parsed from it when it is first asked for. */
  readonly json: string;
}

/** One step of the feed: a document that its audience may read was put or removed, or a member's command has gone through. */
export type Change =
  | { readonly seq: number; readonly op: 'put'; readonly document: ServedDocument }
  | {
      readonly seq: number;
      readonly op: 'remove';
      readonly kind: string;
      readonly key: string;
      readonly audience: Audience;
      readonly topic: string;
      readonly version: number;
    }
  | { readonly seq: number; readonly op: 'through'; readonly commandId: string; readonly audience: Audience };

/** Where a reader of the feed stands. `epoch` changes when the documents are rebuilt (LV-4). */
export interface FeedPoint {
  readonly epoch: string;
  readonly seq: number;
}

export interface ListQuery {
  readonly kind: string;
  readonly audiences: readonly Audience[];
  /** Equality on top-level fields of the body. */
  readonly where?: Readonly<Record<string, string | number | boolean>>;
  /** A top-level list of the body has one of these. */
  readonly any?: { readonly field: string; readonly values: readonly string[] };
  /** A top-level text of the body is not before `from` and not after `to`. */
  readonly between?: { readonly field: string; readonly from?: string; readonly to?: string };
  /** Case-insensitive, anywhere in the body's `search` field, or in the pinyin initials of its Chinese words. */
  readonly search?: string;
  readonly after?: { readonly sort: string; readonly key: string };
  readonly limit: number;
}

/** Documents as they stand, or stood at one position of the log. All calls are synchronous and short. */
export interface Documents {
  /** The documents of a topic that the audiences may read; `more` when cut at `limit`. */
  topic(topic: string, audiences: readonly Audience[], limit: number): { readonly documents: readonly ServedDocument[]; readonly more: boolean };
  list(query: ListQuery): { readonly documents: readonly ServedDocument[] };
  get(kind: string, key: string, audiences: readonly Audience[]): ServedDocument | undefined;
  /** Counts of a field's values among the documents of a kind. */
  count(kind: string, audiences: readonly Audience[], by: string): Readonly<Record<string, number>>;
}

/** A moment of the log: a position, and the running maximum of `recordedAt` there. */
export interface Moment {
  readonly position: Position;
  readonly at: Instant;
}

/** One document between two moments: what it was and what it is; undefined where it did not stand. */
export interface DocumentChanged {
  readonly before: ServedDocument | undefined;
  readonly after: ServedDocument | undefined;
}

/** A version of a document, from the event that made it until the next one; undefined where it was removed. */
export interface DocumentVersion {
  readonly since: Position;
  readonly version: number;
  readonly document: ServedDocument | undefined;
}

/** What is asked for between two moments: a page by its topic, or the documents of a kind. */
export interface SpanQuery {
  readonly what: 'kind' | 'topic';
  readonly name: string;
  readonly audiences: readonly Audience[];
  readonly from: Position;
  readonly to: Position;
  readonly limit: number;
}

/** What queries and the live feed read. */
export interface ReadStore extends Documents {
  /** With the feed point at which that is so. */
  topic(
    topic: string,
    audiences: readonly Audience[],
    limit: number,
  ): { readonly documents: readonly ServedDocument[]; readonly at: FeedPoint; readonly more: boolean };
  list(query: ListQuery): { readonly documents: readonly ServedDocument[]; readonly at: FeedPoint };
  /** As they stood after the event at that position; from positions that are not in them yet nothing is there (PR-4). */
  asOf(position: Position): Documents;
  /** The last position whose running maximum of `recordedAt` is not later; undefined before the first event. */
  momentAt(instant: Instant): Moment | undefined;
  /** The moment of that position; of one behind the last event that is in the documents, that one. Undefined before the first. */
  momentOf(position: Position): Moment | undefined;
  /** What became of a topic or a kind after `from`, up to `to`: of each document that an event changed, both ends. */
  between(query: SpanQuery): { readonly changed: readonly DocumentChanged[]; readonly more: boolean };
  /** All versions of one document for one readership, newest first. */
  versions(kind: string, key: string, audience: Audience, limit: number): readonly DocumentVersion[];
  /** Changes after `seq`, oldest first, unfiltered; undefined when the feed does not reach back that far, or not yet forward. */
  changes(after: number, limit: number): readonly Change[] | undefined;
  feed(): FeedPoint;
  /** Runs when changes were committed. Returns how to stop. */
  onCommit(listener: () => void): () => void;
  close(): void;
}

/** What a fold did with some events: written in one transaction with checkpoint and feed position (PR-2). */
export interface Projected {
  /** The position of the last event that is in it. */
  readonly position: Position;
  /** That event, by which the log is recognised when the runner comes back. */
  readonly last?: Mark;
  readonly states: readonly { readonly projection: string; readonly key: string; readonly state: Uint8Array }[];
  /** In the order in which they happened. */
  readonly changes: readonly ProjectedChange[];
  /** Of all events, in the order of the log; `at` is when each says that it was recorded. */
  readonly moments: readonly Moment[];
}

export type Folded = Pick<Projected, 'states' | 'changes' | 'moments'>;

/** An event by its place in its stream: the same in every engine, unlike its position. */
export interface Mark {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
}

/** `position` is that of the event that made the change. */
export type ProjectedChange =
  | { readonly op: 'put'; readonly position: Position; readonly document: Document; readonly json: string }
  | { readonly op: 'remove'; readonly position: Position; readonly document: Document }
  | { readonly op: 'through'; readonly commandId: string; readonly audience: Audience };

/** What the runner writes to. A runner that was overtaken by another one is refused (PR-2). */
export interface RunnerStore {
  /** Takes over: whoever ran before is refused from now on. @returns where to go on, and the token to write with. */
  takeOver(projections: readonly { readonly name: string; readonly version: number }[]): {
    readonly fence: number;
    readonly position: Position | undefined;
    readonly last?: Mark | undefined;
  };
  /** Throws all documents away, for a log that is not the one they came from. @throws RunnerOvertakenError */
  beginAgain(fence: number): void;
  /** The position of the last event that is in the documents. */
  checkpoint(): Position | undefined;
  state(projection: string, key: string): Uint8Array | undefined;
  /** @throws RunnerOvertakenError and writes nothing when `fence` is no longer the newest or `before` not the checkpoint */
  write(fence: number, before: Position | undefined, projected: Projected): void;
  /** Room for documents that are built a second time and read by nobody (PR-3). */
  beside(): Beside;
}

/** Documents and states that are built beside the served ones. */
export interface Beside {
  state(projection: string, key: string): Uint8Array | undefined;
  /** All of it or nothing; the feed is told nothing. */
  write(projected: Folded): void;
  /** Where the two sets of documents are not the same to the byte, at most `limit` of them. */
  differences(limit: number): readonly Difference[];
  /** Takes the place of the served ones in one transaction, under a new epoch (LV-4). @throws RunnerOvertakenError as `write` does */
  swap(fence: number, at: Position | undefined): void;
  /** Leaves no trace. Does nothing after a swap. */
  drop(): void;
}

/** A document that is served otherwise than a rebuild makes it; undefined where it is missing. */
export interface Difference {
  readonly kind: string;
  readonly key: string;
  readonly audience: string;
  readonly served: DocumentText | undefined;
  readonly rebuilt: DocumentText | undefined;
}

/** A document without its identity, to the byte; `json` is null where it was removed. */
export interface DocumentText {
  readonly topic: string;
  readonly sort: string;
  readonly version: number;
  /** The position of the event that made it. */
  readonly since: number;
  readonly json: string | null;
}

/** Another runner has taken over; this one must stop. */
export class RunnerOvertakenError extends Error {
  constructor() {
    super('another runner has taken over');
    this.name = 'RunnerOvertakenError';
  }
}
