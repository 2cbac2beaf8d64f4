import { type Closing, type Cursor, closing, delta, LIVE_PROTOCOL, liveAnswer, type Presence, presence } from '@lianyu/contract/live';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import type { LiveStore } from './store.ts';

export type ConnectionState = 'connecting' | 'live' | 'offline' | 'ended';

/** What only a new sign-in or a reload can mend. */
const FINAL: ReadonlySet<string> = new Set<Closing>(['SESSION_ENDED', 'LIVE_PROTOCOL_UNSUPPORTED']);
const BACK_OFF = { first: 500, factor: 1.5, seen: 2_000, hidden: 30_000 } as const;
const deltas = z.array(delta);

/**
 * The socket of this page. It joins with what the screens watch, applies batches to the store, acknowledges each, and comes
 * back by itself from the last cursor.
 */
export class LiveConnection {
  #store: LiveStore;
  #socket: Socket | undefined;
  #topics = new Map<string, Cursor | undefined>();
  #state: ConnectionState = 'connecting';
  #listeners = new Set<() => void>();
  #presence = new Map<string, Presence>();
  #noticed = 0;
  #tries = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #joined = false;
  #watching: ReturnType<typeof setTimeout> | undefined;
  readonly #url: string | undefined;

  constructor(store: LiveStore, url?: string) {
    this.#store = store;
    this.#url = url;
  }

  start(): void {
    // In development React starts, stops and starts again.
    this.#state = 'connecting';
    addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#whenSeen);
    this.#connect();
  }

  stop(): void {
    removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#whenSeen);
    clearTimeout(this.#again);
    this.#set('ended');
    this.#socket?.disconnect();
  }

  /** @param cursor of the HTTP page that brought the topic's rows. */
  watch(topic: string, cursor: Cursor | undefined): void {
    this.#topics.set(topic, cursor);
    this.#rewatch();
  }

  unwatch(topic: string): void {
    this.#topics.delete(topic);
    this.#presence.delete(topic);
    this.#rewatch();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  presenceIn(topic: string): Presence | undefined {
    return this.#presence.get(topic);
  }

  /** Changes whenever the member was told something, and with every new connection, since something may have been missed. */
  get noticed(): number {
    return this.#noticed;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(state: ConnectionState): void {
    if (this.#state === state || this.#state === 'ended') return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #notice(): void {
    this.#noticed += 1;
    for (const listener of this.#listeners) listener();
  }

  #connect(): void {
    if (this.#state === 'ended') return;
    clearTimeout(this.#again);
    const options = { transports: ['websocket'], reconnection: false, forceNew: true, autoConnect: false };
    const socket = this.#url === undefined ? io(options) : io(this.#url, options);
    this.#socket?.disconnect();
    this.#socket = socket;
    this.#joined = false;
    socket.on('connect', () => this.#join(socket));
    socket.on('connect_error', (error) => (error.message === 'NOT_SIGNED_IN' ? this.#set('ended') : this.#later()));
    socket.on('disconnect', () => socket === this.#socket && this.#later());
    socket.on('closing', (why: unknown) => {
      const told = closing.safeParse(why);
      if (told.success && FINAL.has(told.data)) this.#set('ended');
    });
    socket.on('presence', (told: unknown) => {
      const parsed = presence.safeParse(told);
      if (!parsed.success) return;
      this.#presence.set(parsed.data.topic, parsed.data);
      for (const listener of this.#listeners) listener();
    });
    socket.on('noticed', () => this.#notice());
    socket.on('batch', (n: unknown, cursor: unknown, text: unknown, acknowledge: () => void) => {
      if (socket !== this.#socket) return;
      const parsed = typeof text === 'string' ? deltas.safeParse(JSON.parse(text)) : undefined;
      if (typeof n !== 'number' || typeof cursor !== 'string' || !parsed?.success || !this.#store.apply(n, cursor, parsed.data))
        return this.#reconnect();
      acknowledge();
    });
    socket.connect();
  }

  #join(socket: Socket): void {
    this.#store.connected();
    const topics = [...this.#topics.keys()];
    const cursor = this.#store.cursor;
    // Topics that came new since the last batch have a cursor of their own and are watched after joining.
    const old = topics.filter((topic) => this.#topics.get(topic) === undefined);
    socket.emit('join', { protocol: LIVE_PROTOCOL, topics: old, ...(cursor === undefined ? {} : { cursor }) }, (answer: unknown) => {
      const told = liveAnswer.safeParse(answer);
      if (!told.success || !told.data.ok) return;
      this.#joined = true;
      this.#tries = 0;
      this.#set('live');
      this.#notice();
      this.#rewatch();
    });
  }

  /** Tells the server once what changed in this turn of the page. */
  #rewatch(): void {
    if (!this.#joined) return;
    this.#watching ??= setTimeout(() => {
      this.#watching = undefined;
      const socket = this.#socket;
      if (!this.#joined || !socket) return;
      const topics = [...this.#topics].map(([topic, cursor]) => ({ topic, ...(cursor === undefined ? {} : { cursor }) }));
      socket.emit('watch', { topics }, () => {
        // From here on the connection's own cursor covers them.
        for (const { topic } of topics) if (this.#topics.has(topic)) this.#topics.set(topic, undefined);
      });
    }, 0);
  }

  #reconnect(): void {
    this.#joined = false;
    this.#connect();
  }

  #later(): void {
    if (this.#state === 'ended') return;
    this.#joined = false;
    this.#set(this.#tries === 0 ? 'connecting' : 'offline');
    const most = document.visibilityState === 'visible' ? BACK_OFF.seen : BACK_OFF.hidden;
    const wait = Math.min(most, BACK_OFF.first * BACK_OFF.factor ** this.#tries) * (0.75 + Math.random() / 2);
    this.#tries += 1;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.#connect(), wait);
  }

  #now = (): void => {
    if (this.#state === 'connecting' || this.#state === 'offline') this.#connect();
  };

  #whenSeen = (): void => {
    if (document.visibilityState === 'visible') this.#now();
  };
}
