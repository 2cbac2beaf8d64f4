/** Where an event stands in the order of the whole log. Opaque: comparable, not dense, meaningful to one engine only. */
export type Position = bigint & { readonly of: 'log' };

/** What the writer believes about the stream (EV-4): its last revision, or one of EventStoreDB's three other expectations. */
export type ExpectedRevision = bigint | 'no-stream' | 'stream-exists' | 'any';

/** An event to be appended. Data and metadata are plain JSON; the ledger's are stored as RFC 8785 bytes (PF-1). */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  /** The engine's clock when it was stored; what counts for people is `recordedAt` in the metadata. */
  readonly storedAt: Date;
}

/** `idempotent`: these very events were there already and nothing was written. */
export interface Appended {
  readonly outcome: 'appended' | 'idempotent';
  readonly revision: bigint;
  readonly position: Position;
}

export interface ReadStream {
  /** The first revision to read; the beginning (or the end, backwards) if absent. */
  readonly from?: bigint;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

export interface ReadAll {
  /** Forwards only: what lies after this position, exclusive; the beginning if absent. */
  readonly after?: Position;
  /** Backwards only: what lies before this position, exclusive; the end if absent. */
  readonly before?: Position;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
  readonly filter?: Filter;
}

/**
 * Matches a stream's name, or an event's type, that begins with one of the prefixes, or in which the regular expression
 * (RE2 syntax, linear in time; it may match anywhere unless it is anchored) finds something.
 */
export type Filter =
  | { readonly streamPrefixes: readonly string[] }
  | { readonly typePrefixes: readonly string[] }
  | { readonly streamPattern: string }
  | { readonly typePattern: string };

export interface Subscribe {
  /** Exclusive; the beginning if absent. */
  readonly after?: Position;
  readonly filter?: Filter;
  /** Ends the subscription without an error. */
  readonly signal?: AbortSignal;
}

/**
 * What a subscription yields. Catch-up turns into live without gap or duplicate; `caught-up` is said each time the end of
 * the log is reached after events were read. `checkpoint` is said where a filter passed events over.
 */
export type Delivery =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'caught-up'; readonly position: Position | undefined }
  | { readonly kind: 'checkpoint'; readonly position: Position };

export interface SubscribeStream {
  /** The last revision seen, exclusive; the beginning if absent. */
  readonly after?: bigint;
  /** Ends the subscription without an error. */
  readonly signal?: AbortSignal;
}

/** What a subscription to one stream yields; `caught-up` names the stream's last revision, undefined while it has none. */
export type StreamDelivery =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'caught-up'; readonly revision: bigint | undefined };

/**
 * The event store as the platform sees it, the same on the embedded engine and on EventStoreDB. A slow reader of a
 * subscription holds a cursor, not a buffer. Every method rejects with `EventStoreError` and nothing else.
 */
export interface EventStore {
  /** All or nothing; resolved when durable. @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED, WRONG_EXPECTED_REVISION {stream, expected, actual}, STORE_FULL, STORE_FAILED, STORE_CLOSED */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;
  /** At most `limit` (1,000) events; empty for a stream that does not exist. */
  readStream(stream: string, options?: ReadStream): Promise<readonly StoredEvent[]>;
  readAll(options?: ReadAll): Promise<readonly StoredEvent[]>;
  subscribe(options?: Subscribe): AsyncIterable<Delivery>;
  /** One stream, also one that does not exist yet. */
  subscribeStream(stream: string, options?: SubscribeStream): AsyncIterable<StreamDelivery>;
  /** The position of the last event, for readiness and lag; undefined when the log is empty. */
  head(): Promise<Position | undefined>;
  close(): Promise<void>;
}

/** The store as a reader beside the writer's process sees it. */
export type EventReader = Pick<EventStore, 'readStream' | 'readAll' | 'head' | 'close'>;

export type EventStoreErrorCode =
  | 'WRONG_EXPECTED_REVISION' // {stream, expected, actual}: a decimal revision or one of the words of `ExpectedRevision`
  | 'INPUT_INVALID' // {field, problem}
  | 'LIMIT_EXCEEDED' // {limit, allowed, actual}: the name in `limits`
  | 'STREAM_DELETED' // {stream}: `stream-exists` on a stream that was deleted and may be written anew
  | 'STREAM_TOMBSTONED' // {stream}: deleted for good
  | 'LEDGER_NOT_DELETED' // {stream}: a ledger stream is neither deleted nor truncated (EV-5)
  | 'STORE_FULL'
  | 'STORE_FAILED' // {problem}: nothing more is read or written until the store is opened again
  | 'STORE_CLOSED'
  | 'STORE_LOCKED' // {path}
  | 'STORE_FOREIGN' // {path, problem}
  | 'STORE_NEWER' // {path, version, known}
  | 'STORE_OLDER' // {path, version, known}: to be opened once by a writer, which migrates it
  | 'STORE_READ_ONLY' // {path}
  | 'STORE_EXISTS' // {path}: where a copy was to be made
  | 'STORE_LEDGER_DIFFERS' // {kept, given}: ledger categories of the file and of whoever opens it
  | 'STORE_LEDGER_UNGUARDED' // {acts}: what may be done to ledger streams with the credentials given (EV-5)
  | 'STORE_UNAVAILABLE' // {problem, details}: not reached in time; an append may have been stored, and is stored once if it is sent again
  | 'STORE_DENIED'; // {problem}: `credentials` are not accepted, or give no `access`

export class EventStoreError extends Error {
  readonly code: EventStoreErrorCode;
  readonly data: Readonly<Record<string, string>>;
  constructor(code: EventStoreErrorCode, data: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'EventStoreError';
    this.code = code;
    this.data = data;
  }
}

/** Limits that both engines hold to (ER-3). Sizes are in bytes of UTF-8; an event's is that of its data and metadata as stored. */
export const limits = {
  eventBytes: 1_048_576,
  batchBytes: 16_777_216,
  batchEvents: 1_000,
  streamNameBytes: 256,
  typeBytes: 256,
  jsonDepth: 100,
  readEvents: 1_000,
  filterPrefixes: 100,
  filterPatternBytes: 1_024,
  /** Instructions of a compiled regular expression: what it may cost for each character that it looks at. */
  filterPatternSteps: 10_000,
  /** What may wait to be committed; beyond it an append is refused instead of queued. */
  waitingBytes: 67_108_864,
  waitingAppends: 10_000,
} as const;
