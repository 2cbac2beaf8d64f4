import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Appended, EventStore, Position, StoredEvent, Subscribe } from '@lianyu/event-store';
import { type Batch, brokenIn, eventsOf, logAfter, lostOf, sequence } from '@lianyu/event-store/crash';
import { openKurrentStore } from '@lianyu/event-store/kurrentdb';
import { checkStore } from '@lianyu/event-store/sqlite';
import { startProcess } from './process.fixtures.ts';

export interface WireCrashTotals {
  readonly rounds: number;
  readonly events: number;
  readonly acknowledged: number;
  /** How often a subscription was cut off and went on by itself. */
  readonly cutOff: number;
}

interface Sent {
  readonly batch: Batch;
  readonly appended: Appended;
}

const ledgerCategories = ['negotiation'];
const shared = 'negotiation-shared';
const WRITERS = 8;

/**
 * A node in `folder` is killed again and again under its clients, one time in four once more while it starts. They send
 * again what was not acknowledged. After each round all that they sent is there once, whole and where it was said to be,
 * nothing else is, and two subscribers, over all rounds, have been given the log and what their filter keeps of it, in order, once.
 * @throws Error saying what is wrong, with the round
 */
export async function crashOverWire(
  folder: string,
  { rounds, seed, progress = () => {} }: { rounds: number; seed: number; progress?: (round: number, events: number) => void },
): Promise<WireCrashTotals> {
  const random = sequence(seed);
  const totals = { rounds, events: 0, acknowledged: 0, cutOff: 0 };
  const node = await killableNode(folder);
  const log = {
    warn() {
      totals.cutOff += 1;
    },
  };
  const store = await openKurrentStore({ url: node.url, ledgerCategories, patienceMs: 60_000, log });
  const subscribers = [watch(store, {}), watch(store, { filter: { streamPrefixes: [shared] } })] as const;
  let checked: Position | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const sent = await underLoad(store, round, async (acknowledged) => {
      await acknowledged();
      await pause(random() * 400);
      await node.killed();
      await pause(random() * 150);
      if (random() < 0.25) await node.killedWhileStarting(random() * 600);
      await node.started();
    });
    const fresh = await logAfter(store, checked);
    checked = fresh.at(-1)?.position ?? checked;
    const [all, some] = await Promise.all(subscribers.map((subscriber) => subscriber.upTo(checked ?? 0n)));
    const problems = [
      ...brokenIn(fresh).map((batch) => `${batch} is halved`),
      ...wrongOf(sent, fresh),
      ...differencesOf('the subscriber', all ?? [], fresh),
      ...differencesOf(
        'the filtered subscriber',
        some ?? [],
        fresh.filter(({ stream }) => stream === shared),
      ),
    ];
    if (problems.length > 0) throw new Error(`round ${round}, seed ${seed}: ${problems.slice(0, 5).join('; ')}`);
    totals.events += fresh.length;
    totals.acknowledged += sent.length;
    progress(round + 1, totals.events);
  }
  for (const subscriber of subscribers) await subscriber.stop();
  await store.close();
  await node.killed();
  const [finding] = await checkStore(join(folder, 'events.sqlite'));
  if (finding) throw new Error(`the file is not sound: ${JSON.stringify(finding)}`);
  return totals;
}

/** A store node that comes back on the same port after it was killed. */
async function killableNode(folder: string) {
  const start = (port: string) => startProcess(['--data', folder, '--port', port, '--ledger', ledgerCategories.join(',')]);
  let running = start('0');
  const url = (await running.line()).replace('READY ', '');
  const { port } = new URL(url.replace('esdb:', 'http:'));
  async function killed(): Promise<void> {
    running.child.kill('SIGKILL');
    await running.exited;
  }
  return {
    url,
    killed,
    async killedWhileStarting(milliseconds: number) {
      running = start(port);
      await pause(milliseconds);
      await killed();
    },
    async started() {
      running = start(port);
      const line = await running.line();
      if (line !== `READY ${url}`) throw new Error(`the node did not come back: ${line} ${await running.complaints}`);
    },
  };
}

/** What clients sent while `during` went on, each until it was acknowledged. */
async function underLoad(store: EventStore, round: number, during: (acknowledged: () => Promise<void>) => Promise<void>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const first = Promise.withResolvers<void>();
  let stopped = false;

  /** Appends one after the other, to a stream of its own and now and then to one that all share. */
  async function write(writer: number): Promise<void> {
    const own = `negotiation-${round}-${writer}`;
    for (let revision = -1n, turn = 0; !stopped; turn += 1) {
      const isShared = turn % 3 === 2;
      const ids = Array.from({ length: 1 + ((turn * 7 + writer) % 6) }, () => randomUUID());
      const expected = isShared ? 'any' : revision < 0n ? 'no-stream' : revision;
      const batch: Batch = { id: `${own}-${turn}`, stream: isShared ? shared : own, expected: String(expected), ids };
      const appended = await store.append(batch.stream, expected, eventsOf(batch));
      if (!isShared) revision = appended.revision;
      sent.push({ batch, appended });
      first.resolve();
    }
  }

  const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  await Promise.race([during(() => first.promise), writing]);
  stopped = true;
  await writing;
  return sent;
}

/** Every writer has heard the outcome of all that it sent: it must be there as it was told, once, and nothing else. */
function wrongOf(sent: readonly Sent[], fresh: readonly StoredEvent[]): string[] {
  const stored = sent.map(({ batch, appended }) => ({ batch, first: appended.revision - BigInt(batch.ids.length) + 1n }));
  const positions = new Map(fresh.map(({ id, position }) => [id, position]));
  const misplaced = sent.filter(({ batch, appended }) => positions.get(batch.ids.at(-1) ?? '') !== appended.position);
  const count = sent.reduce((sum, { batch }) => sum + batch.ids.length, 0);
  return [
    ...lostOf(stored, fresh).map((batch) => `${batch} is lost`),
    ...misplaced.map(({ batch }) => `${batch.id} is at another position`),
    ...sent.filter(({ appended }) => appended.outcome !== 'appended').map(({ batch }) => `${batch.id} was told as there before`),
    ...(fresh.length === count ? [] : [`${fresh.length} events are there, and ${count} were sent`]),
  ];
}

function differencesOf(who: string, given: readonly string[], wanted: readonly StoredEvent[]): string[] {
  const at = wanted.findIndex(({ id }, index) => given[index] !== id);
  if (at >= 0) return [`${who} was given ${given[at]} instead of what is at ${wanted[at]?.position}`];
  return given.length === wanted.length ? [] : [`${who} was given ${given.length} events of ${wanted.length}`];
}

/** A subscription for as long as the rounds last, which remembers only what it was given since it was last asked. */
function watch(store: EventStore, options: Subscribe) {
  const ending = new AbortController();
  const given: string[] = [];
  let reached = 0n;
  let wake = () => {};
  const ended = (async () => {
    for await (const delivery of store.subscribe({ ...options, signal: ending.signal })) {
      if (delivery.kind === 'event') given.push(delivery.event.id);
      reached = delivery.kind === 'event' ? delivery.event.position : (delivery.position ?? reached);
      wake();
    }
  })();
  const over = ended.then(() => Promise.reject(new Error('a subscription ended')));
  over.catch(() => {});
  return {
    /** The ids that it was given up to this position. */
    async upTo(position: bigint): Promise<string[]> {
      while (reached < position) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await Promise.race([promise, over]);
      }
      return given.splice(0);
    },
    async stop(): Promise<void> {
      ending.abort();
      await ended;
    },
  };
}
