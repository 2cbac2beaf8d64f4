import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Delta, delta, LIVE_PROTOCOL, type LiveAnswer } from '@lianyu/contract/live';
import { instant, type MemberId, type OrganisationId } from '@lianyu/domain/kernel';
import type { Position } from '@lianyu/event-store';
import type { ProjectedChange, ReadStore, RunnerStore } from '@lianyu/projections';
import type { Audience } from '@lianyu/projections/folds';
import { openSqliteReadStore } from '@lianyu/projections/sqlite';
import type { Revocation } from '@lianyu/vault';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import type { Viewer } from '../access/viewer.ts';
import { attachLive, type Live } from './attach.ts';
import { createCursors } from './cursor.ts';

const deltas = z.array(delta);
export const KEY = new Uint8Array(32).fill(7);

/** A feed on a real read store, into which tests write documents as a runner would. */
export class TestFeed {
  readonly path = mkdtempSync(join(tmpdir(), 'lianyu-live-'));
  readonly store: ReadStore & RunnerStore;
  #fence: number;
  #position: Position | undefined;
  #at = 0n;

  constructor(feedKept?: number) {
    this.store = openSqliteReadStore({ path: join(this.path, 'read.sqlite'), ...(feedKept === undefined ? {} : { feedKept }) });
    this.#fence = this.store.takeOver([]).fence;
  }

  write(...changes: readonly ProjectedChange[]): void {
    this.#at += 1n;
    const position = this.#at as Position;
    this.store.write(this.#fence, this.#position, {
      position,
      states: [],
      moments: [],
      changes: changes.map((change) => (change.op === 'through' ? change : { ...change, position })),
    });
    this.#position = position;
  }

  /** As if the documents had been rebuilt: a new epoch, an empty feed. */
  beginAgain(): void {
    this.#fence = this.store.takeOver([{ name: `again-${this.#at}`, version: 1 }]).fence;
    this.#position = undefined;
  }

  close(): void {
    this.store.close();
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Until it is written. */
const NOWHERE = 0n as Position;

export function put(key: string, body: unknown, audience: Audience = 'everyone', topic = 'agreements', kind = 'agreement-row'): ProjectedChange {
  return { op: 'put', position: NOWHERE, document: { kind, key, audience, topic, sort: key, body }, json: JSON.stringify(body) };
}

export function remove(key: string, audience: Audience = 'everyone', topic = 'agreements', kind = 'agreement-row'): ProjectedChange {
  return { op: 'remove', position: NOWHERE, document: { kind, key, audience, topic, sort: key, body: null } };
}

export const viewerOf = (name: string, audiences: readonly Audience[]): Viewer => ({
  member: name as MemberId,
  organisation: 'zone' as OrganisationId,
  organisationKind: 'zone',
  roles: [],
  delegations: [],
  audiences: [...audiences].sort(),
  session: `session-${name}`,
  expiresAt: instant.parse('2099-01-01T00:00:00.000Z'),
});

/** A server with the live feed; who a viewer is, the cookie says. */
export class TestLive {
  readonly feed: TestFeed;
  readonly viewers = new Map<string, Viewer>();
  readonly revoked: Revocation[] = [];
  readonly cursors = createCursors(KEY);
  now = instant.parse('2026-06-01T00:00:00.000Z');
  #http: Server = createServer();
  #live: Live | undefined;
  #sockets: TestViewer[] = [];

  constructor(feed = new TestFeed()) {
    this.feed = feed;
  }

  async listen(): Promise<this> {
    this.#live = attachLive(this.#http, {
      readStore: this.feed.store,
      cursors: this.cursors,
      viewerOf: async (cookie) => this.viewers.get(cookie ?? ''),
      isOriginAllowed: (request) => request.headers.origin === 'http://ours',
      revocations: (after) => this.revoked.filter(({ seq }) => seq > after),
      now: () => this.now,
      log: { info: () => {}, warn: () => {} },
    });
    await new Promise<void>((done) => this.#http.listen(0, '127.0.0.1', done));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  get live(): Live {
    if (!this.#live) throw new Error('not listening');
    return this.#live;
  }

  viewer(name: string, audiences: readonly Audience[]): TestViewer {
    if (!this.viewers.has(name)) this.viewers.set(name, viewerOf(name, audiences));
    const viewer = new TestViewer(this.url, name);
    this.#sockets.push(viewer);
    return viewer;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.drop();
    await this.#live?.close();
    this.#http.closeAllConnections();
    await new Promise((done) => this.#http.close(done));
    this.feed.close();
  }
}

export interface SeenBatch {
  readonly n: number;
  readonly cursor: string;
  readonly deltas: readonly Delta[];
}

/** A viewer at the other end of a real socket, who keeps all that came. */
export class TestViewer {
  readonly name: string;
  readonly batches: SeenBatch[] = [];
  readonly closings: string[] = [];
  socket: Socket;
  /** Holds acknowledgements back while false. */
  acknowledging = true;
  #held: (() => void)[] = [];
  #waiting = new Set<() => void>();

  constructor(url: string, name: string, origin = 'http://ours') {
    this.name = name;
    this.socket = io(url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      autoConnect: false,
      extraHeaders: { cookie: name, origin },
    });
    this.socket.on('batch', (n: number, cursor: string, text: string, acknowledge: () => void) => {
      this.batches.push({ n, cursor, deltas: deltas.parse(JSON.parse(text)) });
      if (this.acknowledging) acknowledge();
      else this.#held.push(acknowledge);
      this.#wake();
    });
    this.socket.on('closing', (why: string) => {
      this.closings.push(why);
      this.#wake();
    });
    this.socket.on('disconnect', () => this.#wake());
  }

  connect(): Promise<string> {
    return new Promise((done) => {
      this.socket.once('connect', () => done('connected'));
      this.socket.once('connect_error', (error) => done(error.message));
      this.socket.connect();
    });
  }

  ask(name: string, message: unknown): Promise<LiveAnswer> {
    return this.socket.timeout(5_000).emitWithAck(name, message);
  }

  async join(topics: readonly string[] = ['agreements'], cursor?: string): Promise<LiveAnswer> {
    await this.connect();
    return this.ask('join', { protocol: LIVE_PROTOCOL, topics, ...(cursor === undefined ? {} : { cursor }) });
  }

  acknowledgeHeld(): void {
    this.acknowledging = true;
    for (const acknowledge of this.#held.splice(0)) acknowledge();
  }

  /** Resolves as soon as it holds; the test's own time limit is the only clock. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((done) => this.#waiting.add(done));
  }

  get deltas(): readonly Delta[] {
    return this.batches.flatMap((batch) => batch.deltas);
  }

  drop(): void {
    this.socket.disconnect();
  }

  #wake(): void {
    for (const done of this.#waiting) done();
    this.#waiting.clear();
  }
}
