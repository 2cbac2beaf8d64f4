import { actions } from '@lianyu/contract';
import { type CommandId, commandId, type NegotiationId, organisationId } from '@lianyu/domain/kernel';
import type { DelegationScope } from '@lianyu/domain/organisations';
import { negotiationPage } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, clear, confirmed, must, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const ADMIN = 'coordination-office.admin-one';
const organisation = organisationId.parse('xian-etdz');
const document = { documentNumber: '授权〔2026〕8号', issuedBy: '西安经济技术开发区管理委员会', from: '2026-06-01', until: '2026-06-30' };

beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

const memberOf = async (signInName: string) => (await platform.principal(signInName)).member;
const password = (signInName: string) => platform.account(signInName).password;

/** The head lets the officer sign until a day, and an administrator approves it. */
async function delegated(scope: DelegationScope, until = '2026-06-10'): Promise<CommandId> {
  const asked = { organisation, delegate: await memberOf(XIAN.officer), role: 'signatory', from: '2026-06-01', until, scope, document };
  const id = commandId.parse(crypto.randomUUID());
  await must(platform.give(XIAN.head, 'request-delegation', asked as never, id));
  await must(platform.give(ADMIN, 'approve-delegation', { organisation, delegation: id }));
  return id;
}

async function ready(words: string): Promise<NegotiationId> {
  const negotiation = await confirmed(platform, words);
  await clear(platform, XIAN, negotiation, digestOf(words));
  return negotiation;
}

async function cookieOf(signInName: string): Promise<string> {
  const answer = await platform.platform.http.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { signInName, password: password(signInName) },
  });
  return `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`;
}

async function told(signInName: string, negotiation: NegotiationId, command: string) {
  const answer = await platform.platform.http.inject({
    url: `/api/agreements/${negotiation}/actions`,
    headers: { 'sec-fetch-site': 'same-origin', cookie: await cookieOf(signInName) },
  });
  return actions.parse(answer.json()).actions.find((each) => each.command === command);
}

const signing = (signInName: string, negotiation: NegotiationId, words: string) =>
  platform.give(signInName, 'give-signature', { negotiation, basis: digestOf(words), password: password(signInName) });

test('AZ-5 AZ-3.2 a delegate signs in the one agreement it is for, both are named, and neither seals', async () => {
  const [words, elsewhere] = ['受托签署', '另一份'];
  const negotiation = await ready(words);
  const other = await ready(elsewhere);
  const delegation = await delegated({ kind: 'agreement', agreement: negotiation });
  const head = await memberOf(XIAN.head);

  expect(await told(XIAN.officer, negotiation, 'give-signature')).toEqual({
    command: 'give-signature',
    allowed: true,
    onBehalfOf: head,
    missing: [],
  });
  expect(await signing(XIAN.officer, other, elsewhere)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  await must(signing(XIAN.officer, negotiation, words));

  const signed = (await platform.log()).findLast(({ event }) => event.type === 'SignatureGiven');
  expect(signed?.metadata.actor).toMatchObject({ member: await memberOf(XIAN.officer), capacity: 'signatory', onBehalfOf: head });
  expect(signed?.event.data).toMatchObject({ authority: document, signatory: { name: '演示经办人', onBehalfOf: { name: '演示负责人' } } });
  const [page] = (await platform.documentsOf(BAYANNUR.officer, `agreement/${negotiation}`)).filter(({ kind }) => kind === 'negotiation');
  expect(negotiationPage.parse(page?.body).parties.find((party) => party.organisation === organisation)?.signed).toMatchObject({
    name: '演示经办人',
    onBehalfOf: { name: '演示负责人', office: '负责人' },
    authority: { documentNumber: document.documentNumber },
  });

  // Who signed for another does not seal, and the refusal leaves nothing behind.
  const before = (await platform.log()).length;
  const sealing = { negotiation, basis: digestOf(words), password: password(XIAN.officer) };
  expect(await platform.give(XIAN.officer, 'affix-seal', sealing)).toMatchObject({ ok: false, code: 'DUTIES_NOT_SEPARATE' });
  expect((await platform.log()).length).toBe(before);
  expect((await told(XIAN.officer, negotiation, 'affix-seal'))?.missing).toMatchObject([{ code: 'DUTIES_NOT_SEPARATE' }]);
  await must(platform.give(XIAN.head, 'withdraw-delegation', { organisation, delegation, reason: '返岗' }));
});

test('AZ-3.2 what a principal did through a delegate counts as the principal’s own, across streams', async () => {
  const words = '用印分离';
  const negotiation = await confirmed(platform, words);
  const asked = {
    organisation,
    delegate: await memberOf(XIAN.head),
    role: 'drafter',
    from: '2026-06-01',
    until: '2026-06-10',
    scope: { kind: 'agreement', agreement: negotiation },
    document,
  };
  const id = commandId.parse(crypto.randomUUID());
  await must(platform.give(XIAN.officer, 'request-delegation', asked as never, id));
  await must(platform.give(ADMIN, 'approve-delegation', { organisation, delegation: id }));
  // The head consults the departments for the officer, and with that has acted as drafter: the legal review is another's.
  const basis = digestOf(words);
  await must(
    platform.give(XIAN.head, 'pass-clearance-step', { negotiation, basis, record: { step: 'consultation', departments: ['财政局'], note: '' } }),
  );
  const review = { step: 'legal-review', opinionNumber: '1号', note: '' } as const;
  expect(await platform.give(XIAN.head, 'pass-clearance-step', { negotiation, basis, record: review })).toMatchObject({
    ok: false,
    code: 'DUTIES_NOT_SEPARATE',
    data: { first: 'drafter', second: 'legal-reviewer' },
  });
  const assumed = (await platform.log()).filter(({ event }) => event.type === 'DutyAssumed' && event.data.matter === negotiation);
  expect(assumed.map(({ event }) => event.type === 'DutyAssumed' && [event.data.member, event.data.duty])).toEqual(
    expect.arrayContaining([
      [await memberOf(XIAN.head), 'drafter'],
      [await memberOf(XIAN.officer), 'drafter'],
    ]),
  );
});

test('AZ-5 LV-6 it ends by its date without an event, connections are judged anew when it begins or is taken back', async () => {
  const officer = await memberOf(XIAN.officer);
  const revoked = () => platform.platform.vault.revocations(0).filter(({ member }) => member === officer).length;
  const before = revoked();
  const delegation = await delegated({ kind: 'all' }, '2026-06-10');
  expect(revoked()).toBe(before + 1);
  const { directory } = platform.platform;
  expect(await directory.nextChange(officer, '2026-06-01' as never)).toBe('2026-06-11');
  expect((await platform.principal(XIAN.officer)).delegations).toMatchObject([{ role: 'signatory' }]);

  platform.at('2026-06-10T15:59:00.000Z');
  expect((await platform.principal(XIAN.officer)).delegations).toHaveLength(1);
  platform.at('2026-06-10T16:00:00.000Z'); // midnight in Beijing
  expect((await platform.principal(XIAN.officer)).delegations).toEqual([]);
  platform.at('2026-06-02T02:00:00.000Z');
  await must(platform.give(ADMIN, 'revoke-delegation', { organisation, delegation, reason: '-' }));
  expect(revoked()).toBe(before + 2);
  expect((await platform.principal(XIAN.officer)).delegations).toEqual([]);
});

test('AZ-5 with the principal’s role goes what was delegated of it', async () => {
  await delegated({ kind: 'all' }, '2026-06-20');
  const officer = await memberOf(XIAN.officer);
  const revoked = () => platform.platform.vault.revocations(0).filter(({ member }) => member === officer).length;
  const before = revoked();
  await must(platform.give(ADMIN, 'revoke-role', { organisation, member: await memberOf(XIAN.head), role: 'signatory', reason: '调离' }));
  expect(revoked()).toBe(before + 1);
  expect((await platform.principal(XIAN.officer)).delegations).toEqual([]);
});

test('AZ-6 a signatory without a document that holds today is told so, and does not sign', async () => {
  const words = '无授权';
  const zone = organisationId.parse('bayannur-etdz');
  const negotiation = await confirmed(platform, words);
  await clear(platform, BAYANNUR, negotiation, digestOf(words));
  const [own] = (await platform.platform.directory.organisation(zone)).authorities.keys();
  await must(platform.give(ADMIN, 'withdraw-signing-authority', { organisation: zone, authority: own as CommandId, reason: '任职期满' }));
  expect((await told(BAYANNUR.head, negotiation, 'give-signature'))?.missing).toMatchObject([{ code: 'SIGNING_AUTHORITY_MISSING' }]);
  expect(await signing(BAYANNUR.head, negotiation, words)).toMatchObject({ ok: false, code: 'SIGNING_AUTHORITY_MISSING' });

  const member = await memberOf(BAYANNUR.head);
  const letter = { documentNumber: '授权9号', issuedBy: '管委会', from: '2026-06-01', until: '2026-06-01' } as never;
  await must(platform.give(ADMIN, 'record-signing-authority', { organisation: zone, member, basis: 'authorisation', document: letter }));
  expect(await signing(BAYANNUR.head, negotiation, words)).toMatchObject({ ok: false, code: 'SIGNING_AUTHORITY_NOT_VALID' });
  platform.at('2026-06-01T08:00:00.000Z');
  await must(signing(BAYANNUR.head, negotiation, words));
});
