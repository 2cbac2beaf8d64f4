import type { Matching } from '../../input/filter.ts';
import { EventStoreError } from '../../port.ts';
import type { Log } from './log.ts';
import type { Cursor } from './subscription.ts';
import type { Visibility } from './visible.ts';

/** What one page of a subscription holds at most. */
const PAGE = 256;

/** How a subscription words what it has to say. */
export interface StreamWords<Event, Item> {
  event(event: Event): Item;
  /** The revision, or of the log the position, where it ends; undefined while there is nothing. */
  caughtUp(at: number | undefined): Item;
}

export interface LogWords<Event, Item> extends StreamWords<Event, Item> {
  checkpoint(position: number): Item;
}

export function logCursor<Event extends { readonly position: bigint }, Item>(
  log: Log<Event>,
  { after, filter }: { after: number | undefined; filter: Matching | undefined },
  words: LogWords<Event, Item>,
): Cursor<Item> {
  let seen = after;
  return {
    atEnd: () => (log.head() ?? 0) <= (seen ?? 0),
    page() {
      const { events, through } = log.page({ direction: 'forwards', from: seen, filter, limit: PAGE });
      const items = events.map(words.event);
      const last = events.at(-1);
      if (through !== undefined && through !== seen && BigInt(through) !== last?.position) items.push(words.checkpoint(through));
      seen = through;
      return { items, hasEvents: last !== undefined };
    },
    caughtUp: () => words.caughtUp(seen),
  };
}

/** Ends with STREAM_TOMBSTONED when the stream is ended for good, before or while it is followed. */
export function streamCursor<Event, Item>(
  log: Log<Event>,
  visibility: Visibility,
  { stream, after }: { stream: string; after: number | undefined },
  words: StreamWords<Event, Item>,
): Cursor<Item> {
  let seen = after ?? -1;

  /** The stream as it is seen now; undefined while it counts as absent. */
  function there() {
    const visible = visibility(stream);
    if (visible.state === 'tombstoned') throw new EventStoreError('STREAM_TOMBSTONED', { stream });
    return visible.state === 'there' ? visible : undefined;
  }

  return {
    atEnd: () => (there()?.last ?? -1) <= seen,
    page() {
      const visible = there();
      if (visible === undefined) return { items: [], hasEvents: false };
      const first = Math.max(seen + 1, visible.first);
      const { events, next } = log.stretch({ ...visible, name: stream, first, direction: 'forwards', limit: PAGE });
      seen = next === undefined ? visible.last : next - 1;
      return { items: events.map(words.event), hasEvents: events.length > 0 };
    },
    caughtUp: () => words.caughtUp(seen < 0 ? undefined : seen),
  };
}
