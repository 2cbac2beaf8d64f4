import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/index.ts';
import { httpLimits } from './limits.ts';
import { problem } from './problem.ts';
import { isOfApi } from './routes.ts';

/**
 * Who is signed in is counted by session, so that an office behind one address is not one sender; whoever is not, by
 * address. Files are counted apart from the API.
 */
export function rates(config: Config): RateLimitPluginOptions {
  return {
    global: true,
    timeWindow: 60_000,
    cache: httpLimits.counted,
    max: (request: FastifyRequest) => config.limits.requestsPerMinute * (isOfApi(request.url) ? 1 : httpLimits.filesFactor),
    keyGenerator: (request: FastifyRequest) => `${isOfApi(request.url) ? 'api' : 'file'} ${request.session?.id ?? request.ip}`,
    errorResponseBuilder: (_request, { ttl }) => problem('RATE_LIMITED', { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)) }),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  };
}

/** For routes at which a password or a token is tried: few per minute and address, whoever asks. */
export function strictRate(config: Config, name: string) {
  return { max: config.limits.signInsPerMinute, timeWindow: 60_000, keyGenerator: (request: FastifyRequest) => `${name} ${request.ip}` };
}
