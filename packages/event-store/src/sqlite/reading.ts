import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkName } from '../input/name.ts';
import { checkAfter, checkDirection, checkFilter, checkFrom, checkLimit } from '../input/read.ts';
import type { EventStore, StoredEvent } from '../port.ts';
import type { Log } from './log.ts';

/** The reading half of the port over a log. */
export function readingOf(log: Log): Pick<EventStore, 'readStream' | 'readAll' | 'head'> {
  return {
    async readStream(stream, { from, direction, limit } = {}) {
      return log.stream(checkName('stream', stream), checkFrom(from), checkDirection(direction), checkLimit(limit));
    },
    async readAll({ after, limit, filter } = {}) {
      const wanted = checkLimit(limit);
      const prefixes = checkFilter(filter);
      const events: StoredEvent[] = [];
      for (let cursor = checkAfter(after); ; await nextTurn()) {
        const page = log.page({ after: cursor, filter: prefixes, limit: wanted - events.length, bytes: Number.POSITIVE_INFINITY });
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
