import { instant, memberId, organisationId } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { noticeBody, noticeKind } from './notices.ts';

/** A host and, where it is not the usual one, its port: `hooks.example.org`, `10.0.0.8:8443`. */
export const webhookHostName = z
  .string()
  .max(260)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::[1-9]\d{0,4})?$/);

/** GET, PUT /api/webhook-hosts: the allow-list. `inside`: also where the address is a private one, and without TLS. */
export const webhookHost = z.strictObject({ host: webhookHostName, inside: z.boolean(), allowedBy: memberId, allowedAt: instant });
export const webhookHosts = z.strictObject({ hosts: z.array(webhookHost) });
export const allowWebhookHost = webhookHost.pick({ host: true, inside: true });
export const removeWebhookHost = z.strictObject({ host: webhookHostName });

/** What may be sent elsewhere: not what concerns one person. */
export const webhookKind = noticeKind.exclude(['access']);

/** GET, POST /api/webhooks: of the own organisation. The secret is told once. */
export const webhook = z.strictObject({
  id: z.string(),
  organisation: organisationId,
  url: z.string(),
  kinds: z.array(webhookKind),
  openedBy: memberId,
  openedAt: instant,
});
export const webhooks = z.strictObject({ webhooks: z.array(webhook) });
export const openWebhook = z.strictObject({ url: z.url().max(500), kinds: z.array(webhookKind).min(1).max(20) });
export const openedWebhook = z.strictObject({ webhook, secret: z.string() });

/** GET /api/webhooks/:id/deliveries: the log, newest first; POST …/:seq/replay sends one again. */
export const delivery = z.strictObject({
  seq: z.number().int(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number().int(),
  dueAt: instant,
  lastAt: instant.optional(),
  problem: z.string().optional(),
  payload: z.string(),
});
export const deliveries = z.strictObject({ deliveries: z.array(delivery) });

/**
 * What is sent. Headers: `lianyu-delivery`, `lianyu-timestamp` (seconds since 1970) and `lianyu-signature`, `v1=` and the
 * HMAC-SHA256 in hexadecimal of `<timestamp>.<body>` under the secret.
 */
export const webhookPayload = z.strictObject({
  id: z.string(),
  kind: webhookKind,
  at: instant,
  organisation: organisationId,
  lead: z.number().int().optional(),
  about: noticeBody,
});
