import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Position } from '@lianyu/event-store';
import type { RawStore } from '@lianyu/event-store/sqlite';
import { readEventBytes } from '../protocol/read-event.ts';
import type { Resolve } from './links.ts';
import type { Outlet } from './outlet.ts';
import type { ReadRequest } from './read-request.ts';
import type { ReadResponse } from './responses.ts';

type Request = Extract<ReadRequest, { kind: 'all' }>;

const PAGE = 256;

/** Reads the whole log page by page; `count` counts what the filter keeps. */
export async function readAll(store: RawStore, request: Request, resolve: Resolve, outlet: Outlet<ReadResponse>): Promise<void> {
  const { direction, filter, ids } = request;
  let left = request.count;
  let from: Position | 'start' | 'end' | undefined = request.from;
  while (from !== undefined && left > 0n) {
    const page = store.readAll({ from, direction, limit: left < PAGE ? Number(left) : PAGE, ...(filter && { filter }) });
    for (const stored of page.events) {
      const { event, link } = resolve(stored);
      const going = outlet.write(readEventBytes(event, link, ids));
      if (going !== true && !(await going)) return;
    }
    left -= BigInt(page.events.length);
    from = page.next;
    // A filter that keeps little would otherwise never let anybody else have a turn.
    if (page.events.length < PAGE) await nextTurn();
    if (outlet.over.aborted) return;
  }
}
