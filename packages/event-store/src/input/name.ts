import type { limits } from '../port.ts';
import { invalid, within } from './refuse.ts';

/**
 * Names of streams and types, and prefixes of them: any text in any script without control characters. A `$` at the
 * beginning is reserved, as in EventStoreDB; with it goes metadata that could truncate a stream (EV-5).
 */
export function checkName(field: 'stream' | 'type', value: unknown): string {
  const name = checkText(field, value, field === 'stream' ? 'streamNameBytes' : 'typeBytes');
  if (name === '') throw invalid(field, 'empty');
  if (name.startsWith('$')) throw invalid(field, 'reserved');
  return name;
}

export function checkText(field: string, value: unknown, limit: keyof typeof limits): string {
  if (typeof value !== 'string') throw invalid(field, 'not-text');
  if (!value.isWellFormed()) throw invalid(field, 'lone-surrogate');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value)) throw invalid(field, 'control-character');
  within(limit, Buffer.byteLength(value));
  return value;
}
