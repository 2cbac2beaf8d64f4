import {
  type Delivery,
  type EventStore,
  EventStoreError,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type StoredEvent,
  type Subscribe,
} from '../port.ts';

/** An empty store of the engine under test. */
export interface Opened {
  readonly store: EventStore;
  /** Deletes a stream in a way that it can be written anew, where the engine can (the port cannot). Streams of the suite that are deleted are in no ledger category. */
  readonly remove?: (stream: string, expected: ExpectedRevision) => Promise<unknown>;
  /** Closes the store and removes what it left. */
  close(): Promise<void>;
}

export type OpenStore = () => Promise<Opened>;

/** A test body that gets a store of its own. */
export function on(open: OpenStore, body: (store: EventStore) => Promise<void>): () => Promise<void> {
  return async () => {
    const { store, close } = await open();
    try {
      await body(store);
    } finally {
      await close();
    }
  };
}

/** The event with this number: always the same id. */
export function event(number: number, over: Partial<NewEvent> = {}): NewEvent {
  return { id: eventId(number), type: 'TextConfirmed', data: { number }, metadata: { classification: 'negotiation' }, ...over };
}

export function eventId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Events with consecutive numbers. */
export function eventsFrom(first: number, count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => event(first + index));
}

/** The refusal as a value; undefined if there was none. Anything but an EventStoreError breaks the port's promise. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; data: Readonly<Record<string, string>> } | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof EventStoreError) return { code: error.code, data: error.data };
    throw error;
  }
}

export async function wholeLog(store: EventStore): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (;;) {
    const after = events.at(-1)?.position;
    const page = await store.readAll({ ...(after === undefined ? {} : { after }) });
    if (page.length === 0) return events;
    events.push(...page);
  }
}

export function ids(events: readonly StoredEvent[]): string[] {
  return events.map(({ id }) => id);
}

/** Everything that an iteration yields until it ends by itself. */
export async function all<Value>(iterable: AsyncIterable<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const value of iterable) values.push(value);
  return values;
}

/** A subscription that notes what it was given. */
export interface Follower {
  readonly deliveries: readonly Delivery[];
  readonly events: () => readonly StoredEvent[];
  /** Resolves when the deliveries satisfy the condition; rejects if the subscription ends before. */
  until(met: (deliveries: readonly Delivery[]) => boolean): Promise<void>;
  /** Resolves when the subscription has delivered or passed over this position. */
  past(position: Position): Promise<void>;
  stop(): Promise<void>;
  readonly ended: Promise<void>;
}

/** `pace` is awaited after each delivery: what a slow reader does meanwhile. */
export function follow(store: EventStore, options: Subscribe = {}, pace: () => Promise<void> = async () => {}): Follower {
  const ending = new AbortController();
  const deliveries: Delivery[] = [];
  const watchers = new Set<() => void>();
  let over = false;

  async function run(): Promise<void> {
    try {
      for await (const delivery of store.subscribe({ ...options, signal: ending.signal })) {
        deliveries.push(delivery);
        for (const watcher of watchers) watcher();
        await pace();
      }
    } finally {
      over = true;
      for (const watcher of watchers) watcher();
    }
  }

  const ended = run();
  const until: Follower['until'] = async (met) => {
    const seen = new Promise<boolean>((resolve) => {
      function watch(): void {
        const done = met(deliveries);
        if (!done && !over) return;
        watchers.delete(watch);
        resolve(done);
      }
      watchers.add(watch);
      watch();
    });
    if (!(await seen)) {
      await ended;
      throw new Error('the subscription ended early');
    }
  };

  return {
    deliveries,
    events: () => deliveries.flatMap((delivery) => (delivery.kind === 'event' ? [delivery.event] : [])),
    until,
    past: (position) => until((all) => reached(all.at(-1)) >= position),
    async stop() {
      ending.abort();
      await ended;
    },
    ended,
  };
}

export function reached(delivery: Delivery | undefined): bigint {
  if (delivery === undefined) return 0n;
  return delivery.kind === 'event' ? delivery.event.position : (delivery.position ?? 0n);
}
