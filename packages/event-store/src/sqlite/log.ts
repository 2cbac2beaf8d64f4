import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Prefixes } from '../input/read.ts';
import type { Position, StoredEvent } from '../port.ts';
import type { Connection } from './connection.ts';
import { columns, integer, storedEvent, toPosition } from './rows.ts';

/** A stretch of the log: what matched in it, and how far it was looked through. */
export interface Page {
  readonly events: readonly StoredEvent[];
  /** The last position looked at; undefined before the first event of an empty log. */
  readonly through: Position | undefined;
  /** Whether there was nothing more at the moment of reading. */
  readonly atEnd: boolean;
}

export interface PageRequest {
  readonly after: Position | undefined;
  readonly filter: Prefixes | undefined;
  readonly limit: number;
  /** A page ends with the event that reaches this size. */
  readonly bytes: number;
}

/** Reading, the same for the store and for a reader beside it. Every call is one short read transaction. */
export interface Log {
  stream(name: string, from: bigint | undefined, direction: 'forwards' | 'backwards', limit: number): readonly StoredEvent[];
  page(request: PageRequest): Page;
  head(): Position | undefined;
}

/** How many positions one page looks at, so that a filter that matches little does not hold up the process. */
const WINDOW = 4_096n;

/** SQLite's largest integer: as a revision or position it lies beyond every event. */
const LARGEST = 9_223_372_036_854_775_807n;

export function openLog(db: DatabaseSync, { run }: Connection): Log {
  const joined = `SELECT ${columns} FROM events e JOIN streams s ON s.id = e.stream`;
  const forwards = db.prepare(`${joined} WHERE s.name = ? AND e.revision >= ? ORDER BY e.revision LIMIT ?`);
  const backwards = db.prepare(`${joined} WHERE s.name = ? AND e.revision <= ? ORDER BY e.revision DESC LIMIT ?`);
  const last = db.prepare('SELECT max(position) AS head FROM events');
  const scans = new Map<string, StatementSync>();

  function scan(filter: Prefixes | undefined): StatementSync {
    const key = filter === undefined ? '' : `${filter.of} ${filter.prefixes.length}`;
    const known = scans.get(key);
    if (known) return known;
    const statement = db.prepare(`${joined} WHERE e.position > ? AND e.position <= ? ${matching(filter)} ORDER BY e.position LIMIT ?`);
    scans.set(key, statement);
    return statement;
  }

  function head(): bigint | undefined {
    const value = last.get()?.head;
    return value === null || value === undefined ? undefined : integer(value);
  }

  function page({ after, filter, limit, bytes }: PageRequest): Page {
    const end = head() ?? 0n;
    const start = after ?? 0n;
    if (start >= end) return { events: [], through: after, atEnd: true };
    const window = start + WINDOW < end ? start + WINDOW : end;
    const prefixes = (filter?.prefixes ?? []).flatMap((prefix) => [[...prefix].length, prefix]);
    const events: StoredEvent[] = [];
    let size = 0;
    for (const row of scan(filter).iterate(start, window, ...prefixes, limit)) {
      const event = storedEvent(row);
      events.push(event);
      size += sizeOf(row.data) + sizeOf(row.metadata);
      if (size >= bytes) break;
    }
    const full = events.length === limit || size >= bytes;
    const through = full ? (events.at(-1)?.position ?? toPosition(window)) : toPosition(window);
    return { events, through, atEnd: through >= end };
  }

  return {
    stream: (name, from, direction, limit) =>
      run(() => {
        if (direction === 'forwards') return from !== undefined && from > LARGEST ? [] : forwards.all(name, from ?? 0n, limit).map(storedEvent);
        return backwards.all(name, from === undefined || from > LARGEST ? LARGEST : from, limit).map(storedEvent);
      }),
    page: (request) => run(() => page(request)),
    head: () =>
      run(() => {
        const value = head();
        return value === undefined ? undefined : toPosition(value);
      }),
  };
}

/** A prefix is compared as text, code point by code point: no pattern language, no collation. Takes its length and itself. */
function matching(filter: Prefixes | undefined): string {
  if (filter === undefined) return '';
  const column = filter.of === 'stream' ? 's.name' : 'e.type';
  return `AND (${filter.prefixes.map(() => `substr(${column}, 1, ?) = ?`).join(' OR ')})`;
}

function sizeOf(value: unknown): number {
  return value instanceof Uint8Array ? value.length : 0;
}
