import { join } from 'node:path';
import { asOf, moments } from '@lianyu/contract';
import type { NegotiationId } from '@lianyu/domain/kernel';
import { createRunner } from '@lianyu/projections';
import { type DocumentKind, documentSchemas, projections } from '@lianyu/projections/folds';
import { openSqliteReadStore } from '@lianyu/projections/sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { content, digestOf, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, clear, confirmed, must, signAndSeal, tabled, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const OFFICE = 'coordination-office.coordinator';
const ANALYST = 'audit-office.analyst';
const STRANGER = 'hohhot-etdz.officer';
beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

/** All that somebody can find of one agreement, and in the lists. */
async function seenBy(who: string, id: NegotiationId): Promise<string> {
  const topics = [`agreement/${id}`, 'agreements', 'activity', 'tasks', 'organisations'];
  const documents = await Promise.all(topics.map((topic) => platform.documentsOf(who, topic)));
  return JSON.stringify(documents.flat().filter(({ topic, body }) => topic !== 'agreements' || JSON.stringify(body).includes(id)));
}

async function cookieOf(who: string): Promise<string> {
  const { signInName, password } = platform.account(who);
  const answer = await platform.platform.http.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { signInName, password },
  });
  const cookie = answer.cookies[0];
  if (!cookie) throw new Error(`${who}: ${answer.body}`);
  return `${cookie.name}=${cookie.value}`;
}

test('AZ-2 EV-2 at each step everyone finds what is theirs and nothing of the others', async () => {
  const secret = { text: '密文条款甲', note: '密文内部乙' };
  const negotiation = await tabled(platform, secret.text);
  const basis = digestOf(secret.text);
  expect(await seenBy(BAYANNUR.head, negotiation)).toContain(secret.text);
  for (const who of [OFFICE, ANALYST, STRANGER]) expect(await seenBy(who, negotiation)).not.toContain(secret.text);
  expect(await seenBy(OFFICE, negotiation)).toContain(negotiation);
  expect(await seenBy(STRANGER, negotiation)).not.toContain(negotiation);
  expect(await seenBy(OFFICE, negotiation)).not.toContain('试验协议');

  await must(platform.give(BAYANNUR.officer, 'confirm-text', { negotiation, basis }));
  const before = await seenBy(BAYANNUR.head, negotiation);
  await clear(platform, XIAN, negotiation, basis, secret.note, 4);
  expect(await seenBy(XIAN.officer, negotiation)).toContain(secret.note);
  expect(await seenBy(BAYANNUR.head, negotiation)).toBe(before);
  await must(platform.give(XIAN.head, 'pass-clearance-step', { negotiation, basis, record: { step: 'seal-approval', note: secret.note } }));
  await clear(platform, BAYANNUR, negotiation, basis);
  for (const zone of [XIAN, BAYANNUR]) await signAndSeal(platform, zone, negotiation, basis);
  await platform.settled();

  for (const who of [BAYANNUR.officer, OFFICE, ANALYST, STRANGER]) expect(await seenBy(who, negotiation)).not.toContain(secret.note);
  expect(await seenBy(OFFICE, negotiation)).toContain(secret.text);
  const office = (await platform.documentsOf(OFFICE, `agreement/${negotiation}`)).map(({ kind }) => kind);
  expect(office).toEqual(['signed-agreement']);
  expect(new Set((await platform.documentsOf(ANALYST, `agreement/${negotiation}`)).map(({ kind }) => kind))).toEqual(
    new Set(['signed-agreement', 'negotiation', 'proposal', 'move']),
  );
  expect(await platform.documentsOf(STRANGER, `agreement/${negotiation}`)).toEqual([]);
});

test('PR-4.1 stepping back shows what stood there then, under today’s grants', async () => {
  const first = '第一稿原文';
  const second = '第二稿改文';
  const negotiation = await tabled(platform, first);
  await must(platform.give(BAYANNUR.officer, 'counter-proposal', { negotiation, basis: digestOf(first), content: content(second), reason: '改' }));
  await must(platform.give(XIAN.officer, 'confirm-text', { negotiation, basis: digestOf(second) }));
  const http = platform.platform.http;
  const ask = async (who: string, path: string) => {
    const answer = await http.inject({ url: `/api/agreements/${negotiation}${path}`, headers: { cookie: await cookieOf(who) } });
    return { status: answer.statusCode, body: answer.json() };
  };
  expect((await ask(ANALYST, '/moments')).body).toEqual({ moments: [] });
  expect((await ask(STRANGER, '/moments')).status).toBe(404);

  for (const zone of [XIAN, BAYANNUR]) await clear(platform, zone, negotiation, digestOf(second), '密级备注');
  for (const zone of [XIAN, BAYANNUR]) await signAndSeal(platform, zone, negotiation, digestOf(second));
  await platform.settled();
  const stood = moments.parse((await ask(ANALYST, '/moments')).body).moments;
  expect(stood.map(({ kind }) => kind)).toEqual([
    'tabled',
    'countered',
    'text-confirmed',
    'party-ready',
    'party-ready',
    'signed',
    'sealed',
    'signed',
    'sealed',
    'concluded',
    'in-force',
  ]);
  const then = async (who: string, moment: number) => JSON.stringify(asOf.parse((await ask(who, `/moments/${moment}`)).body).rows);
  expect(await then(ANALYST, 1)).toContain(first);
  expect(await then(ANALYST, 1)).not.toContain(second);
  expect(await then(ANALYST, 2)).toContain(second);
  expect(await then(ANALYST, 11)).not.toContain('密级备注');
  expect((await ask(ANALYST, '/moments/12')).status).toBe(404);

  // The office has the signed text alone, a party also its own procedure.
  expect(moments.parse((await ask(OFFICE, '/moments')).body).moments.map(({ kind }) => kind)).toEqual(['concluded', 'in-force']);
  expect(moments.parse((await ask(XIAN.head, '/moments')).body).moments.some(({ kind }) => kind === 'clearance-step-passed')).toBe(true);
  expect(await then(BAYANNUR.head, 8)).not.toContain('xian-etdz/');

  // The last moment is the present.
  const present = (await platform.documentsOf(ANALYST, `agreement/${negotiation}`)).map(({ kind, key, body }) => ({ kind, key, body }));
  const last = asOf
    .parse((await ask(ANALYST, '/moments/11')).body)
    .rows.filter(({ topic }) => topic.startsWith('agreement/'))
    .map(({ kind, key, body }) => ({ kind, key, body }));
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(last)).toEqual(sorted(present));
});

test('PR-1 PR-3.1 every document has its schema, and a rebuild from the beginning gives the same', async () => {
  await platform.settled();
  const path = join(platform.folder, 'rebuilt.sqlite');
  const rebuilt = openSqliteReadStore({ path });
  const runner = createRunner({ store: platform.platform.store, readStore: rebuilt, projections });
  runner.start();
  await runner.caughtUp();
  await runner.stop();
  const organisations = (await platform.documentsOf('coordination-office.admin-one', 'organisations')).map(({ key }) => key);
  const audiences = [
    'everyone',
    'overview',
    'signed',
    'audit',
    'administration',
    ...new Set(organisations.map((id) => `organisation:${id}`)),
  ] as const;
  let compared = 0;
  for (const kind of Object.keys(documentSchemas) as DocumentKind[]) {
    for (const audience of audiences) {
      const query = { kind, audiences: [audience] as Parameters<typeof rebuilt.list>[0]['audiences'], limit: 10_000 };
      const served = platform.platform.readStore.list(query).documents.map(({ version: _, ...document }) => document);
      expect(rebuilt.list(query).documents.map(({ version: _, ...document }) => document)).toEqual(served);
      for (const { body } of served) expect(documentSchemas[kind].safeParse(body).error).toBeUndefined();
      compared += served.length;
    }
  }
  rebuilt.close();
  expect(compared).toBeGreaterThan(300);
});

test('PR-4.2 LV-3 any list or page as of an instant, for everyone by today’s keys; by a position for an audit mandate alone', async () => {
  const before = await tabled(platform, '截至甲');
  await platform.settled();
  const { position, at } = platform.platform.readStore.momentOf((2n ** 50n) as never) ?? expect.fail();
  await must(platform.give(BAYANNUR.officer, 'confirm-text', { negotiation: before, basis: digestOf('截至甲') }));
  const after = await tabled(platform, '截至乙');
  await platform.settled();
  const ask = async (who: string, path: string) => {
    const answer = await platform.platform.http.inject({ url: path, headers: { cookie: await cookieOf(who) } });
    return { status: answer.statusCode, text: answer.body, body: answer.json() as { rows: { key: string; kind: string; later?: string }[] } };
  };
  // What was given between two ticks of one clock stands at one instant: the position tells them apart.
  const party = await ask(XIAN.officer, `/api/agreements?asOf=2000-01-01T00:00:00.000Z`);
  expect(JSON.parse(party.text)).toEqual({ rows: [], more: false, asOf: { at: '2000-01-01T00:00:00.000Z' } });
  for (const path of [
    '/api/agreements',
    '/api/overview',
    '/api/rows?topic=agreements',
    '/api/figures',
    '/api/statements',
    '/api/disputes',
    '/api/deadlines',
  ]) {
    const and = path.includes('?') ? '&' : '?';
    expect((await ask(XIAN.officer, `${path}${and}asOf=${position}`)).status, path).toBe(403);
    expect((await ask(XIAN.officer, `${path}${and}asOf=yesterday`)).status, path).toBe(400);
    const [one, other] = [await ask(ANALYST, `${path}${and}asOf=${position}`), await ask(ANALYST, `${path}${and}asOf=${position}`)];
    expect(one.status, path).toBe(200);
    expect(other.text).toBe(one.text);
    expect(JSON.parse(one.text).asOf).toEqual({ at, position: String(position) });
    expect((await ask(ANALYST, `${path}${and}asOf=0`)).status).toBe(400);
  }
  const then = await ask(ANALYST, `/api/agreements?limit=200&asOf=${position}`);
  const now = await ask(ANALYST, '/api/agreements?limit=200');
  expect(then.body.rows.find(({ key }) => key === after)).toBeUndefined();
  expect(now.body.rows.find(({ key }) => key === after)).toBeDefined();
  expect(then.body.rows.find(({ key }) => key === before)).toBeDefined();
  const page = await platform.documentsOf(XIAN.officer, `agreement/${before}`);
  const stood = platform.platform.readStore.asOf(position).topic(`agreement/${before}`, [page[0]?.audience ?? 'everyone'], 100);
  expect(stood.documents.length).toBeLessThan(page.length);
  // Of the past the party is told what has changed since; the stranger learns of neither moment that anything is there.
  const present = await ask(XIAN.officer, `/api/rows?topic=agreement/${before}&asOf=2099-01-01T00:00:00.000Z`);
  expect(present.body.rows).toHaveLength(page.length);
  expect(present.body.rows.some(({ later }) => later !== undefined)).toBe(false);
  expect((await ask(STRANGER, `/api/rows?topic=agreement/${before}&asOf=2099-01-01T00:00:00.000Z`)).status).toBe(404);
});

test('AZ-4 what may be done, and what is missing, is told per viewer', async () => {
  const negotiation = await confirmed(platform, 'AZ-4');
  const told = async (who: string) => {
    const answer = await platform.platform.http.inject({ url: `/api/agreements/${negotiation}/actions`, headers: { cookie: await cookieOf(who) } });
    const { actions } = answer.json() as { actions: { command: string; allowed: boolean; missing: { code: string }[] }[] };
    return new Map(actions.map((action) => [action.command, action]));
  };
  const officer = await told(XIAN.officer);
  expect(officer.get('pass-clearance-step')?.allowed).toBe(true);
  expect(officer.get('give-signature')?.missing.map(({ code }) => code)).toEqual(['FORBIDDEN', 'PARTY_NOT_CLEARED']);
  expect((await told(XIAN.head)).get('pass-clearance-step')?.missing.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  for (const who of [OFFICE, ANALYST, STRANGER]) expect([...(await told(who)).keys()]).toEqual([]);
});
