import canonicalize from 'canonicalize';
import { invalid, within } from './refuse.ts';

/**
 * RFC 8785 canonical JSON in UTF-8 (PF-1). Members that are `undefined` are left out, as JSON does; whatever else JSON
 * cannot say (bigint, NaN, dates, class instances, lone surrogates, cycles) is refused instead of being bent.
 * @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED
 */
export function canonicalBytes(field: string, value: unknown): Uint8Array {
  checkPlain(field, value);
  return Buffer.from(canonicalize(value) ?? 'null', 'utf8');
}

/** Every value costs at least a byte and every text its length, so that neither a cycle nor shared members are walked for ever. */
function checkPlain(field: string, root: unknown): void {
  let size = 0;

  function cost(bytes: number): void {
    size += bytes;
    within('eventBytes', size);
  }

  function text(value: string): void {
    if (!value.isWellFormed()) throw invalid(field, 'lone-surrogate');
    cost(value.length);
  }

  function visit(value: unknown, depth: number): void {
    cost(1);
    if (value === null || typeof value === 'boolean') return;
    if (typeof value === 'string') text(value);
    else if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw invalid(field, 'not-finite');
    } else if (typeof value === 'object') {
      within('jsonDepth', depth + 1);
      if (Array.isArray(value)) for (const item of value) visit(item, depth + 1);
      else members(value, depth + 1);
    } else throw invalid(field, 'not-json');
  }

  function members(value: object, depth: number): void {
    const prototype: unknown = Object.getPrototypeOf(value);
    if ((prototype !== Object.prototype && prototype !== null) || 'toJSON' in value) throw invalid(field, 'not-plain');
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      text(key);
      visit(member, depth);
    }
  }

  visit(root, 0);
}
