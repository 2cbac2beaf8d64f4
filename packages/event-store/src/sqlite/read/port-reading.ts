import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkFilter } from '../../input/filter.ts';
import { checkName } from '../../input/name.ts';
import { checkAfter, checkDirection, checkFrom, checkLimit, checkSeen, checkStart } from '../../input/read.ts';
import { invalid } from '../../input/refuse.ts';
import {
  type Delivery,
  type EventStore,
  EventStoreError,
  type StoredEvent,
  type StreamDelivery,
  type Subscribe,
  type SubscribeStream,
} from '../../port.ts';
import { logCursor, streamCursor } from './cursors.ts';
import type { Direction, Log } from './log.ts';
import { toPosition } from './rows.ts';
import type { Cursor } from './subscription.ts';
import type { Visibility } from './visible.ts';

/** The port's three ways to read. Page by page, so that a long read lets others in between. */
export function portReading(log: Log<StoredEvent>, visibility: Visibility): Pick<EventStore, 'readStream' | 'readAll' | 'head'> {
  return {
    async readStream(name, { from, direction, limit } = {}) {
      const stream = checkName('stream', name);
      const way = checkDirection(direction);
      const start = checkFrom(from);
      const wanted = checkLimit(limit);
      const visible = visibility(stream);
      if (visible.state === 'tombstoned') throw new EventStoreError('STREAM_TOMBSTONED', { stream });
      if (visible.state === 'absent') return [];
      let { first, last } = narrowed(visible, way, start === undefined ? undefined : toNumber(start));
      const events: StoredEvent[] = [];
      for (;;) {
        const page = log.stretch({ id: visible.id, name: stream, first, last, direction: way, limit: wanted - events.length });
        events.push(...page.events);
        if (page.next === undefined || events.length === wanted) return events;
        if (way === 'forwards') first = page.next;
        else last = page.next;
        await nextTurn();
      }
    },
    async readAll(options = {}) {
      const { direction, from } = checkStart(options);
      const wanted = checkLimit(options.limit);
      const filter = checkFilter(options.filter);
      const events: StoredEvent[] = [];
      for (let cursor = from === undefined ? undefined : toNumber(from); ; await nextTurn()) {
        const page = log.page({ direction, from: cursor, filter, limit: wanted - events.length });
        events.push(...page.events);
        if (page.atEnd || events.length === wanted) return events;
        cursor = page.through;
      }
    },
    async head() {
      const head = log.head();
      return head === undefined ? undefined : toPosition(head);
    },
  };
}

/** @throws EventStoreError INPUT_INVALID, also if the log has not reached `after` (ES-15) */
export function portLogCursor(log: Log<StoredEvent>, options: Subscribe): Cursor<Delivery> {
  const given = checkAfter(options.after);
  const after = given === undefined ? undefined : toNumber(given);
  if (after !== undefined && after > (log.head() ?? 0)) throw invalid('after', 'beyond-the-end');
  return logCursor<StoredEvent, Delivery>(
    log,
    { after, filter: checkFilter(options.filter) },
    {
      event: (event) => ({ kind: 'event', event }),
      caughtUp: (at) => ({ kind: 'caught-up', position: at === undefined ? undefined : toPosition(at) }),
      checkpoint: (position) => ({ kind: 'checkpoint', position: toPosition(position) }),
    },
  );
}

/** @throws EventStoreError INPUT_INVALID, also if the stream has not reached `after` (ES-15), STREAM_TOMBSTONED */
export function portStreamCursor(log: Log<StoredEvent>, visibility: Visibility, name: string, options: SubscribeStream): Cursor<StreamDelivery> {
  const stream = checkName('stream', name);
  const given = checkSeen(options.after);
  const after = given === undefined ? undefined : toNumber(given);
  const visible = visibility(stream);
  if (after !== undefined && after > (visible.state === 'there' ? visible.last : -1)) throw invalid('after', 'beyond-the-end');
  return streamCursor<StoredEvent, StreamDelivery>(
    log,
    visibility,
    { stream, after },
    {
      event: (event) => ({ kind: 'event', event }),
      caughtUp: (at) => ({ kind: 'caught-up', revision: at === undefined ? undefined : BigInt(at) }),
    },
  );
}

/** The part of what is visible that lies in the direction that is read. */
export function narrowed({ first, last }: { first: number; last: number }, direction: Direction, from: number | undefined) {
  if (from === undefined) return { first, last };
  return direction === 'forwards' ? { first: Math.max(first, from), last } : { first, last: Math.min(last, from) };
}

/** Beyond 2^53 lies nothing that was ever written. */
export function toNumber(value: bigint): number {
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}
