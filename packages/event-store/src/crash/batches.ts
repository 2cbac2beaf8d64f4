import type { EventStore, ExpectedRevision, NewEvent, Position, StoredEvent } from '../port.ts';
import type { Batch } from './lines.ts';

/** The events of a batch, always the same for the same batch. Each says how many belong together, so that half a batch can be seen. */
export function eventsOf({ id, ids }: Batch): NewEvent[] {
  const padding = 'x'.repeat(id.endsWith('0') ? 20_000 : 300);
  return ids.map((event, index) => ({ id: event, type: 'TextConfirmed', data: { batch: id, index, size: ids.length, padding }, metadata: {} }));
}

export function expectedOf({ expected }: Batch): ExpectedRevision {
  return /^\d+$/.test(expected) ? BigInt(expected) : (expected as ExpectedRevision);
}

/** Batches of which a part is missing, is there twice, or lies elsewhere in this stretch of the log; it begins and ends between two batches. */
export function brokenIn(log: readonly StoredEvent[]): string[] {
  const batches = new Map<string, StoredEvent[]>();
  for (const event of log) {
    const { batch } = marks(event);
    const events = batches.get(batch);
    if (events) events.push(event);
    else batches.set(batch, [event]);
  }
  const isWhole = (events: readonly StoredEvent[]) =>
    events.every((event, at) => {
      const { index, size } = marks(event);
      return index === at && size === events.length && event.revision === (events[0]?.revision ?? 0n) + BigInt(at);
    });
  return [...batches].filter(([, events]) => !isWhole(events)).map(([batch]) => batch);
}

/** An append that was acknowledged, with the revision of its first event. */
export interface Stored {
  readonly batch: Batch;
  readonly first: bigint;
}

/** Acknowledged batches of which an event is not where it was said to be. */
export function lostOf(stored: readonly Stored[], log: readonly StoredEvent[]): string[] {
  const kept = new Map(log.map(({ stream, revision, id }) => [`${stream} ${revision}`, id]));
  const isLost = ({ batch, first }: Stored) => batch.ids.some((id, index) => kept.get(`${batch.stream} ${first + BigInt(index)}`) !== id);
  return stored.filter(isLost).map(({ batch }) => batch.id);
}

export async function logAfter(store: EventStore, after: Position | undefined): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let cursor = after; ; ) {
    const page = await store.readAll(cursor === undefined ? {} : { after: cursor });
    const last = page.at(-1);
    if (!last) return events;
    events.push(...page);
    cursor = last.position;
  }
}

function marks({ data, position }: StoredEvent): { batch: string; index: number; size: number } {
  if (typeof data === 'object' && data !== null && 'batch' in data && 'index' in data && 'size' in data) {
    return { batch: String(data.batch), index: Number(data.index), size: Number(data.size) };
  }
  throw new Error(`an event at ${position} that nobody appended`);
}
