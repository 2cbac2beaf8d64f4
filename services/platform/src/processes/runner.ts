import { type AnyEvent, recorded } from '@lianyu/domain/events';
import type { Recorded } from '@lianyu/domain/kernel';
import type { EventStore, Position } from '@lianyu/event-store';
import type { Vault } from '@lianyu/vault';
import type { FastifyBaseLogger } from 'fastify';

/**
 * Carries outcomes from one stream to another (EV-2). Each event is handed to every process, at least once: what they do
 * has command ids that derive from the event, so that doing it again does nothing (CM-5).
 */
export interface Process {
  readonly name: string;
  react(event: Recorded<AnyEvent>): Promise<void>;
}

export interface ProcessRunner {
  start(): void;
  /** Resolves when every process has seen the event at this position and what followed from it. */
  passed(position: Position): Promise<void>;
  stop(): Promise<void>;
}

interface Parts {
  readonly store: EventStore;
  readonly vault: Pick<Vault, 'note' | 'setNote'>;
  readonly processes: readonly Process[];
  readonly log: Pick<FastifyBaseLogger, 'error'>;
}

/** Where the vault keeps how far every process has come. */
export const NOTE = 'processes/position';
const RETRY_MS = [100, 500, 2_000, 10_000];
/** The note costs a wait for the disk. What is not noted is handed out once more after a crash, and does nothing. */
const NOTE_MS = 200;

export function createProcessRunner({ store, vault, processes, log }: Parts): ProcessRunner {
  const ending = new AbortController();
  const waiting = new Set<{ position: Position; done: () => void }>();
  let seen = positionFrom(vault.note(NOTE));
  let noted = seen;
  let soon: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  function note(): void {
    clearTimeout(soon);
    soon = undefined;
    if (seen === undefined || seen === noted) return;
    vault.setNote(NOTE, seen.toString());
    noted = seen;
  }

  function reached(position: Position | undefined): void {
    if (position === undefined) return;
    seen = position;
    for (const waiter of waiting) {
      if (waiter.position > position) continue;
      waiting.delete(waiter);
      waiter.done();
    }
  }

  async function handle(event: Recorded<AnyEvent>): Promise<void> {
    for (const process of processes) {
      for (let tried = 0; !ending.signal.aborted; tried += 1) {
        try {
          await process.react(event);
          break;
        } catch (error) {
          // An outcome must not be lost: the process stays at this event until it succeeds or the server stops.
          log.error({ err: error, process: process.name, event: event.id, stream: event.stream }, 'a process failed and will try again');
          await pause(RETRY_MS[Math.min(tried, RETRY_MS.length - 1)] ?? 10_000, ending.signal);
        }
      }
    }
  }

  async function run(): Promise<void> {
    for await (const delivery of store.subscribe({ ...(seen === undefined ? {} : { after: seen }), signal: ending.signal })) {
      if (delivery.kind === 'event') {
        await handle(recorded(delivery.event));
        if (ending.signal.aborted) return;
        reached(delivery.event.position);
        soon ??= setTimeout(note, NOTE_MS);
      } else reached(delivery.position);
    }
  }

  return {
    start() {
      running ??= run();
    },
    passed(position) {
      if (seen !== undefined && seen >= position) return Promise.resolve();
      return new Promise((done) => waiting.add({ position, done }));
    },
    async stop() {
      ending.abort();
      await running;
      note();
    },
  };
}

function positionFrom(note: string | undefined): Position | undefined {
  return note === undefined ? undefined : (BigInt(note) as Position);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, milliseconds);
    function finish(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    }
    signal.addEventListener('abort', finish);
  });
}
