import { categoryOf } from '@lianyu/domain/kernel';
import { type EventStore, EventStoreError } from '../port.ts';
import { readAddress } from './address.ts';
import { openAppender } from './appending.ts';
import { faultOf } from './fault.ts';
import { type Unguarded, unguarded } from './guard.ts';
import { allRequest } from './messages.ts';
import { collect, openReader } from './reading.ts';
import { openSeen } from './seen.ts';
import { logCourse, openSubscriptions, streamCourse } from './subscribing.ts';
import { Wire } from './wire.ts';

export interface KurrentStoreOptions {
  /** `esdb://[user:password@]host[:port][,…][?option=value&…]`, as every client of EventStoreDB takes it. */
  readonly url: string;
  readonly ledgerCategories: readonly string[];
  /** What becomes of a store whose ledger can be deleted or truncated with these credentials: it is refused, or complained about. */
  readonly unguarded?: 'refused' | 'complained';
  /** How long a call is tried again while the store cannot answer. */
  readonly patienceMs?: number;
  readonly log?: { warn(about: object, line: string): void };
}

export type Health = { readonly reachable: true } | { readonly reachable: false; readonly problem: string };

export interface KurrentEventStore extends EventStore {
  /** Asks once and waits for two seconds at most. */
  health(): Promise<Health>;
}

const PATIENCE_MS = 15_000;
const HEALTH_MS = 2_000;

/**
 * Opens EventStoreDB, or whatever speaks its protocol, behind the port. Resolves when it has answered and its ledger has
 * been found guarded.
 * @throws EventStoreError INPUT_INVALID {field: `url`}, STORE_UNAVAILABLE, STORE_DENIED, STORE_LEDGER_UNGUARDED
 */
export async function openKurrentStore(options: KurrentStoreOptions): Promise<KurrentEventStore> {
  const wire = new Wire(readAddress(options.url));
  const store = serve(wire, options);
  try {
    await store.head();
    const found = await unguarded(
      wire,
      { forMs: options.patienceMs ?? PATIENCE_MS, closing: new AbortController().signal },
      options.ledgerCategories,
    );
    if (found.length > 0) complain(found, options);
    return store;
  } catch (cause) {
    await store.close();
    throw faultOf(cause).error;
  }
}

function complain(found: readonly Unguarded[], { unguarded: become = 'refused', log }: KurrentStoreOptions): void {
  const acts = found.map(({ category, act }) => `${act} ${category}`).join(', ');
  if (become === 'refused') throw new EventStoreError('STORE_LEDGER_UNGUARDED', { acts });
  log?.warn({ acts }, 'the ledger is not guarded: these credentials may delete or truncate its streams');
}

function serve(wire: Wire, { ledgerCategories, patienceMs = PATIENCE_MS, log }: KurrentStoreOptions): KurrentEventStore {
  const closing = new AbortController();
  const patience = { forMs: patienceMs, closing: closing.signal };
  const seen = openSeen();
  const isLedger = (stream: string) => ledgerCategories.includes(categoryOf(stream));
  const reader = openReader({ wire, patience, isLedger, seen });
  // What has been accepted is carried through, also while the store is being closed.
  const appender = openAppender({
    wire,
    reader,
    patience: { forMs: patienceMs, closing: new AbortController().signal },
    seen,
  });
  const cutOff = (error: EventStoreError | undefined, waitMs: number) =>
    log?.warn({ err: error, waitMs }, 'a subscription was cut off and goes on where it was');
  const subscriptions = openSubscriptions({ wire, cutOff });
  let closed: Promise<void> | undefined;

  async function whileOpen<Result>(work: () => Promise<Result>): Promise<Result> {
    if (closed) throw new EventStoreError('STORE_CLOSED');
    return work();
  }

  return {
    append: (...given) => whileOpen(() => appender.append(...given)),
    readStream: (...given) => whileOpen(() => reader.readStream(...given)),
    readAll: (...given) => whileOpen(() => reader.readAll(...given)),
    head: () => whileOpen(() => reader.head()),
    subscribe: (given = {}) => subscriptions.open(given.signal, given.after, () => logCourse({ reader, seen }, given)),
    subscribeStream: (stream, { after, signal } = {}) => subscriptions.open(signal, after, () => streamCourse({ reader, seen }, stream, after)),
    async health() {
      try {
        await whileOpen(() => collect(wire, allRequest('end', { count: 1, direction: 'backwards' }), HEALTH_MS));
        return { reachable: true };
      } catch (cause) {
        const { code, data } = faultOf(cause).error;
        return { reachable: false, problem: data['problem'] ?? code };
      }
    },
    close() {
      closed ??= (async () => {
        await appender.settled();
        subscriptions.end();
        closing.abort();
        await wire.close();
      })();
      return closed;
    },
  };
}
