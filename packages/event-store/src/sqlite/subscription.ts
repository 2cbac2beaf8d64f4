import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkAfter, checkFilter } from '../input/read.ts';
import { invalid } from '../input/refuse.ts';
import type { Delivery, Subscribe } from '../port.ts';
import type { Commits } from './commits.ts';
import type { Log } from './log.ts';

/** What one page of a subscription holds at most. */
const PAGE = { limit: 256, bytes: 4_194_304 };

/** The subscriptions of one store: each a cursor into the log, all ended when the store is closed. */
export interface Subscriptions {
  open(options: Subscribe): AsyncIterable<Delivery>;
  end(): void;
}

export function openSubscriptions(log: Log, commits: Commits): Subscriptions {
  const running = new Set<AbortController>();
  return {
    open: (options) => ({ [Symbol.asyncIterator]: () => iterate(log, commits, options, running) }),
    end() {
      for (const ending of running) ending.abort();
    },
  };
}

/** By hand around the generator: `return` must also end a `next` that is waiting for a commit. */
function iterate(log: Log, commits: Commits, options: Subscribe, running: Set<AbortController>): AsyncIterator<Delivery, undefined> {
  const ending = new AbortController();
  const deliveries = deliver(log, commits, options, ending, running);
  return {
    next: () => deliveries.next(),
    return() {
      ending.abort();
      return deliveries.return(undefined);
    },
  };
}

async function* deliver(
  log: Log,
  commits: Commits,
  { after, filter, signal }: Subscribe,
  ending: AbortController,
  running: Set<AbortController>,
): AsyncGenerator<Delivery, undefined> {
  const end = () => ending.abort();
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end);
  running.add(ending);
  try {
    const prefixes = checkFilter(filter);
    let cursor = checkAfter(after);
    if (cursor !== undefined && cursor > (log.head() ?? 0n)) throw invalid('after', 'beyond-the-end');
    let unannounced = true;
    while (!ending.signal.aborted) {
      const page = log.page({ after: cursor, filter: prefixes, ...PAGE });
      for (const event of page.events) {
        yield { kind: 'event', event };
        if (ending.signal.aborted) return;
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
      } else await commits.next(ending.signal);
    }
  } finally {
    running.delete(ending);
    signal?.removeEventListener('abort', end);
  }
}
