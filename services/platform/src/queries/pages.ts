import type { Row, Rows } from '@lianyu/contract';
import type { ReadStore, ServedDocument } from '@lianyu/projections';
import type { Viewer } from '../access/viewer.ts';
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
