import type { FastifyInstance, RouteOptions } from 'fastify';

export interface Route {
  readonly method: string;
  readonly url: string;
  /** Who may ask at all: everybody, or whoever is signed in. What they get is the policies' business. */
  readonly access: 'public' | 'member';
}

/**
 * Writes down every route as it is declared, and refuses one of the API that does not say with zod what it takes and
 * answers. @returns the routes of the API so far, in the order of their declaration.
 */
export function registerRoutes(app: FastifyInstance): () => readonly Route[] {
  const routes: Route[] = [];
  app.addHook('onRoute', (route) => {
    if (!isOfApi(route.url) || route.schema?.hide === true) return;
    if (route.schema?.response === undefined) throw new Error(`${String(route.method)} ${route.url} does not declare what it answers`);
    for (const method of [route.method].flat()) routes.push({ method, url: route.url, access: accessOf(route) });
  });
  return () => routes;
}

/** The methods that a path answers to, when it is one of the API at all. */
export function methodsOf(routes: readonly Route[], path: string): readonly string[] {
  return [...new Set(routes.filter(({ url }) => patternOf(url).test(path)).map(({ method }) => method))];
}

/** Only what says so is open to everybody (AZ-1). */
export function accessOf(route: Pick<RouteOptions, 'config'>): Route['access'] {
  return route.config?.access === 'public' ? 'public' : 'member';
}

export function isOfApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

function patternOf(url: string): RegExp {
  const segments = url
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '[^/]+' : segment === '*' ? '.*' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${segments.join('/')}$`);
}
