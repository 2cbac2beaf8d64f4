import { createHash } from 'node:crypto';
import { checkFilter, matcher } from '../input/filter.ts';
import { checkName } from '../input/name.ts';
import { checkLimit, checkStart } from '../input/read.ts';
import { type Delivery, type EventStore, EventStoreError, type Filter, limits, type ReadAll, type StoredEvent, type Subscribe } from '../port.ts';

/**
 * A part of a store that others use as well, seen as if it were a store of its own: every stream carries the prefix, and
 * nothing else is shown. For a store that cannot be made anew for each test. Nobody may write into the part meanwhile.
 */
export function partOf(store: EventStore, prefix: string): EventStore {
  const long = new Map<string, string>();
  const ours: Filter = { streamPrefixes: [prefix] };

  /** The longest names have no room for the prefix and are remembered instead. */
  function within(name: string): string {
    checkName('stream', name);
    if (Buffer.byteLength(prefix + name) <= limits.streamNameBytes) return prefix + name;
    const hashed = `${prefix}#${createHash('sha256').update(name).digest('hex')}`;
    long.set(hashed, name);
    return hashed;
  }

  const without = (name: string) => long.get(name) ?? name.slice(prefix.length);
  const seen = (event: StoredEvent): StoredEvent => ({ ...event, stream: without(event.stream) });

  async function readAll(options: ReadAll = {}): Promise<readonly StoredEvent[]> {
    const { direction } = checkStart(options);
    const wanted = checkLimit(options.limit);
    const kept = keeping(options.filter);
    const events: StoredEvent[] = [];
    for (let start: ReadAll = options; ; ) {
      const page: readonly StoredEvent[] = await store.readAll({ ...start, filter: ours, limit: limits.readEvents });
      events.push(...page.map(seen).filter(kept));
      const last = page.at(-1);
      if (last === undefined || page.length < limits.readEvents || events.length >= wanted) return events.slice(0, wanted);
      start = direction === 'forwards' ? { after: last.position } : { before: last.position, direction };
    }
  }

  async function* follow({ after, filter, signal }: Subscribe): AsyncGenerator<Delivery, undefined> {
    const kept = keeping(filter);
    let place = after;
    let told = after;
    let announced = false;
    for await (const delivery of store.subscribe({ filter: ours, ...(after !== undefined && { after }), ...(signal && { signal }) })) {
      if (delivery.kind === 'event') {
        const event = seen(delivery.event);
        place = event.position;
        if (!kept(event)) continue;
        told = place;
        announced = false;
        yield { kind: 'event', event };
        continue;
      }
      if (place !== undefined && place !== told) yield { kind: 'checkpoint', position: place };
      told = place;
      if (delivery.kind === 'checkpoint' || announced) continue;
      announced = true;
      yield { kind: 'caught-up', position: place };
    }
    return undefined;
  }

  return {
    async append(stream, expected, events) {
      const name = within(stream);
      return store.append(name, expected, events).catch((cause: unknown) => {
        if (!(cause instanceof EventStoreError) || cause.data['stream'] !== name) throw cause;
        throw new EventStoreError(cause.code, { ...cause.data, stream }, cause);
      });
    },
    readStream: async (stream, options) => (await store.readStream(within(stream), options)).map(seen),
    readAll,
    subscribe: (options = {}) => ({
      [Symbol.asyncIterator]() {
        const ending = new AbortController();
        const deliveries = follow({ ...options, signal: AbortSignal.any([ending.signal, ...(options.signal ? [options.signal] : [])]) });
        return {
          next: () => deliveries.next(),
          return() {
            ending.abort();
            return deliveries.return(undefined);
          },
        };
      },
    }),
    subscribeStream: (stream, options) => ({
      [Symbol.asyncIterator]() {
        const deliveries = store.subscribeStream(within(stream), options)[Symbol.asyncIterator]();
        return {
          async next() {
            const next = await deliveries.next();
            if (next.done || next.value.kind !== 'event') return next;
            return { done: false, value: { ...next.value, event: seen(next.value.event) } };
          },
          return: async () => (await deliveries.return?.()) ?? { done: true, value: undefined },
        };
      },
    }),
    head: async () => (await readAll({ direction: 'backwards', limit: 1 }))[0]?.position,
    close: () => store.close(),
  };
}

function keeping(filter: Filter | undefined): (event: StoredEvent) => boolean {
  const matching = checkFilter(filter);
  if (matching === undefined) return () => true;
  const matches = matcher(matching);
  return ({ stream, type }) => matches(matching.of === 'stream' ? stream : type);
}
