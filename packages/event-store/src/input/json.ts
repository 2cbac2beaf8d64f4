import { limits } from '../port.ts';
import { invalid, within } from './refuse.ts';

/**
 * RFC 8785 canonical JSON (PF-1). Members that are `undefined` are left out, as JSON does; whatever else JSON cannot say
 * (bigint, NaN, dates, class instances, lone surrogates, cycles) is refused instead of being bent.
 *
 * Every event passes through here. ECMAScript writes strings and numbers as the RFC does, so that what has its members in
 * order, as most events have, is checked in one walk and then written by the engine itself.
 * @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED
 */
export function canonicalText(field: string, value: unknown): string {
  const walk = { field, size: 0, ordered: true };
  check(walk, value, 0);
  const text = walk.ordered ? JSON.stringify(value) : ordered(value);
  // Half a surrogate pair is written as an escape, and nothing else that begins so is: `\\ud…` is a backslash and text.
  if (text.includes('\\ud') && !isWellFormed(value)) throw invalid(field, 'lone-surrogate');
  return text;
}

/** Every value costs at least a byte and every text its length, so that neither a cycle nor shared members are walked for ever. */
interface Walk {
  readonly field: string;
  size: number;
  /** Whether the members of all objects stand in order. */
  ordered: boolean;
}

function check(walk: Walk, value: unknown, depth: number): void {
  switch (typeof value) {
    case 'string':
      cost(walk, 1 + value.length);
      return;
    case 'number':
      if (!Number.isFinite(value)) throw invalid(walk.field, 'not-finite');
      cost(walk, 1);
      return;
    case 'boolean':
      cost(walk, 1);
      return;
    case 'object':
      cost(walk, 1);
      if (value !== null) checkMembers(walk, value, depth + 1);
      return;
    default:
      throw invalid(walk.field, 'not-json');
  }
}

function checkMembers(walk: Walk, value: object, depth: number): void {
  if (depth > limits.jsonDepth) within('jsonDepth', depth);
  if ('toJSON' in value) throw invalid(walk.field, 'not-plain');
  if (Array.isArray(value)) {
    for (const item of value) check(walk, item, depth);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw invalid(walk.field, 'not-plain');
  let before = '';
  for (const key of Object.keys(value)) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === undefined) continue;
    if (key < before) walk.ordered = false;
    before = key;
    cost(walk, key.length);
    check(walk, member, depth);
  }
}

function cost(walk: Walk, bytes: number): void {
  walk.size += bytes;
  if (walk.size > limits.eventBytes) within('eventBytes', walk.size);
}

/** Written with the members of every object by UTF-16 code units. */
function ordered(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${ordered(member)}`);
  return `{${members.join(',')}}`;
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, member]) => member === undefined || (key.isWellFormed() && isWellFormed(member)));
}
