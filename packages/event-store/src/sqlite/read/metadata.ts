import type { DatabaseSync } from 'node:sqlite';
import { TOMBSTONE_REVISION } from '../raw.ts';
import { prepareRows } from './rows.ts';
import type { Standings } from './standings.ts';

/** The metadata of a stream as far as it decides what is read: EventStoreDB's `$tb`, `$maxCount`, `$maxAge`. */
export interface StreamMetadata {
  /** `$tb`: the first revision that is shown. */
  readonly truncateBefore: number;
  /** `$tb` is the largest number: the stream counts as absent until it is written again. */
  readonly deleted: boolean;
  readonly maxCount: number;
  /** Seconds. */
  readonly maxAge: number;
}

export const noMetadata: StreamMetadata = {
  truncateBefore: 0,
  deleted: false,
  maxCount: Number.POSITIVE_INFINITY,
  maxAge: Number.POSITIVE_INFINITY,
};

export const metadataStreamOf = (stream: string) => `$$${stream}`;

/** The stream whose metadata the name holds; undefined for other streams. */
export function describedBy(stream: string): string | undefined {
  return stream.startsWith('$$') ? stream.slice(2) : undefined;
}

export interface Metadata {
  of(stream: string): StreamMetadata;
  /** As it was written, for whoever writes it anew. */
  textOf(stream: string): string | undefined;
}

/** The last event of `$$<stream>` counts; what is no JSON object says nothing, as in EventStoreDB. */
export function openMetadata(db: DatabaseSync, standings: Standings): Metadata {
  const find = prepareRows(db, 'SELECT data FROM events WHERE stream = ? AND revision = ?');
  let latest: { text: string; metadata: StreamMetadata } | undefined;

  function textOf(stream: string): string | undefined {
    const standing = standings.of(metadataStreamOf(stream));
    const data = standing && find.first(standing.id, standing.last)?.[0];
    return typeof data === 'string' ? data : undefined;
  }

  return {
    textOf,
    of(stream) {
      const text = textOf(stream);
      if (text === undefined) return noMetadata;
      if (latest?.text !== text) latest = { text, metadata: interpret(text) };
      return latest.metadata;
    },
  };
}

const TRUNCATING = ['$tb', '$maxCount', '$maxAge'];

/** Whether metadata of a ledger stream would hide events, were it not that the ledger's is never asked (EV-5). */
export function truncates(text: string): boolean {
  return TRUNCATING.some((key) => Object.hasOwn(parsed(text), key));
}

/** The same metadata with another `$tb`; every other member stays as it was written, numbers to the digit. */
export function withTruncateBefore(text: string | undefined, revision: bigint): string {
  return JSON.stringify({ ...parsed(text ?? '{}'), $tb: exact.rawJSON(String(revision)) });
}

function interpret(text: string): StreamMetadata {
  const { $tb, $maxCount, $maxAge } = parsed(text);
  const truncateBefore = countOf($tb) ?? 0n;
  const deleted = truncateBefore === TOMBSTONE_REVISION;
  return {
    truncateBefore: deleted ? 0 : Number(truncateBefore),
    deleted,
    maxCount: Number(countOf($maxCount) || Number.POSITIVE_INFINITY),
    maxAge: Number(countOf($maxAge) || Number.POSITIVE_INFINITY),
  };
}

/** A whole number that is not negative; anything else says nothing. */
function countOf(value: unknown): bigint | undefined {
  const digits = typeof value === 'number' ? String(value) : exact.isRawJSON(value) ? value.rawJSON : '';
  return /^\d+$/.test(digits) ? BigInt(digits) : undefined;
}

/** Numbers that a double would bend are kept as they are written: `$tb` of a deleted stream is one. */
function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text, (_: string, member: unknown, context?: { readonly source?: string }) =>
      typeof member === 'number' && context?.source !== undefined && String(member) !== context.source ? exact.rawJSON(context.source) : member,
    );
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/** ECMAScript's access to numbers as they are written, which the compiler's library does not know yet. */
const exact = JSON as unknown as {
  rawJSON(digits: string): { readonly rawJSON: string };
  isRawJSON(value: unknown): value is { readonly rawJSON: string };
};
