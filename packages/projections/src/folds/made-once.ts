import type { Document } from './projection.ts';

const made = new WeakMap<object, Map<string, Document>>();

/**
 * The document that follows from `source` alone, made when it is first asked for: what did not change is the very same object
 * each time, and needs no comparison. `which` tells the documents of one source apart; sources are never changed.
 */
export function madeOnce(source: object, which: string, make: () => Document): Document {
  const known = made.get(source) ?? new Map<string, Document>();
  made.set(source, known);
  const document = known.get(which) ?? make();
  known.set(which, document);
  return document;
}
