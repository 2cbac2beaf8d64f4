import type { Row } from '@lianyu/contract/live';
import { useMemo, useSyncExternalStore } from 'react';
import type { Send, TopicView } from '../../live/provider.tsx';

/** A live client without a server, for tests: rows are set by hand, commands are noted and answered as told. */
export interface FakeRow {
  readonly kind: string;
  readonly key: string;
  readonly body: unknown;
}

interface State {
  readonly topics: ReadonlyMap<string, readonly Row[]>;
  readonly pending: ReadonlySet<string>;
}

let state: State = { topics: new Map(), pending: new Set() };
let version = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
function change(next: Partial<State>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

export interface Given {
  readonly name: string;
  readonly data: unknown;
  readonly commandId: string | undefined;
}

/** What tests hold in their hands. */
export const fakeLive = {
  given: [] as Given[],
  answer: (async () => ({ ok: false, code: 'INTERNAL', data: {} })) as (given: Given) => ReturnType<Send>,
  reset(): void {
    fakeLive.given = [];
    change({ topics: new Map(), pending: new Set() });
  },
  /** Later rows stand above earlier ones, as the server sorts what is newer. */
  show(topic: string, rows: readonly FakeRow[]): void {
    version += 1;
    const held = rows.map((row, index) => ({ ...row, topic, audience: 'test', sort: String(9000 - index), version }));
    change({ topics: new Map(state.topics).set(topic, held) });
  },
  pending(ids: readonly string[]): void {
    change({ pending: new Set(ids) });
  },
};

const nothing: readonly Row[] = [];

export function useRows<Body>(topic: string, kind?: string): TopicView<Body> {
  const held = useSyncExternalStore(subscribe, () => state.topics.get(topic));
  const rows = useMemo(() => (held ?? nothing).filter((row) => kind === undefined || row.kind === kind) as TopicView<Body>['rows'], [held, kind]);
  return { rows, state: held ? 'ready' : 'loading', more: false, error: undefined, retry: () => {} };
}

export const useConnection = () => 'live' as const;
export const usePresence = () => undefined;
export const useNoticed = () => 0;
export const usePending = () => useSyncExternalStore(subscribe, () => state.pending);

const send: Send = (name, data, options) => {
  const given = { name, data, commandId: options?.commandId };
  fakeLive.given.push(given);
  return fakeLive.answer(given);
};
export const useSend = () => send;
export { ApiError, del, get, post, put } from '../../live/api.ts';
