import { type Notice, notices as noticesAnswer } from '@lianyu/contract';
import { LIVE_PROTOCOL } from '@lianyu/contract/live';
import { negotiationId, organisationId } from '@lianyu/domain/kernel';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Asking } from '../asking.fixtures.ts';
import { proposedFrom } from '../commands/proposed.ts';
import { content, digestOf, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, clear, confirmed, must, signAndSeal, signed, tabled, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const asking = new Asking(platform);
const OFFICE = 'coordination-office.coordinator';
const STRANGER = 'hohhot-etdz.officer';

async function told(who: string, query = ''): Promise<readonly Notice[]> {
  const answer = await asking.get(who, `/api/notices?limit=100&${query}`);
  expect(answer.status).toBe(200);
  return noticesAnswer.parse(answer.json()).notices;
}
const unread = async (who: string) => ((await asking.get(who, '/api/notices/unread')).json() as { unread: number }).unread;
const about = (all: readonly Notice[], agreement: string) => all.filter((each) => each.about.agreement === agreement).map((each) => each.about.what);

beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

test('TM-7 AZ-2 a decline tells everyone of the parties who has acted, but not who did it, and nobody else', async () => {
  const negotiation = await tabled(platform, '谢绝');
  await must(platform.give(BAYANNUR.officer, 'decline-negotiation', { negotiation, basis: digestOf('谢绝'), reason: '条件不具备' }));
  expect(about(await told(XIAN.officer), negotiation)).toEqual(['NegotiationDeclined']);
  expect(about(await told(XIAN.head), negotiation)).toEqual(['NegotiationDeclined', 'ProposalTabled']);
  expect(about(await told(BAYANNUR.officer), negotiation)).toEqual(['ProposalTabled']);
  for (const who of [STRANGER, OFFICE]) expect(about(await told(who), negotiation)).toEqual([]);
  const [first] = await told(XIAN.officer);
  expect(first).toMatchObject({ kind: 'ended', title: { zh: '试验协议' }, about: { organisation: 'bayannur-etdz' }, read: false });
  expect(JSON.stringify(await told(XIAN.head))).not.toContain('条件不具备');
});

test('TM-7 AZ-2 of another party’s procedure nobody is told; of what is signed the office is', async () => {
  const { agreement } = await signed(platform, content('签署通知'));
  expect(about(await told(OFFICE), agreement).sort()).toEqual(['AgreementConcluded', 'AgreementEnteredIntoForce']);
  const own = await told(XIAN.officer);
  expect(own.filter(({ kind }) => kind === 'procedure').every((each) => each.about.organisation === 'xian-etdz')).toBe(true);
  expect(about(own, agreement)).toContain('ClearanceGranted');
});

test('TM-7 AG-41 of a comment all are told to whom it goes: all parties, or one from inside, but not who made it', async () => {
  const negotiation = await tabled(platform, '意见通知');
  const clause = content('意见通知').clauses[0]?.id ?? '';
  const say = (inside: boolean) =>
    must(platform.give(XIAN.officer, 'make-comment', { negotiation, basis: digestOf('意见通知'), inside, clause, text: '条款意见的文字' }));
  await say(true);
  expect(about(await told(XIAN.head), negotiation)).toEqual(['CommentRaised', 'ProposalTabled']);
  expect(about(await told(BAYANNUR.officer), negotiation)).toEqual(['ProposalTabled']);
  await say(false);
  expect(about(await told(BAYANNUR.officer), negotiation)).toEqual(['CommentRaised', 'ProposalTabled']);
  expect(about(await told(XIAN.officer), negotiation)).toEqual([]);
  for (const who of [STRANGER, OFFICE]) expect(about(await told(who), negotiation)).toEqual([]);
  expect(JSON.stringify(await told(BAYANNUR.officer))).not.toContain('条款意见的文字');
});

test('AG-62 AZ-2 TM-7 an optional party that has declined keeps what it had read and learns nothing of what follows; all who acted are told', async () => {
  const [GONE, secret] = ['example-c.officer', '其后才写的条款'];
  const base = content('三方磋商');
  const third = { organisation: organisationId.parse('example-c'), name: { zh: '示例开发区丙管委会', en: '' }, side: 'participant' as const };
  // Terms of sharing name every party: of this text they would have to change with the parties.
  const clauses = base.clauses.filter(({ body }) => body.kind === 'text');
  const three = { ...base, clauses, parties: [...base.parties, { ...third, optional: true as const }] };
  const { subject } = await must(platform.give(XIAN.officer, 'table-proposal', { content: three, note: '' }));
  const negotiation = negotiationId.parse(subject);
  const basis = proposedFrom(three).digest;
  const comment = { negotiation, basis, inside: false, clause: base.clauses[0]?.id ?? '' };
  await must(platform.give(XIAN.officer, 'make-comment', { ...comment, text: '此前的意见' }));
  await must(platform.give(BAYANNUR.officer, 'confirm-text', { negotiation, basis }));
  await must(platform.give(GONE, 'confirm-text', { negotiation, basis }));
  await must(platform.give(GONE, 'withdraw-from-negotiation', { negotiation, basis, reason: '另有安排' }));
  for (const who of [XIAN.officer, BAYANNUR.officer]) expect(about(await told(who), negotiation)[0]).toBe('OptionalPartyDeclined');

  const known = async () => ({
    documents: (await Promise.all([`agreement/${negotiation}`, `comments/${negotiation}`].map((topic) => platform.documentsOf(GONE, topic)))).flat(),
    row: (await platform.documentsOf(GONE, 'agreements')).filter(({ key }) => key === negotiation),
    moments: (await asking.get(GONE, `/api/agreements/${negotiation}/moments`)).body,
    told: about(await told(GONE), negotiation),
    tasks: (await platform.documentsOf(GONE, 'tasks')).filter(({ key }) => key.startsWith(negotiation)),
    deadlines: await platform.documentsOf(GONE, `deadlines/${negotiation}`),
  });
  const before = await known();
  expect(JSON.stringify(before)).toContain('此前的意见');
  expect(before.row[0]?.body).toMatchObject({ stage: 'declined' });
  expect(before.tasks).toEqual([]);

  // The two others go on without it, to the end.
  expect(await platform.give(XIAN.officer, 'confirm-text', { negotiation, basis })).toMatchObject({ ok: false, code: 'NEXT_TEXT_NEEDED' });
  const two = content(secret);
  const counter = { negotiation, basis, content: two, reason: secret, expiresOn: '2026-09-01' as never };
  await must(platform.give(XIAN.officer, 'counter-proposal', counter));
  const next = digestOf(secret);
  await must(platform.give(XIAN.officer, 'make-comment', { ...comment, basis: next, text: `${secret}的意见` }));
  await must(platform.give(BAYANNUR.officer, 'confirm-text', { negotiation, basis: next }));
  for (const zone of [XIAN, BAYANNUR]) await clear(platform, zone, negotiation, next);
  for (const zone of [XIAN, BAYANNUR]) await signAndSeal(platform, zone, negotiation, next);
  await platform.settled();
  expect((await platform.documentsOf(BAYANNUR.officer, 'agreements')).find(({ key }) => key === negotiation)?.body).toMatchObject({
    stage: 'in-force',
  });

  const after = await known();
  expect(after).toEqual(before);
  expect(JSON.stringify(after)).not.toContain(secret);
  expect((await asking.get(GONE, `/api/agreements/${negotiation}/moments/99`)).status).toBe(404);
  for (const command of ['confirm-text', 'counter-proposal'] as const) {
    const data = command === 'confirm-text' ? { negotiation, basis: next } : { negotiation, basis: next, content: two, reason: '-' };
    expect(await platform.give(GONE, command, data as never)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  }
  const spoken = await platform.give(GONE, 'make-comment', { ...comment, basis: next, text: '-' });
  expect(spoken).toMatchObject({ ok: false, code: 'NEGOTIATION_UNKNOWN' });
});

test('TM-7 what is read is read, all can be marked at once, and a kind that is not wanted is left out but for how a negotiation ended', async () => {
  const before = await unread(BAYANNUR.head);
  const all = await told(BAYANNUR.head);
  expect(before).toBeGreaterThan(2);
  const [one, two] = all;
  const marked = await asking.post(BAYANNUR.head, '/api/notices/read', { ids: [one?.id, two?.id, 'unknown'] });
  expect(marked.json()).toEqual({ unread: before - 2 });
  expect((await told(BAYANNUR.head)).slice(0, 3).map(({ read }) => read)).toEqual([true, true, false]);
  expect((await told(BAYANNUR.head, 'unread=true'))[0]?.id).toBe(all[2]?.id);
  expect((await asking.post(BAYANNUR.head, '/api/notices/read', { through: one?.seq })).json()).toEqual({ unread: 0 });
  // Somebody else's are still unread.
  expect(await unread(BAYANNUR.officer)).toBeGreaterThan(0);

  const put = async (payload: object) => {
    const { signInName, password } = platform.account(BAYANNUR.head);
    const session = await platform.platform.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: { signInName, password },
    });
    const cookie = `${session.cookies[0]?.name}=${session.cookies[0]?.value}`;
    return platform.platform.http.inject({
      method: 'PUT',
      url: '/api/notice-choices',
      headers: { 'sec-fetch-site': 'same-origin', cookie },
      payload,
    });
  };
  expect((await put({ muted: ['ended'], daysAhead: 7 })).statusCode).toBe(400);
  expect((await put({ muted: ['negotiation'], daysAhead: 7 })).statusCode).toBe(200);
  expect((await told(BAYANNUR.head)).every(({ kind }) => kind !== 'negotiation')).toBe(true);
  const negotiation = await tabled(platform, '不想听');
  expect(await unread(BAYANNUR.head)).toBe(0);
  await must(platform.give(XIAN.officer, 'withdraw-from-negotiation', { negotiation, basis: digestOf('不想听'), reason: '-' }));
  expect(about(await told(BAYANNUR.head), negotiation)).toEqual(['NegotiationWithdrawn']);
});

test('TM-7 pages go back without a gap, and a restart tells nothing twice', async () => {
  const all = await told(XIAN.head);
  const first = noticesAnswer.parse((await asking.get(XIAN.head, '/api/notices?limit=3')).json());
  const second = noticesAnswer.parse((await asking.get(XIAN.head, `/api/notices?limit=3&before=${first.next}`)).json());
  expect([...first.notices, ...second.notices].map(({ id }) => id)).toEqual(all.slice(0, 6).map(({ id }) => id));
  // As after a crash before the position was noted: every event is handed over again.
  platform.platform.vault.setNote('processes/position', '0');
  await platform.reopen();
  await platform.settled();
  expect((await told(XIAN.head)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
});

test('TM-7 LV-3 a page is told at once that there is something, and whoever it is not for hears nothing', async () => {
  const origin = await platform.platform.listen();
  const heard: string[] = [];
  const sockets = await Promise.all(
    [BAYANNUR.officer, XIAN.officer, STRANGER].map(async (who) => {
      const { signInName, password } = platform.account(who);
      const answer = await fetch(`${origin}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ signInName, password }),
      });
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const socket = io(origin, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie, origin } });
      socket.on('noticed', () => heard.push(who));
      await new Promise((done) => socket.on('connect', () => socket.emit('join', { protocol: LIVE_PROTOCOL, topics: [] }, done)));
      return socket;
    }),
  );
  // What was told before is nothing new.
  await confirmed(platform, '铃');
  await expect.poll(() => new Set(heard), { timeout: 10_000 }).toEqual(new Set([BAYANNUR.officer, XIAN.officer]));
  for (const socket of sockets) socket.disconnect();
});
