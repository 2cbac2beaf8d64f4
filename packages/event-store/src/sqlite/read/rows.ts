import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { bytesOf } from '../../input/batch.ts';
import { EventStoreError, type Position, type StoredEvent } from '../../port.ts';
import type { RawStored } from '../raw.ts';
import { TOMBSTONE_REVISION, TOMBSTONE_TYPE } from '../raw.ts';

/** A row as an array: several times cheaper to make than an object, and every read makes thousands. */
export type Row = readonly SQLOutputValue[];

/** A prepared statement that answers in arrays. Integers are numbers: no file holds 2^53 events. */
export interface Rows {
  all(...parameters: readonly (string | number | Uint8Array)[]): readonly Row[];
  first(...parameters: readonly (string | number | Uint8Array)[]): Row | undefined;
  iterate(...parameters: readonly (string | number | Uint8Array)[]): Iterable<Row>;
}

export function prepareRows(db: DatabaseSync, sql: string): Rows {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  // The types of node:sqlite know objects only.
  return {
    all: (...parameters) => statement.all(...parameters) as unknown as readonly Row[],
    first: (...parameters) => statement.get(...parameters) as unknown as Row | undefined,
    iterate: (...parameters) => statement.iterate(...parameters) as unknown as Iterable<Row>,
  };
}

/** Of events `e`, in the order of `Column`. JSON comes as text, anything else as bytes. */
export const columns = 'e.position, e.stream, e.revision, lower(hex(e.id)), e.type, e.data, e.metadata, e.stored_at, e.is_json, e.crc';

export const Column = { position: 0, stream: 1, revision: 2, id: 3, type: 4, data: 5, metadata: 6, storedAt: 7, isJson: 8, crc: 9 } as const;

/** What is made of a row; undefined for an event that whoever reads does not see. @throws EventStoreError STORE_FAILED: the file holds what we did not write */
export type Shape<Event> = (row: Row, stream: string) => Event | undefined;

/** Events as the port gives them: what other clients of the same file wrote besides (streams of the system, bytes) is passed over. */
export const portShape: Shape<StoredEvent> = (row, stream) => {
  const { position, revision, id, type, data, metadata, storedAt } = sound(row);
  if (stream.startsWith('$') || type.startsWith('$') || typeof data !== 'string' || typeof metadata !== 'string') return undefined;
  return {
    stream,
    revision: BigInt(revision),
    position: toPosition(position),
    id,
    type,
    data: parsed(data, position),
    metadata: metadata === '' ? undefined : parsed(metadata, position),
    storedAt: new Date(storedAt),
  };
};

/** Events as they are, in bytes. */
export const rawShape: Shape<RawStored> = (row, stream) => {
  const { position, revision, id, type, isJson, data, metadata, storedAt } = sound(row);
  return {
    stream,
    revision: type === TOMBSTONE_TYPE ? TOMBSTONE_REVISION : BigInt(revision),
    position: toPosition(position),
    id,
    type,
    contentType: isJson ? 'json' : 'binary',
    data: bytesOf(data),
    metadata: bytesOf(metadata),
    storedAt: new Date(storedAt),
  };
};

/** An event as it lies in the file. `stream` is the stream's number. */
export interface Written {
  readonly position: number;
  readonly stream: number;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: string | Uint8Array;
  readonly metadata: string | Uint8Array;
  readonly storedAt: number;
}

/** CRC-32 over everything of an event and its place: a disk that forgets, bends or exchanges what it was given is noticed when it is read. */
export function checksum({ position, stream, revision, id, type, isJson, data, metadata, storedAt }: Written): number {
  const kind = `${isJson ? 'j' : 'b'}${typeof data === 'string' ? 't' : 'b'}${typeof metadata === 'string' ? 't' : 'b'}`;
  const first = `${position} ${stream} ${revision} ${id} ${storedAt} ${kind} ${type} `;
  if (typeof data === 'string' && typeof metadata === 'string') return crc32(`${first}${data}${metadata}`);
  return crc32(metadata, crc32(data, crc32(first)));
}

/** The row as it was written. */
export function sound(row: Row): Written {
  const written = {
    position: integer(row[Column.position]),
    stream: integer(row[Column.stream]),
    revision: integer(row[Column.revision]),
    id: toUuid(text(row[Column.id])),
    type: text(row[Column.type]),
    isJson: row[Column.isJson] === 1,
    data: content(row[Column.data]),
    metadata: content(row[Column.metadata]),
    storedAt: integer(row[Column.storedAt]),
  };
  if (row[Column.crc] !== checksum(written)) throw new EventStoreError('STORE_FAILED', { problem: 'checksum', position: String(written.position) });
  return written;
}

export function toPosition(value: number): Position {
  return BigInt(value) as Position;
}

export function integer(value: unknown): number {
  if (typeof value !== 'number') throw damaged('not-an-integer');
  return value;
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw damaged('not-text');
  return value;
}

function content(value: unknown): string | Uint8Array {
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) throw damaged('no-content');
  return value;
}

export function toUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function parsed(json: string, position: number): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new EventStoreError('STORE_FAILED', { problem: 'not-json', position: String(position) }, cause);
  }
}

function damaged(problem: string): EventStoreError {
  return new EventStoreError('STORE_FAILED', { problem });
}
