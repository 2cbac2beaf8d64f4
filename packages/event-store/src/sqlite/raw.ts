import type { Matching } from '../input/filter.ts';
import type { Appended, ExpectedRevision, Position } from '../port.ts';

/**
 * An event as the wire carries it. Streams of the ledger take canonical JSON alone; elsewhere `json` says that data is
 * valid JSON, and metadata is any bytes, also none.
 */
export interface RawEvent {
  /** A lower-case UUID. */
  readonly id: string;
  readonly type: string;
  readonly contentType: 'json' | 'binary';
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface RawStored extends RawEvent {
  readonly stream: string;
  /** `TOMBSTONE_REVISION` for the event that ends a stream for good. */
  readonly revision: bigint;
  readonly position: Position;
  /** To the millisecond. */
  readonly storedAt: Date;
}

/** EventStoreDB's number of the last event of a tombstoned stream, and its `$tb` of a deleted one. */
export const TOMBSTONE_REVISION = 9_223_372_036_854_775_807n;

/** The type of the event that ends a stream for good; nobody else may append it. */
export const TOMBSTONE_TYPE = '$streamDeleted';

/** The type of what `$$<stream>` holds. */
export const METADATA_TYPE = '$metadata';

/** A page of a stream, as its metadata (`$tb`, `$maxCount`, `$maxAge`) lets it be seen. */
export type RawStreamPage =
  /** Never written, or deleted and not written since. */
  | { readonly state: 'absent' }
  | { readonly state: 'tombstoned' }
  | {
      readonly state: 'there';
      readonly events: readonly RawStored[];
      /** The first revision that may still be read, and the last; `first` is `last + 1` when everything has expired. */
      readonly first: bigint;
      readonly last: bigint;
      /** Where to go on in the same direction; undefined at the end. */
      readonly next: bigint | undefined;
    };

export interface RawReadStream {
  /** The first revision to read, inclusive in both directions. */
  readonly from: bigint | 'start' | 'end';
  readonly direction: 'forwards' | 'backwards';
  readonly limit: number;
}

/** Streams or types, by what they begin with or by a regular expression (RE2 syntax). */
export type RawFilter = Matching;

export interface RawReadAll {
  /** Inclusive forwards, exclusive backwards, as in EventStoreDB. */
  readonly from: Position | 'start' | 'end';
  readonly direction: 'forwards' | 'backwards';
  readonly limit: number;
  readonly filter?: RawFilter;
}

/** A stretch of the log. It may end before `limit` events when it is long in bytes or its filter keeps little. */
export interface RawLogPage {
  readonly events: readonly RawStored[];
  /** `from` of the next page in the same direction; undefined at the end of the log. */
  readonly next: Position | undefined;
  /** The last position that was looked at: what a checkpoint may say. Undefined if there was none. */
  readonly through: Position | undefined;
}

export interface RawSubscribe {
  /** One stream; the whole log if absent. */
  readonly stream?: string;
  /** Exclusive: a revision of the stream, or a position of the log; `end` for what is appended from now on. The beginning if absent. */
  readonly after?: bigint | 'end';
  /** Of the whole log only. */
  readonly filter?: RawFilter;
  readonly signal?: AbortSignal;
}

/** `at` is a position of the log, or a revision when one stream is subscribed to; undefined while there is nothing. */
export type RawDelivery =
  | { readonly kind: 'event'; readonly event: RawStored }
  | { readonly kind: 'caught-up'; readonly at: bigint | undefined }
  | { readonly kind: 'checkpoint'; readonly at: Position };

/**
 * The engine at the level of bytes, for whatever serves it over a wire; `EventStore` stands on the same log. Here streams
 * that begin with `$` can be reached: `$$<stream>` holds the stream's metadata, of which the last event counts
 * (`$maxCount`, `$maxAge`, `$tb`); it hides events when they are read as a stream and removes none. Reads are one short
 * transaction each and at most some megabytes.
 */
export interface RawStore {
  /** As `EventStore.append`. @throws EventStoreError also STREAM_DELETED, STREAM_TOMBSTONED, LEDGER_NOT_DELETED (`$$<stream>` of the ledger with truncating metadata) */
  append(stream: string, expected: ExpectedRevision, events: readonly RawEvent[]): Promise<Appended>;
  readStream(stream: string, options: RawReadStream): RawStreamPage;
  readAll(options: RawReadAll): RawLogPage;
  /** @throws EventStoreError STREAM_TOMBSTONED when the stream is ended for good, before or while it is subscribed to */
  subscribe(options: RawSubscribe): AsyncIterable<RawDelivery>;
  /** Hides everything up to now by `$tb` in the stream's metadata; revisions go on when it is written again. Resolves with the position of that metadata. */
  deleteStream(stream: string, expected: ExpectedRevision): Promise<Position>;
  /** Ends the stream for good: later reads and appends are refused. */
  tombstone(stream: string, expected: ExpectedRevision): Promise<Position>;
  head(): Position | undefined;
}
