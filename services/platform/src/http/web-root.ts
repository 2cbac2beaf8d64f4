import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { previewPolicy } from './headers.ts';
import type { Http } from './http.ts';
import { problem } from './problem.ts';
import { isOfApi, methodsOf } from './routes.ts';

const PAGE = 'index.html';
const PREVIEW = 'preview.html';

/**
 * Serves the built user interface: names with a hash for ever, the page itself never without asking. Every path that is
 * neither a file nor the API's is the page's own to interpret.
 */
export async function serveWeb(app: Http, webRoot: string | undefined): Promise<void> {
  const page = webRoot !== undefined && existsSync(join(webRoot, PAGE));
  if (page) {
    await app.register(fastifyStatic, {
      root: webRoot,
      wildcard: true,
      index: PAGE,
      cacheControl: false,
      setHeaders(reply, path) {
        const built = path.includes(`${sep}assets${sep}`);
        reply.header('cache-control', built ? 'public, max-age=31536000, immutable' : 'no-cache');
        // The preview has no origin: to it our own scripts, which are nobody's secret, come from elsewhere.
        if (built) reply.header('access-control-allow-origin', '*');
        if (path.endsWith(`${sep}${PREVIEW}`)) reply.header('content-security-policy', previewPolicy).header('x-frame-options', 'SAMEORIGIN');
      },
    });
  } else if (webRoot !== undefined) app.log.warn({ webRoot }, 'the user interface is not built; only the API is served');

  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (page && isPage(request, path)) return reply.sendFile(PAGE);
    const methods = methodsOf(app.routesOf(), path);
    if (methods.length > 0) return refuseMethod(reply, methods);
    throw problem('NOT_FOUND');
  });
}

function isPage(request: FastifyRequest, path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1).includes('.');
  return (request.method === 'GET' || request.method === 'HEAD') && !isOfApi(path) && !path.startsWith('/socket.io/') && !file;
}

function refuseMethod(reply: FastifyReply, methods: readonly string[]): never {
  reply.header('allow', methods.join(', '));
  throw problem('METHOD_NOT_ALLOWED', { allowed: methods });
}
