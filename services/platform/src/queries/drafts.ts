import { draft, drafts, saveDraft } from '@lianyu/contract';
import type { OrganisationId } from '@lianyu/domain/kernel';
import type { StoredDraft, Vault } from '@lianyu/vault';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { authorise } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { SignedIn } from '../access/viewers.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/index.ts';

interface Parts {
  readonly vault: Pick<Vault, 'draft' | 'drafts' | 'saveDraft' | 'discardDraft'>;
  readonly clock: Clock;
  readonly policies: PolicySet;
  readonly signedIn: SignedInOf;
}

const params = z.strictObject({ id: z.string().regex(/^[0-9a-f-]{36}$/) });

/** Private drafts (AZ-2): kept in the vault for one organisation, seen by no one else, and no event of any log. */
export function draftRoutes({ vault, clock, policies, signedIn }: Parts): FastifyPluginAsyncZod {
  function ownOrganisation({ principal }: SignedIn): OrganisationId {
    const { allowed } = authorise(policies, principal, 'keep-drafts', { type: 'Organisation', id: principal.organisation });
    if (!allowed) throw problem('FORBIDDEN', { action: 'keep-drafts' });
    return principal.organisation;
  }

  return async (app) => {
    app.get('/api/drafts', { schema: { tags: ['drafts'], response: { 200: drafts } } }, async (request) => {
      const organisation = ownOrganisation(await signedIn(request));
      return { drafts: vault.drafts(organisation).map(told) };
    });

    app.get('/api/drafts/:id', { schema: { tags: ['drafts'], params, response: { 200: draft } } }, async (request) => {
      const found = vault.draft(ownOrganisation(await signedIn(request)), request.params.id);
      if (!found) throw problem('NOT_FOUND');
      return told(found);
    });

    app.put('/api/drafts/:id', { schema: { tags: ['drafts'], params, body: saveDraft, response: { 200: draft } } }, async (request) => {
      const by = await signedIn(request);
      const organisation = ownOrganisation(by);
      const { id } = request.params;
      const { revision, content, negotiation } = request.body;
      const about = negotiation === undefined ? {} : { negotiation };
      const saved = vault.saveDraft({ id, organisation, revision, content, ...about, updatedBy: by.principal.member }, clock.now());
      if (!saved) throw problem('DRAFT_CHANGED', { revision: vault.draft(organisation, id)?.revision ?? 0 });
      return told(saved);
    });

    app.delete('/api/drafts/:id', { schema: { tags: ['drafts'], params, response: { 204: z.null() } } }, async (request, reply) => {
      if (!vault.discardDraft(ownOrganisation(await signedIn(request)), request.params.id)) throw problem('NOT_FOUND');
      return reply.code(204).send(null);
    });
  };
}

function told({ organisation: _, ...rest }: StoredDraft) {
  return rest;
}
