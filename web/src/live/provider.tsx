import { type CommandAnswer, type CommandData, type CommandName, commandAnswer, rows as page } from '@lianyu/contract';
import type { Presence, Row } from '@lianyu/contract/live';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ApiError, get, post } from './api.ts';
import { type ConnectionState, LiveConnection } from './connection.ts';
import { LiveStore } from './store.ts';

interface Live {
  readonly store: LiveStore;
  readonly connection: LiveConnection;
  /** How many screens use a topic. */
  readonly used: Map<string, number>;
}

const LiveContext = createContext<Live | undefined>(undefined);

/** Holds the page's one connection; everything inside may read topics and send commands. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const live = useMemo<Live>(() => {
    const store = new LiveStore();
    return { store, connection: new LiveConnection(store), used: new Map() };
  }, []);
  useEffect(() => {
    live.connection.start();
    return () => live.connection.stop();
  }, [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('no LiveProvider around this');
  return live;
}

export interface TopicView<Body> {
  readonly rows: readonly (Row & { readonly body: Body })[];
  readonly state: 'loading' | 'ready' | 'failed' | 'not-found';
  readonly more: boolean;
  readonly error: ApiError | undefined;
  readonly retry: () => void;
}

/** A page that nobody looks at any more is kept for this long, in case somebody comes back. */
const LINGER_MS = 10_000;
const NOTHING: readonly never[] = [];

/** The rows of a topic, loaded over HTTP and kept current; of one kind if asked. */
export function useRows<Body>(topic: string, kind?: string): TopicView<Body> {
  const { store, connection, used } = useLive();
  const [failure, setFailure] = useState<{ topic: string; error: ApiError } | undefined>();
  const [tried, setTried] = useState(0);
  const held = useSyncExternalStore(store.subscribe, () => store.topic(topic));

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tried` asks again
  useEffect(() => {
    used.set(topic, (used.get(topic) ?? 0) + 1);
    let here = true;
    if (!store.has(topic)) {
      get(`/api/rows?topic=${encodeURIComponent(topic)}`, page).then(
        ({ rows, cursor, more }) => {
          if ((used.get(topic) ?? 0) === 0) return; // nobody waits for it any more
          if (!store.has(topic)) store.load(topic, rows, more);
          connection.watch(topic, cursor);
          if (here) setFailure(undefined);
        },
        (error: unknown) => here && setFailure({ topic, error: error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE') }),
      );
    }
    return () => {
      here = false;
      used.set(topic, (used.get(topic) ?? 1) - 1);
      setTimeout(() => {
        if ((used.get(topic) ?? 0) > 0) return;
        connection.unwatch(topic);
        store.forget(topic);
      }, LINGER_MS);
    };
  }, [topic, store, connection, used, tried]);

  const retry = useCallback(() => setTried((count) => count + 1), []);
  const rows = useMemo(() => {
    const all = held?.rows ?? NOTHING;
    return (kind === undefined ? all : all.filter((row) => row.kind === kind)) as TopicView<Body>['rows'];
  }, [held, kind]);
  const error = failure?.topic === topic ? failure.error : undefined;
  const state = held ? 'ready' : error === undefined ? 'loading' : error.code === 'NOT_FOUND' ? 'not-found' : 'failed';
  return { rows, state, more: held?.more ?? false, error, retry };
}

export function useConnection(): ConnectionState {
  const { connection } = useLive();
  return useSyncExternalStore(connection.subscribe, () => connection.state);
}

/** Another number whenever the member was told something. */
export function useNoticed(): number {
  const { connection } = useLive();
  return useSyncExternalStore(connection.subscribe, () => connection.noticed);
}

export function usePresence(topic: string): Presence | undefined {
  const { connection } = useLive();
  return useSyncExternalStore(connection.subscribe, () => connection.presenceIn(topic));
}

/** Commands that were acknowledged and have not yet reached the documents. */
export function usePending(): ReadonlySet<string> {
  const { store } = useLive();
  return useSyncExternalStore(store.subscribe, () => store.pending());
}

export type Sent =
  | { readonly ok: true; readonly answer: CommandAnswer }
  | { readonly ok: false; readonly code: ApiError['code']; readonly data: Readonly<Record<string, unknown>> };
export type Send = <Name extends CommandName>(name: Name, data: CommandData<Name>, options?: { readonly commandId?: string }) => Promise<Sent>;

const TRIES = 3;

/** Sends a command. Where the network fails it is the same command that is sent again, so that it happens once (CM-3). */
export function useSend(): Send {
  const { store } = useLive();
  return useCallback(
    async (name, data, options) => {
      const commandId = options?.commandId ?? crypto.randomUUID();
      for (let tried = 1; ; tried += 1) {
        try {
          const answer = await post(`/api/commands/${name}`, { commandId, data }, commandAnswer);
          if (!answer.repeated) store.expect(commandId);
          return { ok: true, answer };
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          if (error.code !== 'OFFLINE' || tried === TRIES) return { ok: false, code: error.code, data: error.data };
          await new Promise((done) => setTimeout(done, 500 * 2 ** tried));
        }
      }
    },
    [store],
  );
}
