import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position, StoredEvent } from '../port.ts';
import { brokenIn, eventsOf, expectedOf, logAfter, lostOf, type Stored } from './batches.ts';
import { type Batch, type Line, lineOf } from './lines.ts';
import { sequence } from './sequence.ts';

export interface CrashOptions {
  readonly rounds: number;
  /** Of the moments at which is killed. */
  readonly seed: number;
  /** A process under `load`, its standard output a pipe; it is killed with SIGKILL. */
  readonly start: (round: string, seen: string) => ChildProcess;
  /** The store as it is after the kill. */
  readonly open: () => Promise<EventStore>;
  readonly progress?: (round: number, events: number) => void;
}

export interface CrashTotals {
  readonly rounds: number;
  readonly events: number;
  /** Appends that were acknowledged, and those that were not and were sent again: stored by then, or not. */
  readonly acknowledged: number;
  readonly storedUnheard: number;
  readonly storedAgain: number;
}

/**
 * Kills a process under load again and again, at moments from its start on. After each time everything that it
 * acknowledged is there once and where it said, everything that its subscriber was given is there, no batch is halved, and
 * what was not acknowledged is stored once when it is sent again. Over all rounds the subscriber has seen the whole log, in
 * order, once.
 * @throws Error saying what is wrong, with the round
 */
export async function crashRounds({ rounds, seed, start, open, progress = () => {} }: CrashOptions): Promise<CrashTotals> {
  const random = sequence(seed);
  const totals = { rounds, events: 0, acknowledged: 0, storedUnheard: 0, storedAgain: 0 };
  let checked: Position | undefined;
  let seen: string = '';
  for (let round = 0; round < rounds; round += 1) {
    // One time in four it is killed while it opens, otherwise under load.
    const early = random() < 0.25;
    const lines = await killed(start(String(round), seen), early ? 'start' : 'first acknowledgement', early ? random() * 300 : 4 + random() * 150);
    const told = toldBy(lines);
    const store = await open();
    try {
      for (const batch of told.unheard) {
        const { outcome } = await store.append(batch.stream, expectedOf(batch), eventsOf(batch));
        totals[outcome === 'idempotent' ? 'storedUnheard' : 'storedAgain'] += 1;
      }
      const fresh = await logAfter(store, checked);
      const broken = brokenIn(fresh).map((batch) => `${batch} is halved`);
      const lost = lostOf(told.stored, fresh).map((batch) => `${batch} is lost`);
      const problems = [...broken, ...lost, ...unseenOf(told, fresh, seen)];
      if (problems.length > 0) throw new Error(`round ${round}, seed ${seed}: ${problems.slice(0, 5).join('; ')}`);
      checked = fresh.at(-1)?.position ?? checked;
      seen = await catchUp(store, told.seen.at(-1)?.position ?? seen, fresh);
      totals.events += fresh.length;
      totals.acknowledged += told.stored.length;
    } finally {
      await store.close();
    }
    progress(round + 1, totals.events);
  }
  return totals;
}

async function killed(child: ChildProcess, from: 'start' | 'first acknowledgement', milliseconds: number): Promise<Line[]> {
  if (!child.stdout) throw new Error('the process has no standard output');
  const exited = new Promise<string>((resolve) => child.once('close', (code, signal) => resolve(signal ?? String(code))));
  const kill = () => void pause(milliseconds).then(() => child.kill('SIGKILL'));
  if (from === 'start') kill();
  const lines: Line[] = [];
  let waiting = from !== 'start';
  for await (const text of createInterface({ input: child.stdout })) {
    const line = lineOf(text);
    if (line) lines.push(line);
    if (waiting && line?.kind === 'stored') {
      waiting = false;
      kill();
    }
  }
  const end = await exited;
  if (end !== 'SIGKILL') throw new Error(`the process ended with ${end} before it was killed`);
  return lines;
}

interface Told {
  readonly stored: readonly Stored[];
  /** Sent, and no outcome heard. */
  readonly unheard: readonly Batch[];
  readonly seen: readonly Extract<Line, { kind: 'seen' }>[];
}

function toldBy(lines: readonly Line[]): Told {
  const sent = new Map<string, Batch>();
  const stored: Stored[] = [];
  const seen: Told['seen'][number][] = [];
  for (const line of lines) {
    if (line.kind === 'sends') sent.set(line.batch.id, line.batch);
    else if (line.kind === 'seen') seen.push(line);
    else {
      const batch = sent.get(line.batch);
      if (!batch) throw new Error(`${line.batch} was acknowledged and not sent`);
      sent.delete(line.batch);
      stored.push({ batch, first: BigInt(line.first) });
    }
  }
  return { stored, unheard: [...sent.values()], seen };
}

/** What the subscriber was given must be the log after what it had seen before: the same events, in order, without a gap. */
function unseenOf({ seen }: Told, fresh: readonly StoredEvent[], before: string): string[] {
  const ahead = fresh.filter(({ position }) => position > BigInt(before === '' ? 0 : before));
  const wrong = seen.find(({ position, id }, index) => String(ahead[index]?.position) !== position || ahead[index]?.id !== id);
  return wrong ? [`the subscriber was given ${wrong.id} at ${wrong.position}, which is not what the log holds there`] : [];
}

/** The subscriber goes on from where the process left it, to the end. */
async function catchUp(store: EventStore, seen: string, fresh: readonly StoredEvent[]): Promise<string> {
  const ahead = fresh.filter(({ position }) => position > BigInt(seen === '' ? 0 : seen));
  let index = 0;
  for await (const delivery of store.subscribe(seen === '' ? {} : { after: BigInt(seen) as Position })) {
    if (delivery.kind === 'caught-up') break;
    if (delivery.kind === 'event' && ahead[index++]?.id !== delivery.event.id)
      throw new Error(`the subscriber diverges at ${delivery.event.position}`);
  }
  if (index !== ahead.length) throw new Error(`the subscriber saw ${index} of ${ahead.length} events`);
  return String(fresh.at(-1)?.position ?? seen);
}
