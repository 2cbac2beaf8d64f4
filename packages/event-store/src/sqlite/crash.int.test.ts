import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { wholeLog } from '../contract-suite/harness.ts';
import type { StoredEvent } from '../port.ts';
import { openSqliteStore } from './index.ts';
import { startChild } from './testing/child.ts';
import { inFolder } from './testing/folder.ts';

const ROUNDS = 8;
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);

interface Acknowledged {
  readonly stream: string;
  readonly first: string;
  readonly ids: readonly string[];
}

test(`ES-20 EV-4 a killed process has lost nothing that it acknowledged and left no half batch (CRASH_SEED=${seed})`, async () => {
  await inFolder(async (_, path) => {
    const random = sequence(seed);
    const told: Acknowledged[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const fresh = await killedRound(path, round, 4 + random() * 150);
      expect(fresh.length).toBeGreaterThan(0);
      told.push(...fresh);
      const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
      const log = await wholeLog(store);
      expect(lost(told, log)).toEqual([]);
      expect(halfBatches(log)).toEqual([]);
      await expectIdempotent(store, log, fresh);
      expect(await store.checkIntegrity()).toEqual([]);
      await store.close();
    }
  });
});

/** What a process acknowledged that was killed so many milliseconds after its first acknowledgement. */
async function killedRound(path: string, round: number, milliseconds: number): Promise<Acknowledged[]> {
  const child = startChild('./writers.ts', [path, String(round), '8']);
  const told: Acknowledged[] = [];
  for await (const line of child.lines) {
    if (told.length === 0) void pause(milliseconds).then(() => child.process.kill('SIGKILL'));
    // The last line may be cut off by the kill: then it was not acknowledged to us.
    if (line.endsWith(']}')) told.push(JSON.parse(line));
  }
  expect(await child.exited).toBe('SIGKILL');
  return told;
}

/** Acknowledged events that are not where they were said to be. */
function lost(told: readonly Acknowledged[], log: readonly StoredEvent[]): string[] {
  const kept = new Map(log.map((event) => [`${event.stream} ${event.revision}`, event.id]));
  return told.flatMap(({ stream, first, ids }) => ids.filter((id, index) => kept.get(`${stream} ${BigInt(first) + BigInt(index)}`) !== id));
}

/** Batches of which a part is missing or lies elsewhere. */
function halfBatches(log: readonly StoredEvent[]): string[] {
  const batches = new Map<string, Marked[]>();
  for (const event of log.map(marked)) batches.set(event.batch, [...(batches.get(event.batch) ?? []), event]);
  const isWhole = (events: Marked[]) =>
    events.every(({ index, size, revision }, at) => index === at && size === events.length && revision === (events[0]?.revision ?? 0n) + BigInt(at));
  return [...batches].filter(([, events]) => !isWhole(events)).map(([batch]) => batch);
}

interface Marked {
  readonly batch: string;
  readonly index: number;
  readonly size: number;
  readonly revision: bigint;
}

function marked({ data, revision }: StoredEvent): Marked {
  if (typeof data === 'object' && data !== null && 'batch' in data && 'index' in data && 'size' in data) {
    return { batch: String(data.batch), index: Number(data.index), size: Number(data.size), revision };
  }
  throw new Error('an event that nobody appended');
}

/** Who did not hear the outcome sends the same batch again and gets the same answer. */
async function expectIdempotent(
  store: ReturnType<typeof openSqliteStore>,
  log: readonly StoredEvent[],
  told: readonly Acknowledged[],
): Promise<void> {
  const sent = told.at(-1);
  if (!sent) return;
  const batch = log.filter(({ id }) => sent.ids.includes(id));
  const before = BigInt(sent.first) === 0n ? 'no-stream' : BigInt(sent.first) - 1n;
  const last = batch.at(-1);
  expect(await store.append(sent.stream, before, batch)).toEqual({ outcome: 'idempotent', revision: last?.revision, position: last?.position });
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
