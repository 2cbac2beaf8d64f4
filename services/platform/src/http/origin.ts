import type { IncomingMessage } from 'node:http';
import { allowedOrigins, type Config } from '../config/index.ts';

type Places = Pick<Config, 'publicOrigin' | 'host' | 'port'>;

/**
 * Whether a page of ours sent this: by `Origin`, which browsers put on every request that may change something and on
 * every WebSocket handshake, and by `Sec-Fetch-Site` where there is one. Neither header: not from a page of ours.
 * Together with cookies that are SameSite=Strict this keeps other sites' pages from acting for who is signed in.
 */
export function isSameOrigin(request: IncomingMessage, config: Places): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined && site === undefined) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || originsOf(request, config).includes(origin);
}

/** The port is asked of the connection: with PORT=0 nobody else knows it. */
export function originsOf(request: IncomingMessage, config: Places): readonly string[] {
  return allowedOrigins(config, request.socket.localPort ?? config.port);
}
