import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkFilter } from '../input/filter.ts';
import { checkName } from '../input/name.ts';
import { checkDirection, checkFrom, checkLimit, checkStart } from '../input/read.ts';
import type { EventStore, StoredEvent } from '../port.ts';
import type { Log } from './log.ts';

/** The reading half of the port over a log. */
export function readingOf(log: Log): Pick<EventStore, 'readStream' | 'readAll' | 'head'> {
  return {
    async readStream(stream, { from, direction, limit } = {}) {
      return log.stream(checkName('stream', stream), checkFrom(from), checkDirection(direction), checkLimit(limit));
    },
    async readAll(options = {}) {
      const { direction, from } = checkStart(options);
      const wanted = checkLimit(options.limit);
      const filter = checkFilter(options.filter);
      const events: StoredEvent[] = [];
      for (let cursor = from; ; await nextTurn()) {
        const page = log.page({ direction, from: cursor, filter, limit: wanted - events.length, bytes: Number.POSITIVE_INFINITY });
        events.push(...page.events);
        if (page.atEnd || events.length === wanted) return events;
        cursor = page.through;
      }
    },
    async head() {
      return log.head();
    },
  };
}
