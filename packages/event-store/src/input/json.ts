import { invalid, within } from './refuse.ts';

/**
 * RFC 8785 canonical JSON (PF-1). Members that are `undefined` are left out, as JSON does; whatever else JSON cannot say
 * (bigint, NaN, dates, class instances, lone surrogates, cycles) is refused instead of being bent.
 * @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED
 */
export function canonicalText(field: string, value: unknown): string {
  return write({ field, size: 0 }, value, 0);
}

/** The same in UTF-8. */
export function canonicalBytes(field: string, value: unknown): Uint8Array {
  return Buffer.from(canonicalText(field, value), 'utf8');
}

/** Every value costs at least a byte and every text its length, so that neither a cycle nor shared members are walked for ever. */
interface Walk {
  readonly field: string;
  size: number;
}

/** Checked and written in one walk, since every event passes through here: strings and numbers as ECMAScript writes them, members by UTF-16 code units. */
function write(walk: Walk, value: unknown, depth: number): string {
  cost(walk, 1);
  if (typeof value === 'string') return quoted(walk, value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw invalid(walk.field, 'not-finite');
    return String(value);
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  if (typeof value !== 'object') throw invalid(walk.field, 'not-json');
  within('jsonDepth', depth + 1);
  return Array.isArray(value) ? items(walk, value, depth + 1) : members(walk, value, depth + 1);
}

function items(walk: Walk, values: readonly unknown[], depth: number): string {
  let written = '';
  for (const value of values) written += (written === '' ? '' : ',') + write(walk, value, depth);
  return `[${written}]`;
}

function members(walk: Walk, value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || 'toJSON' in value) throw invalid(walk.field, 'not-plain');
  const keys = Object.keys(value);
  if (!areSorted(keys)) keys.sort();
  let written = '';
  for (const key of keys) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === undefined) continue;
    written += `${written === '' ? '' : ','}${quoted(walk, key)}:${write(walk, member, depth)}`;
  }
  return `{${written}}`;
}

function areSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index += 1) if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return false;
  return true;
}

/** Most texts are short and need no escape: to see that is quicker than to have them written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

function quoted(walk: Walk, text: string): string {
  cost(walk, text.length);
  if (text.length < 64 && PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw invalid(walk.field, 'lone-surrogate');
  return JSON.stringify(text);
}

function cost(walk: Walk, bytes: number): void {
  walk.size += bytes;
  within('eventBytes', walk.size);
}
