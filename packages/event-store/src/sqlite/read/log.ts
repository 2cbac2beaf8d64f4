import type { DatabaseSync } from 'node:sqlite';
import { type Matching, matcher } from '../../input/filter.ts';
import { EventStoreError } from '../../port.ts';
import type { Connection } from '../file/connection.ts';
import type { Names } from './names.ts';
import { Column, columns, integer, prepareRows, type Row, type Rows, type Shape } from './rows.ts';

export type Direction = 'forwards' | 'backwards';

/** A stretch of the log: what matched in it, and how far it was looked through. */
export interface Page<Event> {
  readonly events: readonly Event[];
  /** The last position looked at; where it began if there was none. */
  readonly through: number | undefined;
  /** Whether there was nothing more in this direction at the moment of reading. */
  readonly atEnd: boolean;
}

export interface PageRequest {
  readonly direction: Direction;
  /** Exclusive; the beginning, or backwards the end, if undefined. */
  readonly from: number | undefined;
  readonly filter: Matching | undefined;
  readonly limit: number;
}

/** A stretch of one stream's revisions, both ends inclusive, in the direction that it is read. */
export interface StretchRequest {
  readonly id: number;
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly direction: Direction;
  readonly limit: number;
}

export interface Stretch<Event> {
  readonly events: readonly Event[];
  /** The revision to go on from; undefined when the stretch is done. */
  readonly next: number | undefined;
}

/** Reading, the same for the store and for a reader beside it. Every call is one short read transaction and some megabytes at most. */
export interface Log<Event> {
  page(request: PageRequest): Page<Event>;
  stretch(request: StretchRequest): Stretch<Event>;
  head(): number | undefined;
}

/** How many positions one page looks at, so that a filter that matches little does not hold up the process. */
const WINDOW = 4_096;

/** A page ends with the event that reaches this size, in characters or bytes. */
const PAGE_SIZE = 4_194_304;

/** So many compiled expressions are kept. */
const PATTERNS = 100;

export function openLog<Event>(db: DatabaseSync, { run }: Connection, names: Names, shape: Shape<Event>): Log<Event> {
  giveRegexp(db);
  const last = prepareRows(db, 'SELECT max(position) FROM events');
  const stretches = byDirection((order) =>
    prepareRows(db, `SELECT ${columns} FROM events e WHERE e.stream = ? AND e.revision BETWEEN ? AND ? ORDER BY e.revision ${order} LIMIT ?`),
  );
  const scans = new Map<string, Rows>();

  function scan(filter: Matching | undefined, direction: Direction): Rows {
    const condition = conditionOf(filter);
    const known = scans.get(direction + condition);
    if (known) return known;
    const order = direction === 'forwards' ? '' : 'DESC';
    const source = `events e${filter?.of === 'stream' ? ' JOIN streams s ON s.id = e.stream' : ''}`;
    const rows = prepareRows(
      db,
      `SELECT ${columns} FROM ${source} WHERE e.position BETWEEN ? AND ? ${condition} ORDER BY e.position ${order} LIMIT ?`,
    );
    scans.set(direction + condition, rows);
    return rows;
  }

  function head(): number | undefined {
    const value = last.first()?.[0];
    return value === null || value === undefined ? undefined : integer(value);
  }

  function page({ direction, from, filter, limit }: PageRequest): Page<Event> {
    const end = head() ?? 0;
    const forwards = direction === 'forwards';
    const first = forwards ? (from ?? 0) + 1 : Math.min(from ?? end + 1, end + 1) - 1;
    if (first > end || first < 1) return { events: [], through: from, atEnd: true };
    const edge = forwards ? Math.min(first + WINDOW - 1, end) : Math.max(first - WINDOW + 1, 1);
    const rows = scan(filter, direction).iterate(Math.min(first, edge), Math.max(first, edge), ...comparedOf(filter), limit);
    const unbroken = filter === undefined ? { of: Column.position, first } : undefined;
    const { events, last, full } = gather({ rows, limit, direction, unbroken, nameOf: (row) => names(integer(row[Column.stream])) });
    const through = full && last !== undefined ? integer(last[Column.position]) : edge;
    if (unbroken && !full && integer(last?.[Column.position] ?? 0) !== edge) throw missing(edge);
    return { events, through, atEnd: forwards ? through >= end : through <= 1 };
  }

  function stretch({ id, name, first, last: end, direction, limit }: StretchRequest): Stretch<Event> {
    if (first > end) return { events: [], next: undefined };
    const [begin, edge] = direction === 'forwards' ? [first, end] : [end, first];
    const rows = stretches[direction].iterate(id, first, end, limit);
    const { events, last, full } = gather({ rows, limit, direction, unbroken: { of: Column.revision, first: begin }, nameOf: () => name });
    const through = last === undefined ? undefined : integer(last[Column.revision]);
    if (through === edge) return { events, next: undefined };
    if (!full || through === undefined) throw missing(edge);
    return { events, next: direction === 'forwards' ? through + 1 : through - 1 };
  }

  /** Takes rows until there are no more, or enough of them. */
  function gather({ rows, limit, direction, unbroken, nameOf }: Gathering): { events: readonly Event[]; last: Row | undefined; full: boolean } {
    const events: Event[] = [];
    const step = direction === 'forwards' ? 1 : -1;
    let last: Row | undefined;
    let count = 0;
    let size = 0;
    for (const row of rows) {
      if (unbroken && row[unbroken.of] !== unbroken.first + count * step) throw missing(unbroken.first + count * step);
      last = row;
      count += 1;
      size += sizeOf(row[Column.data]) + sizeOf(row[Column.metadata]);
      const one = shape(row, nameOf(row));
      if (one !== undefined) events.push(one);
      if (size >= PAGE_SIZE) break;
    }
    return { events, last, full: count === limit || size >= PAGE_SIZE };
  }

  return { page: (request) => run(() => page(request)), stretch: (request) => run(() => stretch(request)), head: () => run(head) };
}

interface Gathering {
  readonly rows: Iterable<Row>;
  readonly limit: number;
  readonly direction: Direction;
  /** Positions and revisions have no holes: what a damaged page hides or exchanges is not passed over in silence. */
  readonly unbroken: { readonly of: number; readonly first: number } | undefined;
  readonly nameOf: (row: Row) => string;
}

function missing(at: number): EventStoreError {
  return new EventStoreError('STORE_FAILED', { problem: 'missing', at: String(at) });
}

function byDirection<Value>(make: (order: '' | 'DESC') => Value): Record<Direction, Value> {
  return { forwards: make(''), backwards: make('DESC') };
}

/** A prefix is compared as text, code point by code point: no pattern language, no collation. Takes what `comparedOf` gives. */
function conditionOf(filter: Matching | undefined): string {
  if (filter === undefined) return '';
  const column = filter.of === 'stream' ? 's.name' : 'e.type';
  if ('pattern' in filter) return `AND ${column} REGEXP ?`;
  return `AND (${filter.prefixes.map(() => `substr(${column}, 1, ?) = ?`).join(' OR ')})`;
}

function comparedOf(filter: Matching | undefined): (string | number)[] {
  if (filter === undefined) return [];
  return 'pattern' in filter ? [filter.pattern] : filter.prefixes.flatMap((prefix) => [[...prefix].length, prefix]);
}

/** SQLite's REGEXP, which has no meaning until somebody gives it one. What was compiled is kept for the next page. */
function giveRegexp(db: DatabaseSync): void {
  const compiled = new Map<string, (text: string) => boolean>();
  db.function('regexp', { deterministic: true }, (given, text) => {
    const pattern = String(given);
    let matches = compiled.get(pattern);
    if (matches === undefined) {
      if (compiled.size >= PATTERNS) compiled.clear();
      matches = matcher({ of: 'type', pattern });
      compiled.set(pattern, matches);
    }
    return matches(String(text)) ? 1 : 0;
  });
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' || value instanceof Uint8Array ? value.length : 0;
}
