import { film, filmQuery } from '@lianyu/contract';
import type { EventStore } from '@lianyu/event-store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { SignedInOf } from '../access/signed-in.ts';
import { problem } from '../http/index.ts';
import { filmOf } from './film.ts';

/** Films that may wait for the one that is being made; each reads the log from its beginning. */
const MOST_WAITING = 4;

/** The log as a film, with what the viewer may read today and nothing else. */
export function filmRoutes({ store, signedIn }: { store: Pick<EventStore, 'readAll'>; signedIn: SignedInOf }): FastifyPluginAsyncZod {
  let waiting = 0;
  let making: Promise<unknown> = Promise.resolve();
  return async (app) => {
    app.get('/api/film', { schema: { tags: ['history'], querystring: filmQuery, response: { 200: film } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { from, until } = request.query;
      if (from > until) throw problem('INPUT_INVALID', { path: 'until', problem: 'before the beginning' });
      if (waiting > MOST_WAITING) throw problem('RATE_LIMITED', { retryAfterSeconds: 10 });
      waiting += 1;
      const made = making.then(() => filmOf(store, { audiences: viewer.audiences, from, until }));
      making = made.catch(() => undefined);
      return made.finally(() => {
        waiting -= 1;
      });
    });
  };
}
