import { utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** A value that has no canonical bytes: not plain JSON, or not exact. `path` says where. */
export class NotCanonicalError extends Error {
  readonly path: string;
  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.name = 'NotCanonicalError';
    this.path = path;
  }
}

/**
 * The bytes of RFC 8785. Only plain JSON passes: no undefined, functions, dates or class instances, no lone surrogates,
 * and no numbers but safe integers, since everything exact travels as a string (MN-1). @throws NotCanonicalError
 */
export function canonicalBytes(value: unknown): Uint8Array {
  check(value, '$', 0);
  const text = canonicalize(value);
  if (text === undefined) throw new NotCanonicalError('$', 'nothing to encode');
  return utf8ToBytes(text);
}

const DEPTH = 64;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function check(value: unknown, path: string, depth: number): void {
  if (depth > DEPTH) throw new NotCanonicalError(path, 'nested too deeply');
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') return checkText(value, path);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotCanonicalError(path, 'not a safe integer');
    return;
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) check(value[index], `${path}[${index}]`, depth + 1);
    return;
  }
  if (!isPlainObject(value)) throw new NotCanonicalError(path, `${typeof value} is not JSON`);
  for (const [name, member] of Object.entries(value)) {
    checkText(name, path);
    check(member, `${path}.${name}`, depth + 1);
  }
}

function checkText(text: string, path: string): void {
  if (LONE_SURROGATE.test(text)) throw new NotCanonicalError(path, 'lone surrogate');
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
