/** What the benchmark's processes tell each other. Times are milliseconds on the machine's one clock. */
export interface Load {
  readonly eventsPerSecond: number;
  readonly seconds: number;
}

export type ToServer = { readonly say: 'memory' } | { readonly say: 'load'; readonly load: Load };
export type FromServer =
  | { readonly say: 'listening'; readonly url: string }
  | { readonly say: 'memory'; readonly rss: number }
  | { readonly say: 'done'; readonly acknowledged: readonly number[]; readonly cpuSeconds: number; readonly seconds: number };

export type ToClients =
  | { readonly say: 'connect'; readonly kind: Kind; readonly url: string; readonly viewers: number }
  | { readonly say: 'report'; readonly events: number };
/** `applied[ordinal]` are the times at which each viewer had applied that event. */
export type FromClients = { readonly say: 'connected' } | { readonly say: 'applied'; readonly applied: readonly (readonly number[])[] };

/** Ours, or a bare WebSocket that broadcasts the same bytes. */
export type Kind = 'lianyu' | 'ws';

export const now = () => performance.timeOrigin + performance.now();
export const EVENT_BYTES = 300;

/** A row body of 300 bytes that says which event it is. */
export function bodyOf(ordinal: number): { ordinal: number; filler: string } {
  const bare = JSON.stringify({ ordinal, filler: '' }).length;
  return { ordinal, filler: 'x'.repeat(EVENT_BYTES - bare) };
}
