import { type Filter, limits, type Position, type ReadStream } from '../port.ts';
import { checkText } from './name.ts';
import { invalid, within } from './refuse.ts';

/** How many events to read: `limit`, or as many as one read may give. */
export function checkLimit(limit: number | undefined): number {
  if (limit === undefined) return limits.readEvents;
  if (!Number.isSafeInteger(limit) || limit < 1) throw invalid('limit', 'not-a-count');
  within('readEvents', limit);
  return limit;
}

export function checkFrom(from: bigint | undefined): bigint | undefined {
  if (from !== undefined && (typeof from !== 'bigint' || from < 0n)) throw invalid('from', 'not-a-revision');
  return from;
}

export function checkDirection(direction: ReadStream['direction']): 'forwards' | 'backwards' {
  if (direction !== undefined && direction !== 'forwards' && direction !== 'backwards') throw invalid('direction', 'unknown');
  return direction ?? 'forwards';
}

export function checkAfter(after: Position | undefined): Position | undefined {
  if (after !== undefined && (typeof after !== 'bigint' || after < 0n)) throw invalid('after', 'not-a-position');
  return after;
}

/** A filter as engines use it: what is compared, and its prefixes. */
export interface Prefixes {
  readonly of: 'stream' | 'type';
  readonly prefixes: readonly string[];
}

export function checkFilter(filter: Filter | undefined): Prefixes | undefined {
  if (filter === undefined) return undefined;
  const [of, prefixes] = 'streamPrefixes' in filter ? (['stream', filter.streamPrefixes] as const) : (['type', filter.typePrefixes] as const);
  if (!Array.isArray(prefixes) || prefixes.length === 0) throw invalid('filter', 'empty');
  within('filterPrefixes', prefixes.length);
  for (const prefix of prefixes) checkText('filter', prefix, 'streamNameBytes');
  return { of, prefixes };
}
