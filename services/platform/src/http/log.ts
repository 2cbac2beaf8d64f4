import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import type { Config } from '../config/index.ts';

const secrets = ['password', 'newPassword', 'currentPassword', 'token', 'secret', 'setUpLink', 'cookie', 'authorization', '["set-cookie"]'];

/**
 * The log: one JSON object per line. Passwords, cookies and tokens are cut out wherever they might stand, requests are
 * told by method and path alone: a query may hold what somebody searched for.
 */
export function createLog(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((name) => ['', '*', '*.*', '*.*.*'].map((depth) => at(depth, name))), censor: '***' },
    serializers: { req: told, res: ({ statusCode }: { statusCode?: number }) => ({ status: statusCode }), err: stdSerializers.err },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The path as it may be kept: without its query, and without the token of a set-up link or a calendar. */
export function loggablePath(url: string): string {
  const query = url.search(/[?#]/);
  return (query < 0 ? url : url.slice(0, query)).replace(/(\/(?:set-up|calendars)\/)[^/]+/i, '$1***').slice(0, 300);
}

function told(request: { id?: unknown; method?: string; url?: string }): object {
  return { id: request.id, method: request.method, path: loggablePath(request.url ?? '') };
}

function at(depth: string, name: string): string {
  if (depth === '') return name;
  return name.startsWith('[') ? `${depth}${name}` : `${depth}.${name}`;
}
