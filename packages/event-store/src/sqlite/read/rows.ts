import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';
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

/** How an event is read: its columns of events `e`, in the order of `Column`, and what is made of a row of them. */
export interface Shape<Event> {
  readonly columns: string;
  /** Undefined for an event that whoever reads does not see. @throws EventStoreError STORE_FAILED: the file holds what we would never have written */
  event(row: Row, stream: string): Event | undefined;
}

export const Column = { position: 0, stream: 1, revision: 2, id: 3, type: 4, data: 5, metadata: 6, storedAt: 7, crc: 8, isJson: 9 } as const;

const head = 'e.position, e.stream, e.revision, lower(hex(e.id)), e.type';

/** Events as the port gives them: what other clients of the same file wrote besides (streams of the system, bytes) is passed over. */
export const portShape: Shape<StoredEvent> = {
  columns: `${head}, e.data, e.metadata, e.stored_at, e.crc`,
  event(row, stream) {
    const data = row[Column.data];
    const metadata = row[Column.metadata];
    if (stream.startsWith('$') || typeof data !== 'string' || typeof metadata !== 'string') return undefined;
    const told = identified(row);
    if (told.type.startsWith('$')) return undefined;
    sound(row, told, data, metadata);
    return {
      stream,
      revision: BigInt(told.revision),
      position: toPosition(told.position),
      id: told.id,
      type: told.type,
      data: parsed(data, told.position),
      metadata: metadata === '' ? undefined : parsed(metadata, told.position),
      storedAt: new Date(told.storedAt),
    };
  },
};

/** Events as they are, in bytes. */
export const rawShape: Shape<RawStored> = {
  columns: `${head}, CAST(e.data AS BLOB), CAST(e.metadata AS BLOB), e.stored_at, e.crc, e.is_json`,
  event(row, stream) {
    const told = identified(row);
    const data = bytes(row[Column.data]);
    const metadata = bytes(row[Column.metadata]);
    sound(row, told, data, metadata);
    return {
      stream,
      revision: told.type === TOMBSTONE_TYPE ? TOMBSTONE_REVISION : BigInt(told.revision),
      position: toPosition(told.position),
      id: told.id,
      type: told.type,
      contentType: integer(row[Column.isJson]) === 1 ? 'json' : 'binary',
      data,
      metadata,
      storedAt: new Date(told.storedAt),
    };
  },
};

interface Identified {
  readonly position: number;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly storedAt: number;
}

function identified(row: Row): Identified {
  return {
    position: integer(row[Column.position]),
    revision: integer(row[Column.revision]),
    id: toUuid(text(row[Column.id])),
    type: text(row[Column.type]),
    storedAt: integer(row[Column.storedAt]),
  };
}

/** CRC-32 over everything of an event but its place: a disk that forgets or bends bytes is noticed when they are read. */
export function checksum(
  { id, revision, storedAt, type }: Omit<Identified, 'position'>,
  data: string | Uint8Array,
  metadata: string | Uint8Array,
): number {
  const first = `${id} ${revision} ${storedAt} ${type} `;
  if (typeof data === 'string' && typeof metadata === 'string') return crc32(`${first}${data}${metadata}`);
  return crc32(metadata, crc32(data, crc32(first)));
}

function sound(row: Row, told: Identified, data: string | Uint8Array, metadata: string | Uint8Array): void {
  if (row[Column.crc] !== checksum(told, data, metadata)) {
    throw new EventStoreError('STORE_FAILED', { problem: 'checksum', position: String(told.position) });
  }
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

function bytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw damaged('not-bytes');
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
