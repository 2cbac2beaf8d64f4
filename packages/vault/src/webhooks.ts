import { randomBytes } from 'node:crypto';
import { instant, memberId, type OrganisationId, organisationId, toInstant } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { type Cipher, corrupt } from './cipher.ts';
import { bytes, type Database, integer, type Row, text } from './database.ts';
import { vaultLimits } from './limits.ts';
import { type Delivery, type Vault, VaultError, type Webhook, type WebhookHost } from './vault.ts';

type Webhooks = Pick<
  Vault,
  | 'webhookHosts'
  | 'allowWebhookHost'
  | 'removeWebhookHost'
  | 'openWebhook'
  | 'webhooks'
  | 'closeWebhook'
  | 'webhookSecret'
  | 'takeDeliveries'
  | 'dueDeliveries'
  | 'keepDelivery'
  | 'deliveries'
  | 'replayDelivery'
>;

const names = z.array(z.string());
const state = z.enum(['waiting', 'delivered', 'failed']);
/** How many notices go into the outbox of one webhook at once. */
const TAKEN = 500;

/** Webhooks and their outbox. Address and secret are encrypted: an address may hold a key of the other side. */
export function createWebhooks(database: Database, rows: Cipher): Webhooks {
  function open(row: Row, column: 'url_sealed' | 'secret_sealed'): string {
    return Buffer.from(rows.open(bytes(row, column), ['webhook', column, text(row, 'id'), text(row, 'organisation')])).toString('utf8');
  }

  function count(sql: string, ...values: string[]): number {
    return integer(database.get(sql, ...values) ?? {}, 'kept');
  }

  return {
    webhookHosts: () => database.all('SELECT * FROM webhook_host ORDER BY host').map(hostOf),
    allowWebhookHost: ({ host, inside, allowedBy, allowedAt }) =>
      database.transaction(() => {
        database.run('INSERT OR REPLACE INTO webhook_host VALUES (?, ?, ?, ?)', host, inside ? 1 : 0, allowedBy, Date.parse(allowedAt));
        if (count('SELECT count(*) AS kept FROM webhook_host') > vaultLimits.webhookHosts) throw reached('webhook-hosts', vaultLimits.webhookHosts);
      }),
    removeWebhookHost: (host) => database.run('DELETE FROM webhook_host WHERE host = ?', host) > 0,

    openWebhook: ({ id, organisation, audiences, kinds, url, openedBy, openedAt }) =>
      database.transaction(() => {
        const secret = randomBytes(32).toString('base64url');
        const seal = (value: string, column: string) => rows.seal(Buffer.from(value), ['webhook', column, id, organisation]);
        database.run(
          `INSERT INTO webhook VALUES (?, ?, ?, ?, ?, ?, ?, ?, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'notice'), 0))`,
          ...[id, organisation, JSON.stringify(audiences), JSON.stringify(kinds)],
          ...[seal(url, 'url_sealed'), seal(secret, 'secret_sealed'), openedBy, Date.parse(openedAt)],
        );
        if (count('SELECT count(*) AS kept FROM webhook WHERE organisation = ?', organisation) > vaultLimits.webhooksPerOrganisation)
          throw reached('webhooks', vaultLimits.webhooksPerOrganisation);
        return secret;
      }),
    webhooks: (organisation) =>
      (organisation === undefined
        ? database.all('SELECT * FROM webhook ORDER BY opened_at, id')
        : database.all('SELECT * FROM webhook WHERE organisation = ? ORDER BY opened_at, id', organisation)
      ).map((row): Webhook => ({ ...webhookOf(row), url: open(row, 'url_sealed') })),
    closeWebhook: (organisation: OrganisationId, id) =>
      database.transaction(() => {
        if (database.run('DELETE FROM webhook WHERE organisation = ? AND id = ?', organisation, id) === 0) return false;
        database.run('DELETE FROM delivery WHERE webhook = ?', id);
        return true;
      }),
    webhookSecret(id) {
      const row = database.get('SELECT id, organisation, secret_sealed FROM webhook WHERE id = ?', id);
      return row && open(row, 'secret_sealed');
    },

    takeDeliveries: ({ id, audiences, kinds }, payloadOf, now) =>
      database.transaction(() => {
        const row = database.get('SELECT taken_through FROM webhook WHERE id = ?', id);
        if (row === undefined) return 0;
        const any = (list: readonly string[]) => list.map(() => '?').join(', ');
        const found = database.all(
          `SELECT min(seq) AS seq, id, audience, kind, at, lead, body FROM notice
           WHERE seq > ? AND audience IN (${any(audiences)}) AND kind IN (${any(kinds)}) GROUP BY id ORDER BY seq LIMIT ?`,
          ...[integer(row, 'taken_through'), ...audiences, ...kinds, TAKEN],
        );
        for (const each of found) {
          const lead = z.number().nullable().parse(each['lead']);
          const notice = {
            seq: integer(each, 'seq'),
            id: text(each, 'id'),
            audience: text(each, 'audience'),
            kind: text(each, 'kind'),
            at: toInstant(integer(each, 'at')),
            ...(lead === null ? {} : { lead }),
            body: z.record(z.string(), z.unknown()).parse(JSON.parse(text(each, 'body'))),
          };
          database.run(
            "INSERT OR IGNORE INTO delivery VALUES (?, ?, 'waiting', 0, ?, NULL, NULL, ?)",
            ...[id, notice.seq, Date.parse(now), payloadOf(notice)],
          );
        }
        const last = found.at(-1);
        const through = last && found.length === TAKEN ? integer(last, 'seq') : integer(lastNotice(database), 'last');
        database.run('UPDATE webhook SET taken_through = max(taken_through, ?) WHERE id = ?', through, id);
        database.run(
          "DELETE FROM delivery WHERE webhook = ? AND state <> 'waiting' AND seq NOT IN (SELECT seq FROM delivery WHERE webhook = ? ORDER BY seq DESC LIMIT ?)",
          ...[id, id, vaultLimits.deliveriesPerWebhook],
        );
        return found.length;
      }),
    dueDeliveries: (now, limit) =>
      database
        .all("SELECT * FROM delivery WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, seq LIMIT ?", Date.parse(now), limit)
        .map(deliveryOf),
    keepDelivery({ webhook, seq, state: how, attempts, dueAt, lastAt, problem }) {
      database.run(
        'UPDATE delivery SET state = ?, attempts = ?, due_at = ?, last_at = ?, problem = ? WHERE webhook = ? AND seq = ?',
        ...[how, attempts, Date.parse(dueAt), lastAt === undefined ? null : Date.parse(lastAt), problem ?? null, webhook, seq],
      );
    },
    deliveries: (webhook, limit) =>
      database.all('SELECT * FROM delivery WHERE webhook = ? ORDER BY seq DESC LIMIT ?', webhook, limit).map(deliveryOf),
    replayDelivery: (webhook, seq, now) =>
      database.run("UPDATE delivery SET state = 'waiting', attempts = 0, due_at = ? WHERE webhook = ? AND seq = ?", Date.parse(now), webhook, seq) >
      0,
  };
}

const lastNotice = (database: Database): Row =>
  database.get("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'notice'), 0) AS last") ?? {};

function hostOf(row: Row): WebhookHost {
  return {
    host: text(row, 'host'),
    inside: integer(row, 'inside') === 1,
    allowedBy: parsed(memberId, row, 'allowed_by'),
    allowedAt: parsed(instant, { allowed_at: toInstant(integer(row, 'allowed_at')) }, 'allowed_at'),
  };
}

function webhookOf(row: Row): Omit<Webhook, 'url'> {
  return {
    id: text(row, 'id'),
    organisation: parsed(organisationId, row, 'organisation'),
    audiences: names.parse(JSON.parse(text(row, 'audiences'))),
    kinds: names.parse(JSON.parse(text(row, 'kinds'))),
    openedBy: parsed(memberId, row, 'opened_by'),
    openedAt: toInstant(integer(row, 'opened_at')),
  };
}

function deliveryOf(row: Row): Delivery {
  const { last_at: lastAt, problem } = row;
  return {
    webhook: text(row, 'webhook'),
    seq: integer(row, 'seq'),
    state: parsed(state, row, 'state'),
    attempts: integer(row, 'attempts'),
    dueAt: toInstant(integer(row, 'due_at')),
    ...(typeof lastAt === 'number' ? { lastAt: toInstant(lastAt) } : {}),
    ...(typeof problem === 'string' ? { problem } : {}),
    payload: text(row, 'payload'),
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, row: Row, column: string): z.infer<Schema> {
  const read = schema.safeParse(row[column]);
  if (!read.success) throw corrupt(column, read.error);
  return read.data;
}

function reached(what: string, limit: number): VaultError {
  return new VaultError('LIMIT_REACHED', { what, limit: String(limit) });
}
