import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { type EventStore, EventStoreError, type ExpectedRevision, type Position, type StoredEvent, type Subscribe } from '../../port.ts';
import { event, eventId, type Follower, follow, type Opened } from '../harness.ts';
import type { Call } from './linearizable.ts';
import { answers, type Operation } from './stream.ts';

export const streams = ['notes-a', 'notes-b', 'other-c'] as const;

/** What one client does next; it waits for the answer before it does anything else. */
export type Step =
  | { readonly stream: string; readonly operation: Operation | AppendNext }
  | { readonly readAll: { readonly limit: number } }
  | { readonly subscribe: { readonly filtered: boolean; readonly from: 'beginning' | 'last seen' } }
  | { readonly pause: number };

/** An append behind the last revision that this client has heard of. */
interface AppendNext {
  readonly kind: 'append next';
  readonly ids: readonly string[];
}

/** Several clients at once, with few streams and few ids, so that they get in each other's way. */
export function clients(deletes: boolean): fc.Arbitrary<readonly (readonly Step[])[]> {
  const stream = fc.constantFrom(...streams);
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }).map((numbers) => numbers.map(eventId));
  const expected = fc.oneof<fc.Arbitrary<ExpectedRevision>[]>(
    fc.constantFrom<ExpectedRevision>('any', 'no-stream', 'stream-exists'),
    fc.bigInt(0n, 6n),
  );
  const append = fc.record({ kind: fc.constant('append' as const), expected, ids });
  const appendNext = fc.record({ kind: fc.constant('append next' as const), ids });
  const read = fc.record({
    kind: fc.constant('read' as const),
    direction: fc.constantFrom('forwards' as const, 'backwards' as const),
    from: fc.option(fc.nat(8), { nil: undefined }),
    limit: fc.integer({ min: 1, max: 10 }),
  });
  const remove = fc.record({ kind: fc.constant('delete' as const), expected });
  const step = fc.oneof<fc.MaybeWeightedArbitrary<Step>[]>(
    { weight: 4, arbitrary: fc.record({ stream, operation: append }) },
    { weight: 4, arbitrary: fc.record({ stream, operation: appendNext }) },
    { weight: 3, arbitrary: fc.record({ stream, operation: read }) },
    { weight: deletes ? 1 : 0, arbitrary: fc.record({ stream, operation: remove }) },
    { weight: 1, arbitrary: fc.record({ readAll: fc.record({ limit: fc.integer({ min: 1, max: 20 }) }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ subscribe: fc.record({ filtered: fc.boolean(), from: fc.constantFrom('beginning' as const, 'last seen' as const) }) }),
    },
    { weight: 1, arbitrary: fc.record({ pause: fc.nat(3) }) },
  );
  return fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 4 });
}

/** Everything that was seen from outside while the clients ran. */
export interface History {
  readonly calls: ReadonlyMap<string, readonly Call[]>;
  readonly appends: readonly {
    readonly position: Position;
    readonly stream: string;
    readonly ids: readonly string[];
    readonly called: number;
    readonly answered: number;
  }[];
  readonly pages: readonly {
    readonly after: Position | undefined;
    readonly limit: number;
    readonly events: readonly StoredEvent[];
    readonly called: number;
  }[];
  readonly followers: readonly { readonly follower: Follower; readonly options: Subscribe }[];
}

/** Runs the clients at the same time, noting each call and its answer on one clock. */
export async function run({ store, remove }: Opened, programs: readonly (readonly Step[])[]): Promise<History> {
  const calls = new Map<string, Call[]>(streams.map((stream) => [stream, []]));
  const appends: History['appends'][number][] = [];
  const pages: History['pages'][number][] = [];
  const followers: History['followers'][number][] = [];
  let clock = 0;
  const tick = () => clock++;

  async function client(program: readonly Step[]): Promise<void> {
    const lasts = new Map<string, bigint>();
    let seen: Position | undefined;

    async function operate(stream: string, given: Operation | AppendNext): Promise<void> {
      const operation: Operation =
        given.kind === 'append next' ? { kind: 'append', expected: lasts.get(stream) ?? 'no-stream', ids: given.ids } : given;
      const called = tick();
      const noted = (answer: string) => calls.get(stream)?.push({ operation, answer, called, answered: tick() });
      try {
        if (operation.kind === 'read')
          noted(answers.read((await readOf(store, stream, operation)).map(({ revision, id }) => ({ revision: Number(revision), id }))));
        else if (operation.kind === 'delete') noted(await removed(remove, stream, operation.expected));
        else {
          const appended = await store.append(stream, operation.expected, operation.ids.map(eventOf));
          noted(answers.appended(appended.outcome, Number(appended.revision)));
          lasts.set(stream, appended.revision);
          if (appended.outcome === 'appended') appends.push({ position: appended.position, stream, ids: operation.ids, called, answered: tick() });
        }
      } catch (error) {
        if (!(error instanceof EventStoreError)) throw error;
        const { actual } = error.data;
        noted(answers.refused(error.code, actual));
        if (actual !== undefined && /^\d+$/.test(actual)) lasts.set(stream, BigInt(actual));
      }
    }

    for (const step of program) {
      if ('stream' in step) await operate(step.stream, step.operation);
      else if ('pause' in step) for (let turn = 0; turn < step.pause; turn += 1) await nextTurn();
      else if ('readAll' in step) {
        const called = tick();
        const { limit } = step.readAll;
        const events = await store.readAll({ limit, ...(seen !== undefined && { after: seen }) });
        pages.push({ after: seen, limit, events, called });
        seen = events.at(-1)?.position ?? seen;
      } else {
        const after = step.subscribe.from === 'last seen' ? seen : undefined;
        const options: Subscribe = {
          ...(after !== undefined && { after }),
          ...(step.subscribe.filtered && { filter: { streamPrefixes: ['notes-'] } }),
        };
        followers.push({ follower: follow(store, options), options });
      }
    }
  }

  await Promise.all(programs.map(client));
  return { calls, appends, pages, followers };
}

/** The same id is always the same event. */
function eventOf(id: string) {
  return { ...event(0), id };
}

function readOf(store: EventStore, stream: string, { direction, from, limit }: Extract<Operation, { kind: 'read' }>) {
  return store.readStream(stream, { direction, limit, ...(from !== undefined && { from: BigInt(from) }) });
}

async function removed(remove: Opened['remove'], stream: string, expected: ExpectedRevision): Promise<string> {
  await remove?.(stream, expected);
  return answers.removed;
}
