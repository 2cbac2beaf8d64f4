import { put, remove, TestFeed, TestLive, type TestViewer } from '@lianyu/platform/live/fixtures';
import type { Audience } from '@lianyu/projections/folds';
import { LiveStore } from '@lianyu/web/live-store';
import { afterAll, expect, test } from 'vitest';

const EVENTS = 10_000;
const SEED = Number(process.env['STORM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const TOPIC = 'agreements';
const live = new TestLive(new TestFeed(2_000));
afterAll(() => live.close());

/** A small generator of numbers, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** A browser's store behind a connection that is cut at random and comes back from its last cursor. */
class Client {
  readonly store = new LiveStore();
  twice = 0;
  reconnects = 0;
  /** The last version put of each row, through all connections. */
  #versions = new Map<string, number>();
  #socket: TestViewer | undefined;
  readonly #name: string;
  readonly #audiences: readonly Audience[];

  constructor(name: string, audiences: readonly Audience[]) {
    this.#name = name;
    this.#audiences = audiences;
  }

  async connect(): Promise<void> {
    const socket = live.viewer(this.#name, this.#audiences);
    this.#socket = socket;
    let taken = 0;
    socket.socket.on('batch', () => {
      for (const { n, cursor, deltas } of socket.batches.slice(taken)) {
        taken += 1;
        if (deltas.some(({ op }) => op === 'reset')) this.#versions = new Map();
        if (!this.store.apply(n, cursor, deltas)) throw new Error(`a hole before batch ${n}`);
        for (const delta of deltas) {
          if (delta.op !== 'put') continue;
          const identity = `${delta.row.key}/${delta.row.audience}`;
          if ((this.#versions.get(identity) ?? 0) >= delta.row.version) this.twice += 1;
          this.#versions.set(identity, delta.row.version);
        }
      }
    });
    this.store.connected();
    await socket.join([TOPIC], this.store.cursor);
  }

  async cut(): Promise<void> {
    this.#socket?.drop();
    this.reconnects += 1;
    await this.connect();
  }

  async settled(): Promise<void> {
    await this.#socket?.until(() => (this.store.topic(TOPIC)?.rows ?? []).some(({ key }) => key === 'last'));
  }
}

test(`LV-1 LV-4 random cuts during ${EVENTS} changes (seed ${SEED}): every client ends equal to a fresh snapshot, nothing applied twice`, async () => {
  const random = randomFrom(SEED);
  await live.listen();
  const audiences: Audience[][] = [
    ['everyone'],
    ['everyone', 'organisation:xian'],
    ['everyone', 'organisation:xian', 'audit'],
    ['organisation:xian', 'everyone'],
  ];
  const clients = audiences.map((set, index) => new Client(`client-${index}`, set));
  for (const client of clients) await client.connect();
  for (let done = 0; done < EVENTS; ) {
    const burst = 1 + Math.floor(random() * 200);
    for (let each = 0; each < burst && done < EVENTS; each += 1, done += 1) {
      const key = `k${Math.floor(random() * 300)}`;
      const audience = (['everyone', 'organisation:xian', 'organisation:other', 'audit'] as const)[Math.floor(random() * 4)] ?? 'everyone';
      live.feed.write(random() < 0.1 ? remove(key, audience) : put(key, { done }, audience));
    }
    if (random() < 0.5) await clients[Math.floor(random() * clients.length)]?.cut();
    else await new Promise((next) => setImmediate(next));
  }
  live.feed.write(put('last', 0));
  for (const client of clients) await client.settled();
  clients.forEach(({ store, twice }, index) => {
    const fresh = live.feed.store.topic(TOPIC, audiences[index] ?? [], 10_000);
    const told = (rows: readonly { key: string; audience: string; version: number; body: unknown }[]) =>
      rows.map(({ key, audience, version, body }) => JSON.stringify([key, audience, version, body])).sort();
    expect(told(store.topic(TOPIC)?.rows ?? [])).toEqual(told(fresh.documents));
    expect(twice).toBe(0);
  });
  expect(clients.reduce((sum, { reconnects }) => sum + reconnects, 0)).toBeGreaterThan(10);
});
