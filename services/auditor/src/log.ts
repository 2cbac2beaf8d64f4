import { type AnyEvent, recorded, UnreadableEventError } from '@lianyu/domain/events';
import type { Recorded } from '@lianyu/domain/kernel';
import { type EventReader, limits, type StoredEvent } from '@lianyu/event-store';
import { openSqliteReader } from '@lianyu/event-store/sqlite';

/** The log as an auditor reads it, beside a running server or without one. Nothing is ever written. */
export interface Log {
  /** All events of a stream, oldest first. @throws UnreadableEventError */
  whole(stream: string): Promise<readonly Recorded<AnyEvent>[]>;
  /** The names of all streams of these categories, in the order in which they began. */
  streamsOf(categories: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** @throws EventStoreError */
export function openLog(path: string): Log {
  return logOf(openSqliteReader(path));
}

export function logOf(reader: EventReader): Log {
  return {
    async whole(stream) {
      const events: Recorded<AnyEvent>[] = [];
      for (;;) {
        const page = await reader.readStream(stream, { from: BigInt(events.length), limit: limits.readEvents });
        for (const stored of page) events.push(inPlace(stored, BigInt(events.length)));
        if (page.length < limits.readEvents) return events;
      }
    },
    async streamsOf(categories) {
      const streams = new Set<string>();
      let after: StoredEvent['position'] | undefined;
      for (;;) {
        const page = await reader.readAll({
          ...(after === undefined ? {} : { after }),
          limit: limits.readEvents,
          filter: { streamPrefixes: categories.map((category) => `${category}-`) },
        });
        for (const { stream } of page) streams.add(stream);
        if (page.length < limits.readEvents) return [...streams];
        after = page.at(-1)?.position;
      }
    },
    close: () => reader.close(),
  };
}

/** Revisions count without a gap; an event that is missing from the middle is as telling as one that was altered. */
function inPlace(stored: StoredEvent, revision: bigint): Recorded<AnyEvent> {
  if (stored.revision !== revision) throw new UnreadableEventError(stored, `revision ${revision} is missing`);
  return recorded(stored);
}
