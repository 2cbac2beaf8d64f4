import { randomUUID } from 'node:crypto';
import {
  allowWebhookHost,
  deliveries,
  openedWebhook,
  openWebhook,
  removeWebhookHost,
  webhook,
  webhookHosts,
  webhooks as webhooksAnswer,
} from '@lianyu/contract';
import type { Vault, Webhook } from '@lianyu/vault';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { authorise, type Principal } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/index.ts';
import { allowedUrl } from './address.ts';

interface Parts {
  readonly vault: Pick<
    Vault,
    'webhookHosts' | 'allowWebhookHost' | 'removeWebhookHost' | 'webhooks' | 'openWebhook' | 'closeWebhook' | 'deliveries' | 'replayDelivery'
  >;
  readonly clock: Clock;
  readonly policies: PolicySet;
  readonly signedIn: SignedInOf;
}

const tags = ['webhooks'];
const nothing = z.null().describe('Nothing');
const one = z.strictObject({ id: z.uuid() });
/** Of the log at once (ER-3). */
const SHOWN = 100;

/** Webhooks of the own organisation by its administrators; to which hosts at all, by those of the installation. */
export function webhookRoutes({ vault, clock, policies, signedIn }: Parts): FastifyPluginAsyncZod {
  function must(principal: Principal, action: 'manage-webhooks' | 'manage-webhook-hosts'): Principal {
    if (!authorise(policies, principal, action, { type: 'Organisation', id: principal.organisation }).allowed) throw problem('FORBIDDEN', { action });
    return principal;
  }
  const own = ({ organisation }: Principal, id: string): Webhook => {
    const found = vault.webhooks(organisation).find((each) => each.id === id);
    if (!found) throw problem('NOT_FOUND');
    return found;
  };

  return async (app) => {
    app.get('/api/webhook-hosts', { schema: { tags, response: { 200: webhookHosts } } }, async (request) => {
      must((await signedIn(request)).principal, 'manage-webhooks');
      return { hosts: [...vault.webhookHosts()] };
    });
    app.put('/api/webhook-hosts', { schema: { tags, body: allowWebhookHost, response: { 200: webhookHosts } } }, async (request) => {
      const { member } = must((await signedIn(request)).principal, 'manage-webhook-hosts');
      vault.allowWebhookHost({ ...request.body, allowedBy: member, allowedAt: clock.now() });
      return { hosts: [...vault.webhookHosts()] };
    });
    app.delete('/api/webhook-hosts', { schema: { tags, querystring: removeWebhookHost, response: { 204: nothing } } }, async (request, reply) => {
      must((await signedIn(request)).principal, 'manage-webhook-hosts');
      if (!vault.removeWebhookHost(request.query.host)) throw problem('NOT_FOUND');
      return reply.code(204).send(null);
    });

    app.get('/api/webhooks', { schema: { tags, response: { 200: webhooksAnswer } } }, async (request) => {
      const { organisation } = must((await signedIn(request)).principal, 'manage-webhooks');
      return { webhooks: vault.webhooks(organisation).map(told) };
    });
    app.post('/api/webhooks', { schema: { tags, body: openWebhook, response: { 200: openedWebhook } } }, async (request) => {
      const principal = must((await signedIn(request)).principal, 'manage-webhooks');
      const { url, kinds } = request.body;
      const allowed = allowedUrl(url, vault.webhookHosts());
      if (typeof allowed === 'string') throw problem('WEBHOOK_ADDRESS_REFUSED', { problem: allowed });
      const opened: Webhook = {
        id: randomUUID(),
        organisation: principal.organisation,
        audiences: readerships(principal),
        kinds,
        url: allowed.url.href,
        openedBy: principal.member,
        openedAt: clock.now(),
      };
      return { webhook: told(opened), secret: vault.openWebhook(opened) };
    });
    app.delete('/api/webhooks/:id', { schema: { tags, params: one, response: { 204: nothing } } }, async (request, reply) => {
      const { organisation } = must((await signedIn(request)).principal, 'manage-webhooks');
      if (!vault.closeWebhook(organisation, request.params.id)) throw problem('NOT_FOUND');
      return reply.code(204).send(null);
    });

    app.get('/api/webhooks/:id/deliveries', { schema: { tags, params: one, response: { 200: deliveries } } }, async (request) => {
      const { id } = own(must((await signedIn(request)).principal, 'manage-webhooks'), request.params.id);
      return { deliveries: vault.deliveries(id, SHOWN).map(({ webhook: _, ...rest }) => rest) };
    });
    const replay = { schema: { tags, params: one.extend({ seq: z.coerce.number().int().positive() }), response: { 204: nothing } } };
    app.post('/api/webhooks/:id/deliveries/:seq/replay', replay, async (request, reply) => {
      const { id } = own(must((await signedIn(request)).principal, 'manage-webhooks'), request.params.id);
      if (!vault.replayDelivery(id, request.params.seq, clock.now())) throw problem('NOT_FOUND');
      return reply.code(204).send(null);
    });
  };
}

/** What the organisation's people in a role read; the office also what is signed. Appraisal does not leave the house. */
function readerships({ organisation, organisationKind }: Principal): readonly string[] {
  return [`organisation:${organisation}`, ...(organisationKind === 'coordination-office' ? ['signed'] : [])];
}

function told({ audiences: _, ...rest }: Webhook): z.infer<typeof webhook> {
  return webhook.parse(rest);
}
