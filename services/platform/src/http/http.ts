import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { Session } from '@lianyu/vault';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController, type RawServerDefault } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Config } from '../config/index.ts';
import { answerError } from './errors.ts';
import { permissionsPolicy, securityHeaders } from './headers.ts';
import { httpLimits } from './limits.ts';
import { loggablePath } from './log.ts';
import { isSameOrigin } from './origin.ts';
import { Problem, problem } from './problem.ts';
import { rates } from './rates.ts';
import { accessOf, isOfApi, type Route, registerRoutes } from './routes.ts';
import { type Readiness, systemRoutes } from './system.ts';
import { serveWeb } from './web-root.ts';

export type Http = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `public`: also for who is not signed in. Left out, a session is needed (AZ-1). */
    access?: 'public' | 'member';
  }
  interface FastifyRequest {
    /** The session whose cookie came with the request, if it still holds. */
    session: Session | null;
  }
  interface FastifyInstance {
    /** Every route of the API that was declared, for tests that ask all of them as everybody. */
    routesOf(): readonly Route[];
  }
}

export interface HttpParts {
  readonly config: Config;
  readonly log: FastifyBaseLogger;
  readonly ready: Readiness;
  /** Whose cookie this is. Without it nobody is ever signed in. */
  readonly sessionFrom?: (cookieHeader: string | undefined) => Session | undefined;
  /** The folder of the built user interface. */
  readonly webRoot?: string;
}

/**
 * The server's boundary, without any route of the domain: limits, security headers, sessions, rates, errors, the API's own
 * description. Declare the routes on what it answers, then `listen`. Each says in `config.access` whether it is public, and
 * declares zod schemas for all it takes and answers.
 */
export async function createHttp({ config, log, ready, sessionFrom, webRoot }: HttpParts): Promise<Http> {
  const app: Http = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: httpLimits.bodyBytes,
    routerOptions: { maxParamLength: httpLimits.paramCharacters },
    requestTimeout: httpLimits.requestMs,
    keepAliveTimeout: httpLimits.keepAliveMs,
    maxRequestsPerSocket: httpLimits.requestsPerConnection,
    http: { maxHeaderSize: httpLimits.headerBytes, headersTimeout: httpLimits.headersMs },
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: answerError,
    clientErrorHandler: answerUnreadable,
  }).withTypeProvider<ZodTypeProvider>();
  app.server.maxConnections = httpLimits.connections;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.removeContentTypeParser('text/plain');
  app.decorate('routesOf', registerRoutes(app));
  app.decorateRequest('session', null);

  await app.register(helmet, securityHeaders(config));
  await app.register(cookie);
  addBoundary(app, config, sessionFrom);
  await app.register(rateLimit, rates(config));
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '联域 Lianyu', version: '1' } },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
  systemRoutes(app, ready);
  await serveWeb(app, webRoot);
  return app;
}

/** Lets no new request in, waits for those under way, and ends what is left after `withinMs`. */
export async function closeHttp(app: Http, withinMs: number): Promise<void> {
  const impatient = setTimeout(() => app.server.closeAllConnections(), withinMs);
  try {
    await app.close();
  } finally {
    clearTimeout(impatient);
  }
}

function addBoundary(app: Http, config: Config, sessionFrom: HttpParts['sessionFrom']): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('permissions-policy', permissionsPolicy);
    if (isOfApi(request.url)) reply.header('cache-control', 'no-store');
    if (closing) throw problem('NOT_READY');
    if (!isSafe(request.method) && !isSameOrigin(request.raw, config)) throw problem('ORIGIN_REFUSED');
    request.session = sessionFrom?.(request.headers.cookie) ?? null;
  });
  // After the rates were counted, before a body is read.
  app.addHook('preParsing', async (request) => {
    const { url, config } = request.routeOptions;
    if (url !== undefined && isOfApi(url) && !isDocumentation(url) && accessOf({ config }) === 'member' && request.session === null)
      throw problem('NOT_SIGNED_IN');
  });
  app.addHook('onResponse', async (request, reply) => {
    const told = { method: request.method, path: loggablePath(request.url), status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    request.log.info({ ...told, session: request.session?.id }, 'answered');
  });
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function isDocumentation(url: string): boolean {
  return url === '/api/docs' || url.startsWith('/api/docs/');
}

/** What is not even HTTP, or has too large a head, never becomes a request. */
function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refused = new Problem('INPUT_INVALID', { path: error.code === 'HPE_HEADER_OVERFLOW' ? 'headers' : 'request', problem: 'malformed' });
  const body = JSON.stringify(refused.body(randomUUID()));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
