import { checkFilter } from '../input/filter.ts';
import { checkName } from '../input/name.ts';
import { checkAfter, checkSeen } from '../input/read.ts';
import { invalid } from '../input/refuse.ts';
import { type Delivery, EventStoreError, type Position, type StreamDelivery, type Subscribe } from '../port.ts';
import { type Course, follow } from './follow.ts';
import { allRequest, streamRequest } from './messages.ts';
import { keeping, type Reader } from './reading.ts';
import { isShown, storedOf } from './recorded.ts';
import type { Seen } from './seen.ts';
import type { Wire } from './wire.ts';

interface Parts {
  readonly wire: Wire;
  readonly reader: Reader;
  readonly seen: Seen;
  readonly cutOff: (error: EventStoreError | undefined, waitMs: number) => void;
}

/** The subscriptions of one store, all ended when it is closed. */
export interface Subscriptions {
  open<Item>(signal: AbortSignal | undefined, after: bigint | undefined, course: () => Course<Item>): AsyncIterable<Item>;
  end(): void;
}

export function openSubscriptions({ wire, cutOff }: Pick<Parts, 'wire' | 'cutOff'>): Subscriptions {
  const running = new Set<AbortController>();
  let closed = false;

  async function* run<Item>(ending: AbortController, signal: AbortSignal | undefined, after: bigint | undefined, course: () => Course<Item>) {
    const end = () => ending.abort();
    if (closed) throw new EventStoreError('STORE_CLOSED');
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end);
    running.add(ending);
    try {
      yield* follow({ wire, course: course(), after, ending: ending.signal, cutOff });
    } finally {
      running.delete(ending);
      signal?.removeEventListener('abort', end);
    }
  }

  return {
    open: (signal, after, course) => ({
      // By hand around the generator: `return` must also end a `next` that is waiting.
      [Symbol.asyncIterator]() {
        const ending = new AbortController();
        const items = run(ending, signal, after, course);
        return {
          next: () => items.next(),
          return() {
            ending.abort();
            return items.return(undefined);
          },
        };
      },
    }),
    end() {
      closed = true;
      for (const ending of running) ending.abort();
    },
  };
}

/** The whole log, or what a filter keeps of it. @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED */
export function logCourse({ reader, seen }: Pick<Parts, 'reader' | 'seen'>, { after, filter }: Subscribe): Course<Delivery> {
  checkAfter(after);
  const { asked, kept } = keeping(checkFilter(filter));
  return {
    seeks: asked !== undefined,
    request: (place, seeking) => allRequest(place ?? 'start', 'subscription', seeking ? asked : undefined),
    async endBeyond(place) {
      if (place === undefined && asked === undefined) return undefined;
      const end = await reader.end();
      if (place !== undefined && place > (end ?? 0n)) throw invalid('after', 'beyond-the-end');
      return end;
    },
    isKnownEnd: (place) => place !== undefined && place === seen.end(),
    lastShown: () => reader.head(),
    placeOf({ position }) {
      seen.read(position);
      return position;
    },
    item: (event) => (kept(event) ? { kind: 'event', event: storedOf(event) } : undefined),
    caughtUp: (place) => ({ kind: 'caught-up', position: place as Position | undefined }),
    passed: (place) => ({ kind: 'checkpoint', position: place as Position }),
  };
}

/** One stream. @throws EventStoreError INPUT_INVALID */
export function streamCourse({ reader, seen }: Pick<Parts, 'reader' | 'seen'>, stream: string, after: bigint | undefined): Course<StreamDelivery> {
  checkName('stream', stream);
  checkSeen(after);
  async function last(): Promise<bigint | undefined> {
    const events = await reader.page(streamRequest(stream, 'end', { count: 1, direction: 'backwards' }), stream);
    return events?.[0]?.revision;
  }
  return {
    seeks: false,
    request: (place) => streamRequest(stream, place ?? 'start', 'subscription'),
    async endBeyond(place) {
      if (place === undefined) return undefined;
      const end = await last();
      if (place > (end ?? -1n)) throw invalid('after', 'beyond-the-end');
      return end;
    },
    isKnownEnd: () => false,
    lastShown: last,
    placeOf({ position, revision }) {
      seen.read(position);
      return revision;
    },
    item: (event) => (isShown(event) ? { kind: 'event', event: storedOf(event) } : undefined),
    caughtUp: (place) => ({ kind: 'caught-up', revision: place }),
    passed: () => undefined,
  };
}
