import { webhookPayload } from '@lianyu/contract';
import { type Instant, toInstant } from '@lianyu/domain/kernel';
import type { Delivery, Notice, Vault, Webhook } from '@lianyu/vault';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import { destinationOf, type Resolve } from './address.ts';
import { send } from './send.ts';

interface Parts {
  readonly vault: Pick<Vault, 'webhooks' | 'webhookHosts' | 'webhookSecret' | 'takeDeliveries' | 'dueDeliveries' | 'keepDelivery'>;
  readonly clock: Clock;
  readonly resolve?: Resolve;
}

const MINUTE = 60_000;
/** After a failure it is tried again so much later, and after the last of these no more. */
export const RETRY_AFTER_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 720 * MINUTE] as const;
/** How many are sent in one go. */
const AT_ONCE = 50;

/** Brings what was told to the addresses that organisations have opened. At least once: the receiver knows a delivery by its name. */
export function createOutbox({ vault, clock, resolve }: Parts) {
  async function deliver(webhook: Webhook | undefined, { webhook: id, seq, attempts, payload }: Delivery): Promise<void> {
    const at = clock.now();
    const problem = webhook ? await sent(webhook, seq, payload, at) : 'closed';
    const after = RETRY_AFTER_MS[attempts];
    const state = problem === undefined ? 'delivered' : after === undefined || webhook === undefined ? 'failed' : 'waiting';
    const dueAt = toInstant(Date.parse(at) + (after ?? 0));
    vault.keepDelivery({ webhook: id, seq, state, attempts: attempts + 1, dueAt, lastAt: at, ...(problem === undefined ? {} : { problem }) });
  }

  async function sent({ id, url }: Webhook, seq: number, body: string, at: Instant): Promise<string | undefined> {
    const secret = vault.webhookSecret(id);
    const destination = await destinationOf(url, vault.webhookHosts(), resolve);
    if (typeof destination === 'string' || secret === undefined) return typeof destination === 'string' ? destination : 'closed';
    return send(destination, { body, secret, timestamp: Math.floor(Date.parse(at) / 1_000), delivery: `${id}/${seq}` });
  }

  return {
    /** Takes what is new, and sends what is due; one that does not answer keeps none of the others waiting longer than its time-out. */
    async work(): Promise<void> {
      const webhooks = new Map(vault.webhooks().map((webhook) => [webhook.id, webhook]));
      for (const webhook of webhooks.values()) vault.takeDeliveries(webhook, (notice) => payloadOf(webhook, notice), clock.now());
      await Promise.all(vault.dueDeliveries(clock.now(), AT_ONCE).map((each) => deliver(webhooks.get(each.webhook), each)));
    },
  };
}

/** Ids and public words alone: no title, no reason, no amount. */
function payloadOf({ organisation }: Webhook, { id, kind, at, lead, body }: Notice): string {
  return JSON.stringify(webhookPayload.parse({ id, kind, at, organisation, ...(lead === undefined ? {} : { lead }), about: body }));
}

const EVERY_MS = 5_000;

/** Works until stopped, one go after the other. A failing one is logged and tried again at the next. */
export function startSending(outbox: Pick<ReturnType<typeof createOutbox>, 'work'>, log: Pick<FastifyBaseLogger, 'error'>): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= outbox
      .work()
      .catch((error: unknown) => log.error({ err: error }, 'webhooks could not be sent'))
      .finally(() => {
        running = undefined;
      });
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
