import { setMaxListeners } from 'node:events';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { RawStore } from '@lianyu/event-store/sqlite';
import { authentication } from './access/authenticate.ts';
import type { Users } from './access/users-file.ts';
import { openCalls } from './calls.ts';
import { nodeLimits } from './limits.ts';
import type { Report } from './protocol/store-errors.ts';
import { addServices } from './services.ts';

export interface StoreNodeOptions {
  readonly store: RawStore;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** PEM. Without it the node speaks in the clear. */
  readonly tls?: { readonly certificate: Buffer; readonly key: Buffer };
  /** Without users everybody may do everything. */
  readonly users?: Users;
  readonly report: Report;
}

export interface StoreNode {
  readonly port: number;
  /** Ends subscriptions and batches, lets everything else finish within `nodeLimits.drainMs`, and stops listening. */
  close(): Promise<void>;
}

/** The port cannot be listened on. */
export class PortError extends Error {}

/** Serves a store over EventStoreDB's gRPC protocol v1. The store stays its opener's. @throws PortError */
export async function startStoreNode(options: StoreNodeOptions): Promise<StoreNode> {
  const { store, users, report } = options;
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const server = createServer();
  addServices(server, { store, authenticate: authentication(store, users), calls: openCalls(ending.signal), report });
  const port = await bind(server, options);
  return {
    port,
    close() {
      ending.abort();
      return shutDown(server);
    },
  };
}

function createServer(): Server {
  return new Server({
    'grpc.max_receive_message_length': nodeLimits.messageBytes,
    'grpc.max_send_message_length': nodeLimits.messageBytes,
    'grpc.max_concurrent_streams': nodeLimits.callsPerConnection,
    'grpc.keepalive_time_ms': nodeLimits.pingEveryMs,
    'grpc.keepalive_timeout_ms': nodeLimits.pingTimeoutMs,
    'grpc.enable_channelz': 0,
  });
}

function bind(server: Server, { host, port, tls }: StoreNodeOptions): Promise<number> {
  const credentials = tls
    ? ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }])
    : ServerCredentials.createInsecure();
  return new Promise((resolve, reject) => {
    server.bindAsync(`${host.includes(':') ? `[${host}]` : host}:${port}`, credentials, (error, bound) => {
      if (error) reject(new PortError(error.message.replaceAll('\n', ' '), { cause: error }));
      else resolve(bound);
    });
  });
}

/** Resolves when nothing is under way any more, or when that takes too long. */
function shutDown(server: Server): Promise<void> {
  return new Promise((done) => {
    const hurry = setTimeout(() => {
      server.forceShutdown();
      done();
    }, nodeLimits.drainMs);
    server.tryShutdown(() => {
      clearTimeout(hurry);
      done();
    });
  });
}
