import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type Closing, join, LIVE_PROTOCOL, type LiveAnswer, liveLimits, watch } from '@lianyu/contract/live';
import type { Instant, MemberId } from '@lianyu/domain/kernel';
import type { ReadStore } from '@lianyu/projections';
import type { Revocation } from '@lianyu/vault';
import type { FastifyBaseLogger } from 'fastify';
import { Server, type Socket } from 'socket.io';
import type { Viewer } from '../access/viewer.ts';
import { Connection } from './connection.ts';
import type { Cursors } from './cursor.ts';
import { createHub } from './hub.ts';
import { createPresence } from './presence.ts';

export interface LiveParts {
  readonly readStore: ReadStore;
  readonly cursors: Cursors;
  readonly viewerOf: (cookieHeader: string | undefined) => Promise<Viewer | undefined>;
  readonly isOriginAllowed: (handshake: IncomingMessage) => boolean;
  readonly revocations: (after: number) => readonly Revocation[];
  /** Whom something was told, after a number: their pages are told to look (TM-7). */
  readonly noticed?: {
    readonly after: (seq: number) => readonly { readonly seq: number; readonly audience: string; readonly actor?: MemberId }[];
    readonly last: () => number;
  };
  readonly now: () => Instant;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
}

export interface Live {
  /** Looks for ended access now rather than at the next second. */
  recheck(): void;
  connections(): number;
  close(): Promise<void>;
}

const limits = { connectionsPerSession: 20, messagesPerSecond: 20, messageBytes: 16_384, joinMs: 10_000, recheckMs: 1_000 } as const;

/** Puts the live feed beside the HTTP server; the rules are in `docs/spec/live.md`. */
export function attachLive(server: HttpServer, parts: LiveParts): Live {
  const { readStore, cursors, log } = parts;
  const io = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: limits.messageBytes,
    allowRequest: (request, decide) => decide(null, parts.isOriginAllowed(request)),
  });
  const hub = createHub(readStore);
  const sockets = new Map<Connection, Socket>();
  const presence = createPresence(hub.connections, readStore, (to, what) => sockets.get(to)?.volatile.emit('presence', what));

  function end(connection: Connection, why: Closing): void {
    const socket = sockets.get(connection);
    if (!socket) return;
    log.info({ closing: why, member: connection.viewer.member }, 'live connection closed');
    socket.emit('closing', why);
    socket.disconnect(true);
  }

  io.use((socket, next) => {
    parts.viewerOf(socket.handshake.headers.cookie).then(
      (viewer) => {
        if (!viewer) return next(new Error('NOT_SIGNED_IN'));
        if (countOf(viewer.session) >= limits.connectionsPerSession) return next(new Error('RATE_LIMITED'));
        socket.data = { viewer };
        next();
      },
      (error: unknown) => {
        log.warn({ err: error }, 'a live connection could not be judged');
        next(new Error('INTERNAL'));
      },
    );
  });

  const countOf = (session: string) => [...hub.connections].filter(({ viewer }) => viewer.session === session).length;

  io.on('connection', (socket) => {
    const { viewer }: { viewer: Viewer } = socket.data;
    // The handshake is of no use from here on, and is most of what an idle connection would cost.
    Reflect.set(socket.conn, 'request', null);
    Reflect.set(socket, 'handshake', null);
    const connection: Connection = new Connection({
      viewer,
      readStore,
      cursors,
      encoded: hub.encoded,
      send: (n, cursor, deltas, acknowledged) =>
        socket.timeout(liveLimits.ackMs).emit('batch', n, cursor, deltas, (late: Error | null) => acknowledged(late === null)),
      tooSlow: () => end(connection, 'TOO_SLOW'),
    });
    hub.connections.add(connection);
    sockets.set(connection, socket);
    const notJoined = setTimeout(() => connection.joined || end(connection, 'TOO_SLOW'), limits.joinMs).unref();
    const allowed = rateOf(limits.messagesPerSecond);

    function answering(name: string, handle: (message: unknown, later: () => void) => LiveAnswer | undefined): void {
      socket.on(name, (message: unknown, answer: unknown) => {
        if (!allowed()) return end(connection, 'RATE_LIMITED');
        const tell = (told: LiveAnswer) => typeof answer === 'function' && answer(told);
        const told = handle(message, () => tell({ ok: true }));
        if (told) tell(told);
      });
    }

    answering('join', (message) => {
      const wanted = join.safeParse(message);
      if (!wanted.success || connection.joined) return { ok: false, code: 'INPUT_INVALID' };
      if (wanted.data.protocol !== LIVE_PROTOCOL) {
        setImmediate(() => end(connection, 'LIVE_PROTOCOL_UNSUPPORTED'));
        return { ok: false, code: 'LIVE_PROTOCOL_UNSUPPORTED' };
      }
      clearTimeout(notJoined);
      connection.join(wanted.data.topics, wanted.data.cursor);
      presence.changed(connection.topics);
      return { ok: true };
    });
    answering('watch', (message, caughtUp) => {
      const wanted = watch.safeParse(message);
      if (!wanted.success || !connection.joined) return { ok: false, code: 'INPUT_INVALID' };
      const before = connection.topics;
      connection.watch(wanted.data.topics, caughtUp);
      presence.changed([...before, ...connection.topics]);
      return undefined;
    });
    socket.on('disconnect', () => {
      clearTimeout(notJoined);
      hub.connections.delete(connection);
      sockets.delete(connection);
      presence.left(connection);
    });
  });

  let revoked = parts.revocations(0).at(-1)?.seq ?? 0;
  function recheck(): void {
    const now = parts.now();
    for (const connection of [...hub.connections]) if (connection.viewer.expiresAt <= now) end(connection, 'ACCESS_CHANGED');
    for (const { seq, member, session } of parts.revocations(revoked)) {
      revoked = seq;
      for (const connection of [...hub.connections]) {
        const { viewer } = connection;
        if (viewer.member === member && (session === undefined || session === viewer.session))
          end(connection, session === undefined ? 'ACCESS_CHANGED' : 'SESSION_ENDED');
      }
    }
  }
  let noticed = parts.noticed?.last() ?? 0;
  /** Says that there is something, not what: who is not told of it gets nothing (LV-3). */
  function tellNoticed(): void {
    const fresh = parts.noticed?.after(noticed) ?? [];
    noticed = fresh.at(-1)?.seq ?? noticed;
    if (fresh.length === 0) return;
    for (const [{ viewer }, socket] of sockets)
      if (fresh.some(({ audience, actor }) => actor !== viewer.member && (viewer.audiences as readonly string[]).includes(audience)))
        socket.emit('noticed');
  }
  const rechecking = setInterval(() => {
    recheck();
    tellNoticed();
  }, limits.recheckMs).unref();

  return {
    recheck,
    connections: () => hub.connections.size,
    async close() {
      clearInterval(rechecking);
      hub.stop();
      presence.stop();
      for (const connection of [...hub.connections]) end(connection, 'SERVER_STOPPING');
      io.engine.close();
      io.disconnectSockets(true);
    },
  };
}

/** At most so many in any one second. */
function rateOf(most: number): () => boolean {
  let second = 0;
  let count = 0;
  return () => {
    const now = Math.floor(performance.now() / 1_000);
    if (now !== second) {
      second = now;
      count = 0;
    }
    count += 1;
    return count <= most;
  };
}
