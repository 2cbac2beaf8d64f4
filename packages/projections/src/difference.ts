import type { Position } from '@lianyu/event-store';
import type { Document } from './folds/projection.ts';
import type { ProjectedChange } from './read-store.ts';

/** The documents of one state by their identity (kind, key, audience). */
export type Documents = ReadonlyMap<string, Document>;

export function byIdentity(documents: readonly Document[]): Documents {
  return new Map(documents.map((document) => [identityOf(document), document]));
}

/** What has to be written so that the documents before become those after; nothing for what is the same to the byte (LV-3). */
export function difference(before: Documents, after: Documents, position: Position): readonly ProjectedChange[] {
  const changes: ProjectedChange[] = [];
  for (const [identity, document] of before) if (!after.has(identity)) changes.push({ op: 'remove', position, document });
  for (const [identity, document] of after) {
    if (!isSame(before.get(identity), document)) changes.push({ op: 'put', position, document, json: textOf(document) });
  }
  return changes;
}

/** A fold gives back the very same object for what it knows to be unchanged; only what it made anew is compared by its text. */
function isSame(old: Document | undefined, document: Document): boolean {
  if (old === document) return true;
  if (!old || old.sort !== document.sort || old.topic !== document.topic) return false;
  return old.body === document.body || textOf(old) === textOf(document);
}

const identities = new WeakMap<Document, string>();
const texts = new WeakMap<object, string>();

function identityOf(document: Document): string {
  const known = identities.get(document) ?? `${document.kind}\n${document.key}\n${document.audience}`;
  identities.set(document, known);
  return known;
}

/** One body may stand in the documents of several readerships: it is encoded once. */
function textOf({ body }: Document): string {
  if (typeof body !== 'object' || body === null) return JSON.stringify(body);
  const known = texts.get(body) ?? JSON.stringify(body);
  texts.set(body, known);
  return known;
}
