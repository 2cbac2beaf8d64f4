import { credentials, endedSessions, me, sessions } from '@lianyu/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem, strictRate } from '../http/index.ts';
import { takeCookie } from './cookie.ts';
import { admit, meOf } from './me.ts';
import { ownSession, type SignInParts } from './parts.ts';

const tags = ['sign-in'];
const nothing = z.null().describe('Nothing');

/** Signing in and out, here and elsewhere. */
export function sessionRoutes(parts: SignInParts): FastifyPluginAsyncZod {
  const { vault, now, config } = parts;

  return async (app) => {
    app.post(
      '/api/session',
      {
        config: { access: 'public', rateLimit: strictRate(config, 'sign-in') },
        schema: { tags, summary: 'Sign in', body: credentials, response: { 200: me } },
      },
      async (request, reply) => {
        const { signInName, password } = request.body;
        const proven = await vault.verifyPassword(signInName, password, now());
        if (!proven.ok)
          throw proven.retryAfterSeconds === undefined
            ? problem('SIGN_IN_FAILED')
            : problem('RATE_LIMITED', { retryAfterSeconds: proven.retryAfterSeconds });
        const admitted = await admit(parts, request, reply, proven.person.member);
        if (admitted === undefined) throw problem('SIGN_IN_FAILED');
        return admitted;
      },
    );

    app.get('/api/session', { schema: { tags, summary: 'Who am I', response: { 200: me } } }, async (request) => {
      const found = await meOf(parts, ownSession(request));
      if (found === undefined) throw problem('NOT_SIGNED_IN');
      return found;
    });

    app.delete(
      '/api/session',
      { config: { access: 'public' }, schema: { tags, summary: 'Sign out', response: { 204: nothing } } },
      async (request, reply) => {
        if (request.session !== null) vault.endSession(request.session.member, request.session.id);
        takeCookie(reply, config);
        return reply.code(204).send(null);
      },
    );

    app.get('/api/sessions', { schema: { tags, summary: 'Where I am signed in', response: { 200: sessions } } }, async (request) => {
      const own = ownSession(request);
      const open = vault.sessionsOf(own.member, now());
      return { sessions: open.map(({ id, createdAt, lastSeenAt, userAgent }) => ({ id, current: id === own.id, createdAt, lastSeenAt, userAgent })) };
    });

    app.delete(
      '/api/sessions/:id',
      { schema: { tags, summary: 'Sign out there', params: z.strictObject({ id: z.string().max(64) }), response: { 204: nothing } } },
      async (request, reply) => {
        const own = ownSession(request);
        if (!vault.endSession(own.member, request.params.id)) throw problem('NOT_FOUND');
        if (request.params.id === own.id) takeCookie(reply, config);
        return reply.code(204).send(null);
      },
    );

    app.delete('/api/sessions', { schema: { tags, summary: 'Sign out everywhere else', response: { 200: endedSessions } } }, async (request) => {
      const own = ownSession(request);
      return { ended: vault.endSessions(own.member, own.id) };
    });
  };
}
