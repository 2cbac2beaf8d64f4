import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Appended, EventStore, NewEvent, StoredEvent } from '@lianyu/event-store';
import { type Follower, follow, ids, wholeLog } from '@lianyu/event-store/contract-suite';
import { openKurrentStore } from '@lianyu/event-store/kurrentdb';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import { afterEach, expect, test } from 'vitest';
import { endAll, startProcess } from './process.fixtures.ts';

/** More is a matter of patience: `CRASH_ROUNDS=500 npm test -- services/store-node/src/crash`. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 6);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const WRITERS = 8;
const ledgerCategories = ['negotiation'];

afterEach(endAll);

interface Acknowledged {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly appended: Appended;
}

test(
  `ES-41 ES-45 EV-4 the node is killed at random, its clients send again what was not acknowledged: all is there once, and subscribers converge (CRASH_SEED=${seed})`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianyu-crash-'));
    const random = sequence(seed);
    const node = await killableNode(folder);
    const store = await openKurrentStore({ url: node.url, ledgerCategories, patienceMs: 60_000 });
    const followers = [follow(store), follow(store, { filter: { streamPrefixes: ['negotiation-shared'] } })];
    const told: Acknowledged[] = [];
    let stopped = false;
    const writing = Array.from({ length: WRITERS }, (_, writer) => write(store, writer, told, () => stopped));

    for (let round = 0; round < ROUNDS; round += 1) {
      const before = told.length;
      await pause(20 + random() * 400);
      while (told.length === before) await pause(5);
      await node.killed();
      await pause(random() * 150);
      await node.started();
    }
    stopped = true;
    await Promise.all(writing);

    const log = await wholeLog(store);
    const [last] = log.slice(-1);
    expect(told.length).toBeGreaterThan(ROUNDS);
    expect(missing(told, log)).toEqual([]);
    expect(told.filter(({ appended }) => appended.outcome !== 'appended')).toEqual([]);
    // Every writer has heard the outcome of all that it sent: nothing else is there, and nothing twice.
    expect(ids(log).sort()).toEqual(told.flatMap(({ events }) => events.map(({ id }) => id)).sort());
    if (last) await converged(followers, last, log);
    await store.close();
    await node.killed();
    const embedded = openSqliteStore({ path: join(folder, 'events.sqlite'), ledgerCategories });
    expect(await embedded.checkIntegrity()).toEqual([]);
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  },
  60_000 + ROUNDS * 5_000,
);

/** A store node that comes back on the same port after it was killed. */
async function killableNode(folder: string) {
  let running = startProcess(['--data', folder, '--port', '0', '--ledger', ledgerCategories.join(',')]);
  const url = (await running.line()).replace('READY ', '');
  const port = new URL(url.replace('esdb:', 'http:')).port;
  return {
    url,
    async killed() {
      running.child.kill('SIGKILL');
      await running.exited;
    },
    async started() {
      running = startProcess(['--data', folder, '--port', port, '--ledger', ledgerCategories.join(',')]);
      expect(await running.line()).toBe(`READY ${url}`);
    },
  };
}

/** Appends one after the other, to a stream of its own and now and then to one that all share, and notes what was acknowledged. */
async function write(store: EventStore, writer: number, told: Acknowledged[], stopped: () => boolean): Promise<void> {
  let revision = -1n;
  for (let turn = 0; !stopped(); turn += 1) {
    const shared = turn % 3 === 2;
    const stream = shared ? 'negotiation-shared' : `negotiation-${writer}`;
    const events = batch(1 + ((turn * 7 + writer) % 6), turn % 10 === 0 ? 20_000 : 300);
    const appended = await store.append(stream, shared ? 'any' : revision < 0n ? 'no-stream' : revision, events);
    if (!shared) revision = appended.revision;
    told.push({ stream, events, appended });
  }
}

function batch(size: number, padding: number): NewEvent[] {
  return Array.from({ length: size }, (_, index) => ({
    id: randomUUID(),
    type: 'TextConfirmed',
    data: { index, size, padding: 'x'.repeat(padding) },
    metadata: {},
  }));
}

/** Acknowledged events that do not stand next to each other where they were said to be. */
function missing(told: readonly Acknowledged[], log: readonly StoredEvent[]): string[] {
  const kept = new Map(log.map((event) => [`${event.stream} ${event.revision}`, event]));
  return told.flatMap(({ stream, events, appended }) => {
    const first = appended.revision - BigInt(events.length) + 1n;
    const last = kept.get(`${stream} ${appended.revision}`);
    const wrong = events.filter(({ id }, index) => kept.get(`${stream} ${first + BigInt(index)}`)?.id !== id).map(({ id }) => id);
    return last?.position === appended.position ? wrong : [...wrong, `position of ${stream} ${appended.revision}`];
  });
}

async function converged([everything, some]: readonly Follower[], last: StoredEvent, log: readonly StoredEvent[]): Promise<void> {
  for (const follower of [everything, some]) await follower?.past(last.position);
  expect(ids(everything?.events() ?? [])).toEqual(ids(log));
  expect(ids(some?.events() ?? [])).toEqual(ids(log.filter(({ stream }) => stream === 'negotiation-shared')));
  for (const follower of [everything, some]) await follower?.stop();
}

/** A small generator of numbers in [0, 1), so that a run can be repeated (Mulberry32). */
function sequence(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
