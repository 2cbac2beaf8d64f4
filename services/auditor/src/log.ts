import { type AnyEvent, recorded, UnreadableEventError } from '@lianyu/domain/events';
import type { Recorded } from '@lianyu/domain/kernel';
import { type EventReader, limits, type Position, type StoredEvent } from '@lianyu/event-store';
import { openSqliteReader } from '@lianyu/event-store/sqlite';

/**
 * The log as an auditor reads it, beside a running server or without one, up to the position that was its end when it was
 * opened: what is appended meanwhile is not there. Nothing is ever written.
 */
export interface Log {
  /** Of the last event that is in it; undefined when the log is empty. */
  readonly position: Position | undefined;
  /** All events of a stream, oldest first. @throws UnreadableEventError */
  whole(stream: string): Promise<readonly Recorded<AnyEvent>[]>;
  /** The names of all streams of these categories, in the order in which they began. */
  streamsOf(categories: readonly string[]): Promise<readonly string[]>;
  readAll: EventReader['readAll'];
  close(): Promise<void>;
}

/** @throws EventStoreError */
export async function openLog(path: string): Promise<Log> {
  const reader = openSqliteReader(path);
  try {
    return await logOf(reader);
  } catch (error) {
    await reader.close();
    throw error;
  }
}

export async function logOf(reader: EventReader): Promise<Log> {
  const end = await reader.head();
  const isIn = ({ position }: StoredEvent) => end !== undefined && position <= end;
  return {
    position: end,
    async whole(stream) {
      const events: Recorded<AnyEvent>[] = [];
      for (;;) {
        const page = await reader.readStream(stream, { from: BigInt(events.length), limit: limits.readEvents });
        const known = page.filter(isIn);
        for (const stored of known) events.push(inPlace(stored, BigInt(events.length)));
        if (known.length < limits.readEvents) return events;
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
        const known = page.filter(isIn);
        for (const { stream } of known) streams.add(stream);
        if (known.length < limits.readEvents) return [...streams];
        after = page.at(-1)?.position;
      }
    },
    readAll: (options) => reader.readAll(options),
    close: () => reader.close(),
  };
}

/** Revisions count without a gap; an event that is missing from the middle is as telling as one that was altered. */
function inPlace(stored: StoredEvent, revision: bigint): Recorded<AnyEvent> {
  if (stored.revision !== revision) throw new UnreadableEventError(stored, `revision ${revision} is missing`);
  return recorded(stored);
}
