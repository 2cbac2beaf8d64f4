import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { SignInParts } from './parts.ts';
import { passwordRoutes } from './password-routes.ts';
import { sessionRoutes } from './session-routes.ts';

/** `/api/session`, `/api/sessions`, `/api/set-up`, `/api/password`. */
export function signInRoutes(parts: SignInParts): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(sessionRoutes(parts));
    await app.register(passwordRoutes(parts));
  };
}
