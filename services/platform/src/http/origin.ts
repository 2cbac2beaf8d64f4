import { allowedOrigins, type Config } from '../config/index.ts';

type Places = Pick<Config, 'publicOrigin' | 'host' | 'port'>;

/** As much of a request as is looked at: also of a WebSocket's handshake. */
export interface Sent {
  readonly headers: {
    readonly origin?: string | undefined;
    readonly 'sec-fetch-site'?: string | string[] | undefined;
    readonly host?: string | undefined;
  };
  readonly socket?: { readonly localPort?: number | undefined };
}

/**
 * Whether a page of ours sent this: by `Origin`, which browsers put on every request that may change something and on
 * every WebSocket handshake, and by `Sec-Fetch-Site` where there is one. Neither header: not from a page of ours.
 * Together with cookies that are SameSite=Strict this keeps other sites' pages from acting for who is signed in.
 */
export function isSameOrigin(request: Sent, config: Places): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined && site === undefined) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || originsOf(request, config).includes(origin);
}

/**
 * The names are ours alone, whatever `Host` says. The port is asked of the connection, or of `Host`, which no page can
 * choose: with PORT=0 the configuration does not know it.
 */
export function originsOf(request: Sent, config: Places): readonly string[] {
  return allowedOrigins(config, request.socket?.localPort ?? (config.port === 0 ? portOf(request.headers.host) : undefined) ?? config.port);
}

function portOf(host: string | undefined): number | undefined {
  const port = /:(\d{1,5})$/.exec(host ?? '')?.[1];
  return port === undefined ? undefined : Number(port);
}
