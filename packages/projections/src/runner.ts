import { deserialize, serialize } from 'node:v8';
import { type AnyEvent, recorded } from '@lianyu/domain/events';
import { categoryOf, type Recorded } from '@lianyu/domain/kernel';
import type { EventStore, Position, StoredEvent } from '@lianyu/event-store';
import type { Document, Projection } from './folds/projection.ts';
import { type ProjectedChange, RunnerOvertakenError, type RunnerStore } from './read-store.ts';

export interface Runner {
  start(): void;
  /** Resolves when everything that stood in the log at the time of asking is in the documents. */
  caughtUp(): Promise<void>;
  passed(position: Position): Promise<void>;
  /** Rejects when the runner had to stop by itself; never resolves before `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

interface Parts {
  readonly store: EventStore;
  readonly readStore: RunnerStore;
  readonly projections: readonly Projection[];
  readonly log?: { error(about: object, line: string): void };
}

/** Events that are folded into one transaction while catching up; live, each is written as soon as it is read. */
const BATCH = 200;
/** Folded states kept in memory. */
const STATES = 2_000;

/** Reads the log, folds, and writes documents, states, checkpoint and feed in one transaction (PR-2). */
export function createRunner({ store, readStore, projections, log }: Parts): Runner {
  const ending = new AbortController();
  const folder = createFolder(readStore, projections);
  const waiting = new Set<{ readonly position: Position; readonly done: () => void }>();
  let { fence, position } = readStore.takeOver(projections);
  let running: Promise<void> | undefined;
  let end: { resolve(): void; reject(error: unknown): void } = { resolve() {}, reject() {} };
  const ended = new Promise<void>((resolve, reject) => {
    end = { resolve, reject };
  });
  ended.catch(() => {});

  function write(events: readonly StoredEvent[]): void {
    const last = events.at(-1);
    if (!last) return;
    try {
      readStore.write(fence, position, { position: last.position, ...folder.fold(events) });
    } catch (error) {
      folder.forget();
      throw error;
    }
    reached(last.position);
  }

  function reached(at: Position): void {
    position = at;
    for (const waiter of waiting) {
      if (waiter.position > at) continue;
      waiting.delete(waiter);
      waiter.done();
    }
  }

  async function run(): Promise<void> {
    let gathered: StoredEvent[] = [];
    for await (const delivery of store.subscribe({ ...(position === undefined ? {} : { after: position }), signal: ending.signal })) {
      if (delivery.kind === 'event') gathered.push(delivery.event);
      if (delivery.kind === 'event' && gathered.length < BATCH) continue;
      // At the end of the log, or when there is enough: what one command appended is then in one transaction.
      write(gathered);
      gathered = [];
    }
  }

  const passed = (at: Position): Promise<void> =>
    position !== undefined && position >= at ? Promise.resolve() : new Promise((done) => waiting.add({ position: at, done }));
  return {
    start() {
      running ??= run().then(end.resolve, (error: unknown) => {
        if (!(error instanceof RunnerOvertakenError)) log?.error({ err: error }, 'the projections have stopped');
        end.reject(error);
      });
    },
    async caughtUp() {
      const head = await store.head();
      if (head !== undefined) await passed(head);
    },
    passed,
    ended,
    async stop() {
      ending.abort();
      await running;
    },
  };
}

interface Folded {
  state: unknown;
  documents: Map<string, { document: Document; json: string }>;
}

function createFolder(readStore: RunnerStore, projections: readonly Projection[]) {
  const known = new Map<string, Folded>();

  function before(projection: Projection, key: string): Folded {
    const name = `${projection.name}/${key}`;
    const found = known.get(name);
    if (found) {
      known.delete(name);
      known.set(name, found);
      return found;
    }
    const stored = readStore.state(projection.name, key);
    const state: unknown = stored === undefined ? projection.initial : deserialize(stored);
    const loaded = { state, documents: encoded(projection.documents(state, key)) };
    known.set(name, loaded);
    if (known.size > STATES) known.delete(known.keys().next().value ?? '');
    return loaded;
  }

  function apply(event: Recorded<AnyEvent>, touched: Map<string, { projection: Projection; key: string; folded: Folded }>): ProjectedChange[] {
    const changes: ProjectedChange[] = [];
    for (const projection of projections) {
      if (!projection.categories.includes(categoryOf(event.stream))) continue;
      const key = projection.keyOf(event);
      if (key === undefined) continue;
      const folded = before(projection, key);
      const state = projection.evolve(folded.state, event);
      if (state === folded.state) continue;
      const documents = encoded(projection.documents(state, key), folded.documents);
      changes.push(...difference(folded.documents, documents));
      folded.state = state;
      folded.documents = documents;
      touched.set(`${projection.name}/${key}`, { projection, key, folded });
    }
    return changes;
  }

  return {
    fold(events: readonly StoredEvent[]) {
      const touched = new Map<string, { projection: Projection; key: string; folded: Folded }>();
      const changes = events.map(recorded).flatMap((event, index, all) => {
        const { actor, commandId } = event.metadata;
        const own = apply(event, touched);
        // Said with the command's last event: then all that it did is in the documents.
        const last = all[index + 1]?.metadata.commandId !== commandId;
        return actor.kind === 'person' && last ? [...own, { op: 'through' as const, commandId, audience: `member:${actor.member}` as const }] : own;
      });
      const states = [...touched.values()].map(({ projection, key, folded }) => ({
        projection: projection.name,
        key,
        state: serialize(folded.state),
      }));
      return { states, changes };
    },
    /** After a failed write what is in memory is ahead of what is stored. */
    forget: () => known.clear(),
  };
}

const identityOf = ({ kind, key, audience }: Document) => `${kind}\n${key}\n${audience}`;

/** The text of each document; taken over where the very same body was encoded before. */
function encoded(documents: readonly Document[], earlier: Folded['documents'] = new Map()): Folded['documents'] {
  return new Map(
    documents.map((document) => {
      const identity = identityOf(document);
      const same = earlier.get(identity);
      const json = same && same.document.body === document.body ? same.json : JSON.stringify(document.body);
      return [identity, { document, json }];
    }),
  );
}

function difference(before: Folded['documents'], after: Folded['documents']): ProjectedChange[] {
  const changes: ProjectedChange[] = [];
  for (const [identity, { document }] of before) if (!after.has(identity)) changes.push({ op: 'remove', document });
  for (const [identity, { document, json }] of after) {
    const old = before.get(identity);
    if (old && old.json === json && old.document.sort === document.sort && old.document.topic === document.topic) continue;
    changes.push({ op: 'put', document, json });
  }
  return changes;
}
