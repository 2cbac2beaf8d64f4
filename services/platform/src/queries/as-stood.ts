import type { LaterFate, Row, StoodAt } from '@lianyu/contract';
import { type Instant, instant } from '@lianyu/domain/kernel';
import type { Position } from '@lianyu/event-store';
import type { Documents, ReadStore, ServedDocument } from '@lianyu/projections';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.ts';
import { problem } from '../http/index.ts';
import type { Cursors } from '../live/cursor.ts';

/** What a query reads from: the documents as they stand, or as they stood then, and what its answer says of that. */
export interface Stood {
  readonly documents: Documents;
  /** Of the present where the socket joins (LV-1); of the past when it stood so. */
  stamp(): { readonly cursor: string } | { readonly asOf: StoodAt };
  rowOf(document: ServedDocument): Row;
}

/** Before the first event. */
const NOWHERE = 0n as Position;

/** Without `asOf` the present. Today's grants apply to the past: the viewer's keys are today's (PR-4). @throws FORBIDDEN for a position */
export function asStood(readStore: ReadStore, cursors: Cursors, { audiences }: Viewer, asOf: string | undefined): Stood {
  if (asOf === undefined) return { documents: readStore, stamp: () => ({ cursor: cursors.mint(readStore.feed(), audiences) }), rowOf };
  const { position, stoodAt } = momentFor(readStore, audiences, asOf);
  return {
    documents: readStore.asOf(position),
    stamp: () => ({ asOf: stoodAt }),
    rowOf(document) {
      const later = fateOf(document, readStore.get(document.kind, document.key, [document.audience]));
      return { ...rowOf(document), ...(later === undefined ? {} : { later }) };
    },
  };
}

/** Positions, and the instants of events that one may not see, are for an audit mandate alone (LV-3). @throws FORBIDDEN */
export function momentFor(
  readStore: Pick<ReadStore, 'momentAt' | 'momentOf'>,
  audiences: Viewer['audiences'],
  asked: string,
): { readonly position: Position; readonly stoodAt: StoodAt } {
  const mayAudit = audiences.includes('audit');
  if (/^\d+$/.test(asked)) {
    if (!mayAudit) throw problem('FORBIDDEN', { action: 'read-positions' });
    const found = readStore.momentOf(BigInt(asked) as Position);
    if (!found || BigInt(asked) === 0n) throw problem('INPUT_INVALID', { path: 'asOf', problem: 'before the first event' });
    return { position: found.position, stoodAt: { at: found.at, position: String(found.position) } };
  }
  const at: Instant = instant.parse(asked);
  const position = readStore.momentAt(at)?.position ?? NOWHERE;
  return { position, stoodAt: { at, ...(mayAudit ? { position: String(position) } : {}) } };
}

/** A served document as it goes over the wire. */
export function rowOf({ kind, key, audience, topic, sort, version, body }: ServedDocument): Row {
  return { kind, key, audience, topic, sort, version, body };
}

/** The words by which a document says that it no longer counts: figures and milestones, statements. */
const over = z.object({ phase: z.enum(['superseded', 'withdrawn']) }).or(z.object({ stage: z.enum(['restated', 'superseded']) }));

function fateOf(then: ServedDocument, now: ServedDocument | undefined): LaterFate | undefined {
  if (!now) return 'removed';
  if (now.version === then.version) return undefined;
  return over.safeParse(now.body).success && !over.safeParse(then.body).success ? 'corrected' : 'changed';
}
