import type { SQLOutputValue } from 'node:sqlite';
import { EventStoreError, type Position, type StoredEvent } from '../port.ts';

type Row = Record<string, SQLOutputValue>;

/** The columns that `storedEvent` needs, of events `e` joined with their streams `s`. */
export const columns = 'e.position, s.name AS stream, e.revision, e.id, e.type, e.data, e.metadata, e.stored_at';

/** @throws EventStoreError STORE_FAILED: the file holds what we would never have written */
export function storedEvent(row: Row): StoredEvent {
  const position = integer(row.position);
  return {
    stream: text(row.stream),
    revision: integer(row.revision),
    position: toPosition(position),
    id: toUuid(bytes(row.id)),
    type: text(row.type),
    data: json(row.data, position),
    metadata: json(row.metadata, position),
    storedAt: new Date(Number(integer(row.stored_at))),
  };
}

export function toPosition(value: bigint): Position {
  return value as Position;
}

export function integer(value: unknown): bigint {
  if (typeof value !== 'bigint') throw damaged('not-an-integer');
  return value;
}

export function bytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw damaged('not-bytes');
  return value;
}

export function fromUuid(id: string): Uint8Array {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

export function toUuid(id: Uint8Array): string {
  const hex = Buffer.from(id).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function json(value: unknown, position: bigint): unknown {
  try {
    return JSON.parse(utf8.decode(bytes(value)));
  } catch (cause) {
    throw new EventStoreError('STORE_FAILED', { problem: 'not-json', position: String(position) }, cause);
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw damaged('not-text');
  return value;
}

function damaged(problem: string): EventStoreError {
  return new EventStoreError('STORE_FAILED', { problem });
}
