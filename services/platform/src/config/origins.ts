import type { Config } from './config.ts';

/** Whether an address to listen on is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/**
 * The origins whose pages may speak to this server: the public one, or where it listens under each of its local names.
 * @param port the port that is listened on, which `config.port` does not tell when it is 0.
 */
export function allowedOrigins(config: Pick<Config, 'publicOrigin' | 'host' | 'port'>, port = config.port): readonly string[] {
  if (config.publicOrigin !== undefined) return [config.publicOrigin];
  const names = new Set([config.host, 'localhost', '127.0.0.1', '::1']);
  return [...names].map((name) => new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}`).origin);
}

/** Where links to this server begin. */
export function publicOriginOf(config: Pick<Config, 'publicOrigin' | 'host' | 'port'>, port = config.port): string {
  return allowedOrigins(config, port)[0] ?? '';
}

/** Whether browsers reach it over TLS, so that cookies may be bound to it. */
export function isHttps(config: Pick<Config, 'publicOrigin'>): boolean {
  return config.publicOrigin?.startsWith('https://') ?? false;
}
