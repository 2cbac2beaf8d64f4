import type { Rows } from '@lianyu/contract';
import type { ListQuery, ReadStore, ServedDocument } from '@lianyu/projections';
import type { Viewer } from '../access/viewer.ts';
import { problem } from '../http/index.ts';
import type { Cursors } from '../live/cursor.ts';
import { asStood } from './as-stood.ts';

export { rowOf } from './as-stood.ts';

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

/** A whole topic, as it stands or as it stood. A page of one thing of which nothing is visible does not exist for the viewer. */
export function topicPage(readStore: ReadStore, cursors: Cursors, viewer: Viewer, topic: string, limit: number, asOf?: string): Rows {
  const { documents, stamp, rowOf } = asStood(readStore, cursors, viewer, asOf);
  const found = documents.topic(topic, viewer.audiences, limit);
  return { rows: found.documents.map(rowOf), ...stamp(), more: found.more };
}

interface PageQuery extends Pick<ListQuery, 'any' | 'between'> {
  readonly kind: string;
  readonly where: Readonly<Record<string, string | number | boolean>>;
  readonly search?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
  readonly asOf?: string | undefined;
}

/** One page of a list, as it stands or as it stood, and where the next begins. @throws INPUT_INVALID, FORBIDDEN */
export function listPage(
  readStore: ReadStore,
  cursors: Cursors,
  viewer: Viewer,
  { kind, where, any, between, search, after, limit, asOf }: PageQuery,
): Rows {
  const from = after === undefined ? undefined : pageAfter(after);
  if (after !== undefined && from === undefined) throw problem('INPUT_INVALID', { path: 'after', problem: 'not a page of this list' });
  const { documents, stamp, rowOf } = asStood(readStore, cursors, viewer, asOf);
  const found = documents.list({
    kind,
    audiences: viewer.audiences,
    where,
    ...(any ? { any } : {}),
    ...(between ? { between } : {}),
    ...(search ? { search } : {}),
    ...(from ? { after: from } : {}),
    limit: limit + 1,
  }).documents;
  const page = found.slice(0, limit);
  const next = found.length > limit ? pageToken(page.at(-1)) : undefined;
  return { rows: page.map(rowOf), ...stamp(), more: next !== undefined, ...(next ? { next } : {}) };
}
