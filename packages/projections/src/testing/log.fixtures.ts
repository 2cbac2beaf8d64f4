import type { AnyEvent } from '@lianyu/domain/events';
import type { Recorded } from '@lianyu/domain/kernel';
import type { Delivery, EventStore, Position, StoredEvent, Subscribe } from '@lianyu/event-store';

/** A log in memory that is read as the stores' are: what a test of projections needs of one, and nothing more. */
export function logOf(events: readonly Recorded<AnyEvent>[]): Pick<EventStore, 'readStream' | 'readAll' | 'subscribe' | 'head'> {
  const stored = events.map(storedAs);
  const end = () => stored.at(-1)?.position;

  async function* subscribe({ after = 0n as Position, signal }: Subscribe = {}): AsyncGenerator<Delivery> {
    for (const event of stored) {
      if (signal?.aborted) return;
      if (event.position > after) yield { kind: 'event', event };
    }
    yield { kind: 'caught-up', position: end() };
    await new Promise<void>((done) => (signal?.aborted ? done() : signal?.addEventListener('abort', () => done())));
  }

  return {
    subscribe,
    head: async () => end(),
    readAll: async ({ after = 0n as Position, limit = 1_000 } = {}) => stored.filter(({ position }) => position > after).slice(0, limit),
    readStream: async (stream, { from = 0n, limit = 1_000 } = {}) =>
      stored.filter((event) => event.stream === stream && event.revision >= from).slice(0, limit),
  };
}

function storedAs({ id, stream, revision, event, metadata }: Recorded<AnyEvent>, index: number): StoredEvent {
  // As JSON, since that is what comes out of a store; positions have holes, as the engines' have.
  const { data } = JSON.parse(JSON.stringify({ data: event.data }));
  return { id, stream, revision, type: event.type, data, metadata, position: BigInt(index * 3 + 1) as Position, storedAt: new Date(0) };
}
