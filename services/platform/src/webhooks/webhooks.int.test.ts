import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webhookPayload } from '@lianyu/contract';
import { organisationId } from '@lianyu/domain/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { content, digestOf, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, must, signed, tabled, XIAN } from '../walk.fixtures.ts';
import { RETRY_AFTER_MS } from './outbox.ts';
import { send, signatureOf } from './send.ts';

const platform = new TestPlatform();
const received: { headers: IncomingHttpHeaders; body: string; path: string }[] = [];
let status = 204;
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => {
    body += part.toString();
  });
  request.on('end', () => {
    received.push({ headers: request.headers, body, path: request.url ?? '' });
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ignored');
  });
});
const ZONE = organisationId.parse('bayannur-etdz');
const START = Date.parse('2026-06-02T02:00:00.000Z');
let host = '';
let now = START;
const pass = (ms: number) => {
  now += ms;
  platform.clock.set(now);
};
const work = () => platform.platform.outbox.work();

async function open(organisation: string, audiences: readonly string[], kinds: readonly string[] = ['negotiation', 'ended', 'agreement']) {
  const { member } = await platform.principal(BAYANNUR.officer);
  const { vault, clock } = platform.platform;
  vault.allowWebhookHost({ host, inside: true, allowedBy: member, allowedAt: clock.now() });
  const id = `00000000-0000-4000-8000-${String(now % 1e12).padStart(12, '0')}`;
  const url = `http://${host}/hook`;
  const secret = vault.openWebhook({
    id,
    organisation: organisationId.parse(organisation),
    audiences,
    kinds,
    url,
    openedBy: member,
    openedAt: clock.now(),
  });
  return { id, secret };
}
const log = (id: string) => platform.platform.vault.deliveries(id, 100);

beforeAll(async () => {
  await platform.play();
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
beforeEach(() => {
  received.length = 0;
  status = 204;
  pass(86_400_000);
});
afterAll(async () => {
  receiver.close();
  await platform.close();
});

test('TM-10 AZ-2 what an organisation may read is sent once, signed, and says no more than ids and public words', async () => {
  const { id, secret } = await open(ZONE, [`organisation:${ZONE}`]);
  const negotiation = await tabled(platform, '不外发的条款');
  await must(platform.give(BAYANNUR.officer, 'decline-negotiation', { negotiation, basis: digestOf('不外发的条款'), reason: '不外发的理由' }));
  await work();
  await work();
  expect(received).toHaveLength(2);
  const payloads = received.map(({ body }) => webhookPayload.parse(JSON.parse(body)));
  expect(payloads.map(({ about: { what } }) => what).sort()).toEqual(['NegotiationDeclined', 'ProposalTabled']);
  expect(payloads.every(({ organisation, about }) => organisation === ZONE && about.agreement === negotiation)).toBe(true);
  for (const { headers, body } of received) {
    expect(headers['lianyu-signature']).toBe(signatureOf(secret, Number(headers['lianyu-timestamp']), body));
    expect(headers['lianyu-timestamp']).toBe(String(Math.floor(now / 1_000)));
    expect(headers['lianyu-delivery']).toMatch(new RegExp(`^${id}/\\d+$`));
    for (const secretWord of ['不外发', '试验协议', '管委会']) expect(body).not.toContain(secretWord);
  }
  expect(log(id).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['delivered', 1],
    ['delivered', 1],
  ]);
  platform.platform.vault.closeWebhook(ZONE, id);
});

test('TM-10 AZ-2 the office’s own hears of what is signed, and nothing before', async () => {
  const office = organisationId.parse('coordination-office');
  const { id } = await open(office, [`organisation:${office}`, 'signed']);
  const { agreement } = await signed(platform, content('办公室的订阅'));
  await work();
  const heard = received.map(({ body }) => webhookPayload.parse(JSON.parse(body))).filter(({ about }) => about.agreement === agreement);
  expect(heard.map(({ about: { what } }) => what).sort()).toEqual(['AgreementConcluded', 'AgreementEnteredIntoForce']);
  platform.platform.vault.closeWebhook(office, id);
});

test('TM-10 what fails is tried again ever later, at most so often, then waits to be sent again by hand; nothing is followed elsewhere', async () => {
  const { id } = await open(ZONE, [`organisation:${ZONE}`], ['negotiation']);
  await tabled(platform, '重试');
  status = 302;
  await work();
  expect(received.map(({ path }) => path)).toEqual(['/hook']);
  expect(log(id)).toMatchObject([{ state: 'waiting', attempts: 1, problem: 'status-302' }]);
  status = 500;
  for (const [index, after] of RETRY_AFTER_MS.entries()) {
    pass(after - 1_000);
    await work();
    expect(received).toHaveLength(index + 1);
    pass(1_000);
    await work();
    expect(received).toHaveLength(index + 2);
  }
  expect(log(id)).toMatchObject([{ state: 'failed', attempts: RETRY_AFTER_MS.length + 1, problem: 'status-500' }]);
  pass(7 * 86_400_000);
  await work();
  expect(received).toHaveLength(RETRY_AFTER_MS.length + 1);
  const [failed] = log(id);
  status = 200;
  expect(platform.platform.vault.replayDelivery(id, failed?.seq ?? 0, platform.platform.clock.now())).toBe(true);
  await platform.reopen();
  await work();
  expect(log(id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  expect(new Set(received.map(({ headers }) => headers['lianyu-delivery'])).size).toBe(1);
  platform.platform.vault.closeWebhook(ZONE, id);
});

test('TM-10 a host that is no longer on the list hears nothing, and an address that was looked at is the one that is connected to', async () => {
  const { id } = await open(ZONE, [`organisation:${ZONE}`], ['negotiation']);
  platform.platform.vault.removeWebhookHost(host);
  const { member } = await platform.principal(XIAN.officer);
  // On the list, but not allowed inside.
  platform.platform.vault.allowWebhookHost({ host, inside: false, allowedBy: member, allowedAt: platform.platform.clock.now() });
  await tabled(platform, '名单之外');
  await work();
  expect(received).toHaveLength(0);
  expect(log(id)).toMatchObject([{ state: 'waiting', problem: 'not-https' }]);
  platform.platform.vault.closeWebhook(ZONE, id);
  const [name, port] = host.split(':');
  const url = new URL(`http://no-such-name.invalid:${port}/pinned`);
  const sending = { body: '{}', secret: 's', timestamp: 1, delivery: 'd/1' };
  expect(await send({ url, address: name ?? '', family: 4 }, sending)).toBeUndefined();
  expect(received.map(({ path, headers }) => [path, headers.host])).toEqual([['/pinned', `no-such-name.invalid:${port}`]]);
});
