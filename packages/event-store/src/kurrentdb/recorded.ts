import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { EventStoreError, type Position, type StoredEvent } from '../port.ts';

/** An event as it came over the wire, its content still bytes. */
export interface Recorded {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly storedAt: Date;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws EventStoreError STORE_FAILED: the message is not one of the protocol's */
export function recordedOf(read: ReadResp.ReadEvent): Recorded {
  const event = read.getEvent();
  if (!event) throw failed('no-event');
  const about = event.getMetadataMap();
  const commit = event.getCommitPosition();
  // Only transactions of the old TCP protocol have events that share a commit position; they could not be told apart by ours.
  if (commit !== event.getPreparePosition()) throw failed('explicit-transaction', commit);
  return {
    stream: utf8.decode(event.getStreamIdentifier()?.getStreamName_asU8()),
    revision: BigInt(event.getStreamRevision()),
    position: BigInt(commit) as Position,
    id: event.getId()?.getString().toLowerCase() ?? '',
    type: about.get('type') ?? '',
    isJson: about.get('content-type') === 'application/json',
    data: event.getData_asU8(),
    metadata: event.getCustomMetadata_asU8(),
    storedAt: new Date(millisecondsOf(about.get('created'))),
  };
}

/** What the port shows: neither the store's own streams and events, nor what is no JSON (which the port cannot have written). */
export function isShown({ stream, type, isJson }: Recorded): boolean {
  return isJson && !stream.startsWith('$') && !type.startsWith('$');
}

/** @throws EventStoreError STORE_FAILED {problem: `not-json`} */
export function storedOf({ isJson: _, ...event }: Recorded): StoredEvent {
  return { ...event, data: json(event.data, event.position), metadata: json(event.metadata, event.position) };
}

function json(bytes: Uint8Array, position: Position): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    throw failed('not-json', String(position), cause);
  }
}

/** `created` counts ticks of 100 ns since the Unix epoch: more than a number holds exactly. */
function millisecondsOf(created: string | undefined): number {
  return created === undefined || created.length <= 4 ? 0 : Number(created.slice(0, -4));
}

function failed(problem: string, position = '', cause?: unknown): EventStoreError {
  return new EventStoreError('STORE_FAILED', position === '' ? { problem } : { problem, position }, cause);
}
