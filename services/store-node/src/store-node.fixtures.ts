import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventData, EventStoreDBClient, type EventType, jsonEvent, type ResolvedEvent } from '@eventstore/db-client';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { openSqliteStore, type RawStore } from '@lianyu/event-store/sqlite';
import { hashPassword } from './access/passwords.ts';
import type { Users } from './access/users-file.ts';
import { type StoreNode, type StoreNodeOptions, startStoreNode } from './server.ts';

export interface RunningNode {
  readonly store: RawStore;
  readonly node: StoreNode;
  /** Of a client without credentials. */
  readonly address: string;
  /** An unmodified client of the node, gone with it. */
  client(connectionString?: string): EventStoreDBClient;
  /** What the node took for a bug of its own. */
  readonly bugs: readonly unknown[];
}

/** A node on a new store, both gone after the body. `around` is put between the two. */
export async function withNode(
  body: (running: RunningNode) => Promise<void>,
  options: Partial<StoreNodeOptions> = {},
  around: (store: RawStore) => RawStore = (store) => store,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-store-node-'));
  const opened = openSqliteStore({ path: join(folder, 'events.sqlite'), ledgerCategories });
  const store = opened.raw;
  const bugs: unknown[] = [];
  const node = await startStoreNode({ store: around(store), host: '127.0.0.1', port: 0, report: (bug) => bugs.push(bug), ...options });
  const clients: EventStoreDBClient[] = [];
  const address = `esdb://127.0.0.1:${node.port}?tls=false`;
  try {
    await body({
      store,
      node,
      address,
      bugs,
      client(connectionString = address) {
        const client = EventStoreDBClient.connectionString(connectionString);
        clients.push(client);
        return client;
      },
    });
    if (bugs.length > 0) throw bugs[0];
  } finally {
    await Promise.all(clients.map((client) => client.dispose()));
    await node.close();
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function usersOf(...users: readonly (readonly [name: string, password: string, ...groups: string[]])[]): Promise<Users> {
  const entries = users.map(async ([name, password, ...groups]) => [name, { groups, password: await hashPassword(password) }] as const);
  return new Map(await Promise.all(entries));
}

let numbered = 0;

/** A stream of the test's own; not of the ledger. */
export function someStream(): string {
  numbered += 1;
  return `probe-${numbered}`;
}

/** So many JSON events, each with its number. */
export function numberedEvents(count: number, type = 'Numbered'): EventData<EventType>[] {
  return Array.from({ length: count }, (_, number) => jsonEvent({ type, data: { number } }));
}

/** Everything that a read yields. */
export async function read(stream: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const events: ResolvedEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

/** The number in the data of each event. */
export function numbers(events: readonly ResolvedEvent[]): unknown[] {
  return events.map(({ event }) => (event?.data as { number?: unknown } | undefined)?.number);
}

/** What a call fails with, as a value: the client's words for it. */
export async function failure(work: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await work;
  } catch (error) {
    return { ...(error as object) };
  }
  throw new Error('it did not fail');
}

type Subscription = ReturnType<EventStoreDBClient['subscribeToAll']> | ReturnType<EventStoreDBClient['subscribeToStream']>;

/** A subscription that notes what it was given. */
export interface Follower {
  readonly events: readonly ResolvedEvent[];
  readonly caughtUp: number;
  readonly confirmations: number;
  /** What it ended with, if it did. */
  readonly error: (Error & { type?: string }) | undefined;
  /** Resolves when what it was given satisfies the condition; rejects when it has ended before. */
  until(met: (follower: Follower) => boolean): Promise<void>;
  stop(): Promise<void>;
}

export function follow(subscription: Subscription): Follower {
  const events: ResolvedEvent[] = [];
  const seen = { caughtUp: 0, confirmations: 0, error: undefined as (Error & { type?: string }) | undefined };
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of watchers) watcher();
  };
  // `.on` is overloaded by kind of subscription; what is listened to here both kinds have.
  const source = subscription as ReturnType<EventStoreDBClient['subscribeToStream']>;
  source.on('data', (event) => {
    events.push(event);
    look();
  });
  source.on('confirmation', () => {
    seen.confirmations += 1;
    look();
  });
  source.on('caughtUp', () => {
    seen.caughtUp += 1;
    look();
  });
  source.on('error', (error) => {
    seen.error = error;
    look();
  });
  const follower: Follower = {
    events,
    get caughtUp() {
      return seen.caughtUp;
    },
    get confirmations() {
      return seen.confirmations;
    },
    get error() {
      return seen.error;
    },
    until(met) {
      return new Promise((resolve, reject) => {
        function watch(): void {
          const done = met(follower);
          if (!done && !seen.error) return;
          watchers.delete(watch);
          if (done) resolve();
          else reject(seen.error);
        }
        watchers.add(watch);
        watch();
      });
    },
    stop: () => source.unsubscribe(),
  };
  return follower;
}
