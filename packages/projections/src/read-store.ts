import type { Position } from '@lianyu/event-store';
import type { Audience, Document } from './folds/projection.ts';

/** A document as it is served. `version` counts its changes from one: a copy is newer exactly if its version is higher. */
export interface ServedDocument extends Document {
  readonly version: number;
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
  /** Case-insensitive, anywhere in the body's `search` field. */
  readonly search?: string;
  readonly after?: { readonly sort: string; readonly key: string };
  readonly limit: number;
}

/** What queries and the live feed read. All calls are synchronous and short. */
export interface ReadStore {
  /** The served documents of a topic that the audiences may read, and the feed point at which that is so; `more` when cut at `limit`. */
  topic(
    topic: string,
    audiences: readonly Audience[],
    limit: number,
  ): { readonly documents: readonly ServedDocument[]; readonly at: FeedPoint; readonly more: boolean };
  list(query: ListQuery): { readonly documents: readonly ServedDocument[]; readonly at: FeedPoint };
  get(kind: string, key: string, audiences: readonly Audience[]): ServedDocument | undefined;
  /** Counts of a field's values among the documents of a kind. */
  count(kind: string, audiences: readonly Audience[], by: string): Readonly<Record<string, number>>;
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
  readonly states: readonly { readonly projection: string; readonly key: string; readonly state: Uint8Array }[];
  /** In the order in which they happened. */
  readonly changes: readonly ProjectedChange[];
}

export type ProjectedChange =
  | { readonly op: 'put'; readonly document: Document; readonly json: string }
  | { readonly op: 'remove'; readonly document: Document }
  | { readonly op: 'through'; readonly commandId: string; readonly audience: Audience };

/** What the runner writes to. A runner that was overtaken by another one is refused (PR-2). */
export interface RunnerStore {
  /** Takes over: whoever ran before is refused from now on. @returns where to go on, and the token to write with. */
  takeOver(projections: readonly { readonly name: string; readonly version: number }[]): {
    readonly fence: number;
    readonly position: Position | undefined;
  };
  state(projection: string, key: string): Uint8Array | undefined;
  /** @throws RunnerOvertakenError and writes nothing when `fence` is no longer the newest or `before` not the checkpoint */
  write(fence: number, before: Position | undefined, projected: Projected): void;
}

/** Another runner has taken over; this one must stop. */
export class RunnerOvertakenError extends Error {
  constructor() {
    super('another runner has taken over');
    this.name = 'RunnerOvertakenError';
  }
}
