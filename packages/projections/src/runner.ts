import type { EventStore, Position, StoredEvent } from '@lianyu/event-store';
import { createFolder } from './folder.ts';
import type { Projection } from './folds/projection.ts';
import { type Mark, RunnerOvertakenError, type RunnerStore } from './read-store.ts';
import { buildBeside } from './rebuild.ts';
import { createWaiting } from './waiting.ts';

export interface Runner {
  start(): void;
  /** Resolves when everything that stood in the log at the time of asking is in the documents. Rejects as `passed` does. */
  caughtUp(): Promise<void>;
  /** Resolves when the event at that position is in the documents. Rejects when the runner ends before. */
  passed(position: Position): Promise<void>;
  /** Builds all documents anew from the log, beside the served ones, and swaps them in under a new epoch (PR-3). */
  rebuild(): Promise<void>;
  /** Rejects when the runner had to stop by itself; never resolves before `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** What the runner reads of an event store. */
export type RunnerLog = Pick<EventStore, 'readStream' | 'readAll' | 'subscribe' | 'head'>;

interface Parts {
  readonly store: RunnerLog;
  readonly readStore: RunnerStore;
  readonly projections: readonly Projection[];
  readonly log?: { error(about: object, line: string): void };
}

/** Events that are folded into one transaction while catching up; live, each command's are written as soon as they are read. */
const BATCH = 200;

/**
 * Reads the log, folds, and writes documents, states, checkpoint and feed in one transaction (PR-2).
 * ```
 * new ──start──→ recognising the log ──→ catching up ⇄ live ──stop──→ ended
 *                      └──────────────────────┴── overtaken, or a failure ──→ ended, with the error
 * ```
 */
export function createRunner({ store, readStore, projections, log }: Parts): Runner {
  const ending = new AbortController();
  const folder = createFolder(readStore, projections);
  const waiting = createWaiting();
  const { fence, ...kept } = readStore.takeOver(projections);
  let position: Position | undefined;
  let running: Promise<void> | undefined;
  let recognising: Promise<void> | undefined;

  /** A log that does not hold the last event that was folded is another one, or a backup from before it: then all begins anew. */
  async function recognise(): Promise<void> {
    if (kept.position === undefined) return;
    if (kept.last && (await holds(store, kept.last, kept.position))) {
      position = kept.position;
      return waiting.reached(position);
    }
    log?.error({ position: kept.position.toString() }, 'the documents are of another log and are made anew');
    readStore.beginAgain(fence);
  }

  function write(events: readonly StoredEvent[]): void {
    const last = events.at(-1);
    if (!last) return;
    try {
      readStore.write(fence, position, { position: last.position, last, ...folder.fold(events) });
    } catch (error) {
      folder.forget();
      throw error;
    }
    position = last.position;
    waiting.reached(position);
  }

  const recognised = () => (recognising ??= recognise());

  async function run(): Promise<void> {
    await recognised();
    let gathered: StoredEvent[] = [];
    for await (const delivery of store.subscribe({ ...(position === undefined ? {} : { after: position }), signal: ending.signal })) {
      // What one command appended is written in one transaction: at the end of the log, or when another command's begins.
      const full = delivery.kind === 'event' && gathered.length >= BATCH && !isOfOneCommand(gathered.at(-1), delivery.event);
      if (full || delivery.kind !== 'event') {
        write(gathered);
        gathered = [];
      }
      if (delivery.kind === 'event') gathered.push(delivery.event);
    }
  }

  return {
    start() {
      running ??= run().then(
        () => waiting.ended(undefined),
        (error: unknown) => {
          if (!(error instanceof RunnerOvertakenError)) log?.error({ err: error }, 'the projections have stopped');
          waiting.ended(error);
        },
      );
    },
    async caughtUp() {
      const head = await store.head();
      if (head !== undefined) await waiting.until(head);
    },
    passed: waiting.until,
    async rebuild() {
      await recognised();
      await buildBeside(
        { store, readStore, projections },
        () => position,
        (beside, at) => {
          beside.swap(fence, at);
          folder.forget();
        },
      );
    },
    ended: waiting.end,
    async stop() {
      ending.abort();
      await running;
      waiting.ended(undefined);
    },
  };
}

async function holds(store: RunnerLog, { id, stream, revision }: Mark, position: Position): Promise<boolean> {
  const [event] = await store.readStream(stream, { from: revision, limit: 1 });
  return event?.id === id && event.position === position;
}

function isOfOneCommand(one: StoredEvent | undefined, other: StoredEvent): boolean {
  return one !== undefined && commandOf(one) !== undefined && commandOf(one) === commandOf(other);
}

function commandOf({ metadata }: StoredEvent): unknown {
  return typeof metadata === 'object' && metadata !== null && 'commandId' in metadata ? metadata.commandId : undefined;
}
