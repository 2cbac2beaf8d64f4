import { limits, type Position, type ReadAll, type ReadStream } from '../port.ts';
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
  return checkPosition('after', after);
}

/** Where to begin, in the direction that is read: what belongs to the other one is refused, not passed over. */
export function checkStart({ after, before, direction }: ReadAll): { direction: 'forwards' | 'backwards'; from: Position | undefined } {
  const way = checkDirection(direction);
  if (way === 'forwards' && before !== undefined) throw invalid('before', 'forwards');
  if (way === 'backwards' && after !== undefined) throw invalid('after', 'backwards');
  return { direction: way, from: way === 'forwards' ? checkAfter(after) : checkPosition('before', before) };
}

/** The last revision seen. */
export function checkSeen(after: bigint | undefined): bigint | undefined {
  if (after !== undefined && (typeof after !== 'bigint' || after < 0n)) throw invalid('after', 'not-a-revision');
  return after;
}

function checkPosition(field: 'after' | 'before', position: Position | undefined): Position | undefined {
  if (position !== undefined && (typeof position !== 'bigint' || position < 0n)) throw invalid(field, 'not-a-position');
  return position;
}
