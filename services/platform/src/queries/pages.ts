import type { Row, Rows } from '@lianyu/contract';
import type { ReadStore, ServedDocument } from '@lianyu/projections';
import type { Viewer } from '../access/viewer.ts';
import { problem } from '../http/index.ts';
import type { Cursors } from '../live/cursor.ts';

/** A served document as it goes over the wire. */
export function rowOf({ kind, key, audience, topic, sort, version, body }: ServedDocument): Row {
  return { kind, key, audience, topic, sort, version, body };
}

/** Where the next page of a list begins: opaque to the asker, the last row's sort and key. */
export function pageToken(last: ServedDocument | undefined): string | undefined {
  return last && Buffer.from(JSON.stringify([last.sort, last.key])).toString('base64url');
}

/** @returns undefined when the token was not made by `pageToken`. */
export function pageAfter(token: string): { sort: string; key: string } | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
    const [sort, key]: unknown[] = parsed;
    return typeof sort === 'string' && typeof key === 'string' ? { sort, key } : undefined;
  } catch {
    return undefined;
  }
}

/** A whole topic with the cursor where the socket joins (LV-1). A page of one thing of which nothing is visible does not exist for the viewer. */
export function topicPage(readStore: ReadStore, cursors: Cursors, viewer: Viewer, topic: string, limit: number): Rows {
  const { documents, at, more } = readStore.topic(topic, viewer.audiences, limit);
  return { rows: documents.map(rowOf), cursor: cursors.mint(at, viewer.audiences), more };
}

interface PageQuery {
  readonly kind: string;
  readonly where: Readonly<Record<string, string | number | boolean>>;
  readonly search?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One page of a list, and where the next begins. @throws INPUT_INVALID */
export function listPage(readStore: ReadStore, cursors: Cursors, { audiences }: Viewer, { kind, where, search, after, limit }: PageQuery): Rows {
  const from = after === undefined ? undefined : pageAfter(after);
  if (after !== undefined && from === undefined) throw problem('INPUT_INVALID', { path: 'after', problem: 'not a page of this list' });
  const { documents, at } = readStore.list({
    kind,
    audiences,
    where,
    ...(search ? { search } : {}),
    ...(from ? { after: from } : {}),
    limit: limit + 1,
  });
  const page = documents.slice(0, limit);
  const next = documents.length > limit ? pageToken(page.at(-1)) : undefined;
  return { rows: page.map(rowOf), cursor: cursors.mint(at, audiences), more: next !== undefined, ...(next ? { next } : {}) };
}
