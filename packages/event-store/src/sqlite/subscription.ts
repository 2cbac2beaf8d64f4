import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkFilter } from '../input/filter.ts';
import { checkName } from '../input/name.ts';
import { checkAfter, checkSeen } from '../input/read.ts';
import { invalid } from '../input/refuse.ts';
import type { Delivery, StreamDelivery, Subscribe, SubscribeStream } from '../port.ts';
import type { Commits } from './commits.ts';
import type { Log } from './log.ts';

/** What one page of a subscription holds at most. */
const PAGE = { limit: 256, bytes: 4_194_304 };

/** The subscriptions of one store: each a cursor into the log, all ended when the store is closed. */
export interface Subscriptions {
  open(options: Subscribe): AsyncIterable<Delivery>;
  stream(name: string, options: SubscribeStream): AsyncIterable<StreamDelivery>;
  end(): void;
}

export function openSubscriptions(log: Log, commits: Commits): Subscriptions {
  const running = new Set<AbortController>();
  return {
    open: (options) => ending(running, options.signal, (signal) => follow(log, commits, options, signal)),
    stream: (name, options) => ending(running, options.signal, (signal) => followStream(log, commits, name, options, signal)),
    end() {
      for (const one of running) one.abort();
    },
  };
}

/** By hand around the generator: `return` must also end a `next` that is waiting for a commit. */
function ending<Item>(
  running: Set<AbortController>,
  given: AbortSignal | undefined,
  begin: (signal: AbortSignal) => AsyncGenerator<Item, undefined>,
): AsyncIterable<Item> {
  return {
    [Symbol.asyncIterator](): AsyncIterator<Item, undefined> {
      const controller = new AbortController();
      const items = endingWith(controller, running, given, begin);
      return {
        next: () => items.next(),
        return() {
          controller.abort();
          return items.return(undefined);
        },
      };
    },
  };
}

async function* endingWith<Item>(
  controller: AbortController,
  running: Set<AbortController>,
  given: AbortSignal | undefined,
  begin: (signal: AbortSignal) => AsyncGenerator<Item, undefined>,
): AsyncGenerator<Item, undefined> {
  const end = () => controller.abort();
  if (given?.aborted) end();
  given?.addEventListener('abort', end);
  running.add(controller);
  try {
    yield* begin(controller.signal);
  } finally {
    running.delete(controller);
    given?.removeEventListener('abort', end);
  }
}

async function* follow(log: Log, commits: Commits, options: Subscribe, signal: AbortSignal): AsyncGenerator<Delivery, undefined> {
  const filter = checkFilter(options.filter);
  let cursor = checkAfter(options.after);
  if (cursor !== undefined && cursor > (log.head() ?? 0n)) throw invalid('after', 'beyond-the-end');
  let unannounced = true;
  while (!signal.aborted) {
    const page = log.page({ direction: 'forwards', from: cursor, filter, ...PAGE });
    for (const event of page.events) {
      yield { kind: 'event', event };
      if (signal.aborted) return;
      cursor = event.position;
      unannounced = true;
    }
    if (page.through !== undefined && page.through !== cursor) {
      cursor = page.through;
      yield { kind: 'checkpoint', position: page.through };
    }
    // The reader took its time over the page: the end is where it is now.
    if ((log.head() ?? 0n) > (cursor ?? 0n)) await nextTurn();
    else if (unannounced) {
      unannounced = false;
      yield { kind: 'caught-up', position: cursor };
    } else await commits.next(signal);
  }
}

async function* followStream(
  log: Log,
  commits: Commits,
  name: string,
  options: SubscribeStream,
  signal: AbortSignal,
): AsyncGenerator<StreamDelivery, undefined> {
  checkName('stream', name);
  let seen = checkSeen(options.after);
  const [last] = log.stream(name, undefined, 'backwards', 1);
  if (seen !== undefined && seen > (last?.revision ?? -1n)) throw invalid('after', 'beyond-the-end');
  let unannounced = true;
  while (!signal.aborted) {
    const events = log.stream(name, seen === undefined ? 0n : seen + 1n, 'forwards', PAGE.limit);
    for (const event of events) {
      yield { kind: 'event', event };
      if (signal.aborted) return;
      seen = event.revision;
      unannounced = true;
    }
    if (events.length > 0) await nextTurn();
    else if (unannounced) {
      unannounced = false;
      yield { kind: 'caught-up', revision: seen };
    } else await commits.next(signal);
  }
}
