import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Commits } from './commits.ts';

/** Gives the next deliveries of a subscription, at least one, waiting for them; none when the signal has ended it. */
export type Pull<Item> = (signal: AbortSignal) => Promise<readonly Item[]>;

/** The subscriptions of one store: each holds a cursor and at most one page; all end when the store is closed. */
export interface Subscriptions {
  open<Item>(pull: () => Pull<Item>, signal: AbortSignal | undefined): AsyncIterable<Item>;
  end(): void;
}

export function openSubscriptions(): Subscriptions {
  const running = new Set<AbortController>();
  return {
    open: (pull, signal) => ({ [Symbol.asyncIterator]: () => iterate(pull, signal, running) }),
    end() {
      for (const ending of running) ending.abort();
    },
  };
}

/** By hand and not as a generator: `return` must also end a `next` that waits, and a page is handed out without a turn for each event. */
function iterate<Item>(begin: () => Pull<Item>, given: AbortSignal | undefined, running: Set<AbortController>): AsyncIterator<Item, undefined> {
  const ending = new AbortController();
  const end = () => ending.abort();
  let pull: Pull<Item> | undefined;
  let page: readonly Item[] = [];
  let at = 0;
  let last: Promise<unknown> | undefined;

  function start(): Pull<Item> {
    if (given?.aborted) end();
    given?.addEventListener('abort', end);
    running.add(ending);
    return begin();
  }

  function finish(): IteratorReturnResult<undefined> {
    end();
    page = [];
    running.delete(ending);
    given?.removeEventListener('abort', end);
    return { done: true, value: undefined };
  }

  async function turn(): Promise<IteratorResult<Item, undefined>> {
    try {
      pull ??= ending.signal.aborted ? undefined : start();
      while (pull !== undefined && !ending.signal.aborted) {
        if (at < page.length) return { done: false, value: page[at++] as Item };
        at = 0;
        page = await pull(ending.signal);
        if (page.length === 0) break;
      }
      return finish();
    } catch (error) {
      finish();
      throw error;
    }
  }

  return {
    next() {
      if (last === undefined && at < page.length && !ending.signal.aborted) return Promise.resolve({ done: false, value: page[at++] as Item });
      // Calls that do not wait for each other are answered in their order.
      const answer = last === undefined ? turn() : last.then(turn, turn);
      last = answer;
      const free = () => {
        if (last === answer) last = undefined;
      };
      answer.then(free, free);
      return answer;
    },
    return() {
      return Promise.resolve(finish());
    },
  };
}

/** Where a subscription is, and what lies ahead of it. */
export interface Cursor<Item> {
  atEnd(): boolean;
  /** Moves past a stretch of what lies ahead, which may hold nothing for this subscription. */
  page(): { readonly items: readonly Item[]; readonly hasEvents: boolean };
  caughtUp(): Item;
}

/**
 * Pages while there are any, then once the word that it is caught up, then waiting. The reader takes its time over a page:
 * whether the end is reached is asked when it comes back for more.
 */
export function pulling<Item>(cursor: Cursor<Item>, commits: Commits): Pull<Item> {
  let announced = false;
  let paged = false;
  return async (signal) => {
    while (!signal.aborted) {
      if (!cursor.atEnd()) {
        // Between two pages the process sees to others.
        if (paged) await nextTurn();
        paged = true;
        const { items, hasEvents } = cursor.page();
        if (hasEvents) announced = false;
        if (items.length > 0) return items;
      } else if (!announced) {
        announced = true;
        return [cursor.caughtUp()];
      } else {
        paged = false;
        await commits.next(signal);
      }
    }
    return [];
  };
}
