import { endedSessions, me, passwordChange, setUpChoice, setUpOffer } from '@lianyu/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem, strictRate } from '../http/index.ts';
import { establishWill } from '../signing/index.ts';
import { admit } from './me.ts';
import { ownSession, type SignInParts } from './parts.ts';

const tags = ['sign-in'];
const params = z.strictObject({ token: z.string().max(100) });

/** Choosing a password by a one-time link, and changing one's own. */
export function passwordRoutes(parts: SignInParts): FastifyPluginAsyncZod {
  const { vault, now, config, directory } = parts;

  return async (app) => {
    app.get(
      '/api/set-up/:token',
      {
        config: { access: 'public', rateLimit: strictRate(config, 'set-up') },
        schema: { tags, summary: 'Whom a one-time link is for', params, response: { 200: setUpOffer } },
      },
      async (request) => {
        const person = vault.setUpOffer(request.params.token, now());
        if (person === undefined) throw problem('SET_UP_LINK_INVALID');
        const { profile } = await directory.organisation(person.organisation);
        return { name: person.name, signInName: person.signInName, organisation: profile?.name.zh ?? person.organisation };
      },
    );

    app.post(
      '/api/set-up/:token',
      {
        config: { access: 'public', rateLimit: strictRate(config, 'set-up') },
        schema: { tags, summary: 'Choose a password by a one-time link and sign in', params, body: setUpChoice, response: { 200: me } },
      },
      async (request, reply) => {
        const person = await vault.setUp(request.params.token, request.body.password, now());
        if (person === undefined) throw problem('SET_UP_LINK_INVALID');
        const admitted = await admit(parts, request, reply, person.member);
        if (admitted === undefined) throw problem('SIGN_IN_FAILED');
        return admitted;
      },
    );

    app.post(
      '/api/password',
      {
        config: { rateLimit: strictRate(config, 'password') },
        schema: { tags, summary: 'Change my password; ends my other sessions', body: passwordChange, response: { 200: endedSessions } },
      },
      async (request) => {
        const own = ownSession(request);
        const will = await establishWill(vault, { member: own.member, password: request.body.currentPassword, now: now() });
        if ('code' in will) throw problem(will.code, will.data);
        await vault.setPassword(own.member, request.body.newPassword);
        return { ended: vault.endSessions(own.member, own.id) };
      },
    );
  };
}
