import type { RawStore } from '@lianyu/event-store/sqlite';
import { streamDeleted } from '../protocol/call-error.ts';
import { readEventBytes } from '../protocol/read-event.ts';
import type { Resolve } from './links.ts';
import type { Outlet } from './outlet.ts';
import type { ReadRequest } from './read-request.ts';
import { firstStreamPosition, lastStreamPosition, type ReadResponse, streamNotFound } from './responses.ts';

type Request = Extract<ReadRequest, { kind: 'stream' }>;

/** How many events are read at a time; the engine makes a page shorter when they are large. */
const PAGE = 256;

/**
 * Reads a stream page by page, each when the one before has been taken. A stream that is not there is told by a message of
 * its own, one that is tombstoned by an error.
 */
export async function readStream(store: RawStore, request: Request, resolve: Resolve, outlet: Outlet<ReadResponse>): Promise<void> {
  const { stream, direction, ids, tellEnds } = request;
  let left = request.count;
  let from: bigint | 'start' | 'end' | undefined = request.from;
  let last: bigint | undefined;
  while (from !== undefined && left > 0n) {
    const page = store.readStream(stream, { from, direction, limit: left < PAGE ? Number(left) : PAGE });
    if (page.state === 'tombstoned') throw streamDeleted(stream);
    if (page.state === 'absent') {
      await outlet.write(streamNotFound(stream));
      return;
    }
    if (tellEnds && last === undefined && page.events.length === 0 && from !== page.first) await outlet.write(firstStreamPosition(page.first));
    for (const stored of page.events) {
      const { event, link } = resolve(stored);
      const going = outlet.write(readEventBytes(event, link, ids));
      if (going !== true && !(await going)) return;
    }
    left -= BigInt(page.events.length);
    last = page.last;
    from = page.next;
  }
  if (tellEnds && last !== undefined) await outlet.write(lastStreamPosition(last));
}
