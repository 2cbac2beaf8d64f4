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
  /** Equality on top-level fields of the body; the declared ones are indexed. */
  readonly where?: Readonly<Record<string, string | number | boolean>>;
  /** Case-insensitive, anywhere in the body's `search` field. */
  readonly search?: string;
  readonly after?: { readonly sort: string; readonly key: string };
  readonly limit: number;
}

/** Everything that one event changes; written in one transaction with checkpoint and feed position (PR-2). */
export interface ProjectedEvent {
  readonly position: Position;
  readonly states: readonly { readonly projection: string; readonly key: string; readonly state: unknown }[];
  readonly puts: readonly Document[];
  readonly removes: readonly Pick<Document, 'kind' | 'key' | 'audience'>[];
  readonly through?: { readonly commandId: string; readonly audience: Audience };
}

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
  /** Changes after `seq`, oldest first, unfiltered; undefined when the feed no longer reaches back that far. */
  changes(after: number, limit: number): readonly Change[] | undefined;
  feed(): FeedPoint;
  /** Runs when changes were committed. Returns how to stop. */
  onCommit(listener: () => void): () => void;
  close(): void;
}
