import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Matching, matcher } from '../input/filter.ts';
import type { Position, StoredEvent } from '../port.ts';
import type { Connection } from './connection.ts';
import { columns, integer, storedEvent, toPosition } from './rows.ts';

/** A stretch of the log: what matched in it, and how far it was looked through. */
export interface Page {
  readonly events: readonly StoredEvent[];
  /** The last position looked at; undefined before the first event of an empty log. */
  readonly through: Position | undefined;
  /** Whether there was nothing more in this direction at the moment of reading. */
  readonly atEnd: boolean;
}

export interface PageRequest {
  readonly direction: 'forwards' | 'backwards';
  /** Exclusive; the beginning, or backwards the end, if undefined. */
  readonly from: Position | undefined;
  readonly filter: Matching | undefined;
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
  giveRegexp(db);
  const joined = `SELECT ${columns} FROM events e JOIN streams s ON s.id = e.stream`;
  const forwards = db.prepare(`${joined} WHERE s.name = ? AND e.revision >= ? ORDER BY e.revision LIMIT ?`);
  const backwards = db.prepare(`${joined} WHERE s.name = ? AND e.revision <= ? ORDER BY e.revision DESC LIMIT ?`);
  const last = db.prepare('SELECT max(position) AS head FROM events');
  const scans = new Map<string, StatementSync>();

  function scan(filter: Matching | undefined, direction: PageRequest['direction']): StatementSync {
    const key = `${direction} ${filter === undefined ? '' : `${filter.of} ${'prefixes' in filter ? filter.prefixes.length : 'pattern'}`}`;
    const known = scans.get(key);
    if (known) return known;
    const order = direction === 'forwards' ? '' : 'DESC';
    const statement = db.prepare(`${joined} WHERE e.position BETWEEN ? AND ? ${matching(filter)} ORDER BY e.position ${order} LIMIT ?`);
    scans.set(key, statement);
    return statement;
  }

  function head(): bigint | undefined {
    const value = last.get()?.head;
    return value === null || value === undefined ? undefined : integer(value);
  }

  function page({ direction, from, filter, limit, bytes }: PageRequest): Page {
    const end = head() ?? 0n;
    const forwards = direction === 'forwards';
    const first = forwards ? (from ?? 0n) + 1n : from === undefined || from > end ? end : from - 1n;
    if (first > end || first < 1n) return { events: [], through: from, atEnd: true };
    const edge = forwards ? smaller(first + WINDOW - 1n, end) : larger(first - WINDOW + 1n, 1n);
    const events: StoredEvent[] = [];
    let size = 0;
    for (const row of scan(filter, direction).iterate(smaller(first, edge), larger(first, edge), ...compared(filter), limit)) {
      const event = storedEvent(row);
      events.push(event);
      size += sizeOf(row.data) + sizeOf(row.metadata);
      if (size >= bytes) break;
    }
    const full = events.length === limit || size >= bytes;
    const through = full ? (events.at(-1)?.position ?? toPosition(edge)) : toPosition(edge);
    return { events, through, atEnd: forwards ? through >= end : through <= 1n };
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

/** A prefix is compared as text, code point by code point: no pattern language, no collation. Takes what `compared` gives. */
function matching(filter: Matching | undefined): string {
  if (filter === undefined) return '';
  const column = filter.of === 'stream' ? 's.name' : 'e.type';
  if ('pattern' in filter) return `AND ${column} REGEXP ?`;
  return `AND (${filter.prefixes.map(() => `substr(${column}, 1, ?) = ?`).join(' OR ')})`;
}

function compared(filter: Matching | undefined): (string | number)[] {
  if (filter === undefined) return [];
  return 'pattern' in filter ? [filter.pattern] : filter.prefixes.flatMap((prefix) => [[...prefix].length, prefix]);
}

/** SQLite's REGEXP, which has no meaning until somebody gives it one. */
function giveRegexp(db: DatabaseSync): void {
  let last: { pattern: string; matches: (text: string) => boolean } | undefined;
  db.function('regexp', { deterministic: true }, (pattern, text) => {
    if (last?.pattern !== pattern) last = { pattern: String(pattern), matches: matcher({ of: 'type', pattern: String(pattern) }) };
    return last.matches(String(text)) ? 1 : 0;
  });
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function sizeOf(value: unknown): number {
  return value instanceof Uint8Array ? value.length : 0;
}
