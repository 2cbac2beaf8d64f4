import { referenceOrganisations } from '@lianyu/contract';
import { referenceZones } from '@lianyu/reference-data';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { SignedInOf } from '../access/signed-in.ts';

/** What is known of zones from published lists, with where that was read: to register from, not yet registered by itself. */
export function referenceRoutes({ signedIn }: { readonly signedIn: SignedInOf }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/reference/organisations', { schema: { tags: ['reference'], response: { 200: referenceOrganisations } } }, async (request) => {
      await signedIn(request);
      return { organisations: [...referenceZones] };
    });
  };
}
