import { people } from '@lianyu/contract';
import { type CommandId, commandId, organisationId } from '@lianyu/domain/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { content, digestOf, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, must, tabled, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const [ONE, TWO] = ['coordination-office.admin-one', 'coordination-office.admin-two'];
const [home, host] = [organisationId.parse('xian-etdz'), organisationId.parse('bayannur-etdz')];
const document = { documentNumber: '组干〔2026〕3号', issuedBy: '组织部', from: '2026-06-01', until: '2026-12-31' } as never;

beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

const id = (): CommandId => commandId.parse(crypto.randomUUID());

test('AZ-7 AZ-3.2 a seconded person acts for the organisation that receives, and not where they have acted for the other', async () => {
  const { member } = await platform.principal(XIAN.officer);
  const words = '挂职前所提';
  const before = await tabled(platform, words);
  const secondment = id();
  const asked = { organisation: home, member, host, from: '2026-06-02', until: '2026-06-30', document } as never;
  await must(platform.give(ONE, 'request-secondment', asked, secondment));
  expect(await platform.give(ONE, 'accept-secondment', { organisation: home, secondment })).toMatchObject({ code: 'SECONDMENT_NEEDS_SECOND_PERSON' });
  await must(platform.give(TWO, 'accept-secondment', { organisation: home, secondment }));
  const { directory, vault } = platform.platform;
  expect(vault.revocations(0).at(-1)?.member).toBe(member);
  expect(await directory.nextChange(member, '2026-06-01' as never)).toBe('2026-06-02');
  expect((await platform.principal(XIAN.officer)).organisation).toBe(home);

  platform.at('2026-06-02T02:00:00.000Z');
  expect(await platform.principal(XIAN.officer)).toMatchObject({ organisation: host, secondedFrom: home, roles: [] });
  const grant = id();
  await must(platform.give(ONE, 'request-role-grant', { organisation: host, member, role: 'drafter', from: '2026-06-02' as never }, grant));
  await must(platform.give(TWO, 'approve-role-grant', { organisation: host, request: grant }));

  // Where they tabled for Xi'an they do not confirm for Bayannur.
  expect(await platform.give(XIAN.officer, 'confirm-text', { negotiation: before, basis: digestOf(words) })).toMatchObject({
    ok: false,
    code: 'ACTS_FOR_ANOTHER_PARTY',
    data: { party: home },
  });
  // Elsewhere they act for Bayannur, and the record says where they come from.
  const tabling = await must(platform.give(XIAN.officer, 'table-proposal', { content: content('挂职后所提'), note: '' }));
  const event = (await platform.log()).findLast(({ event: { type } }) => type === 'ProposalTabled');
  expect(event?.event.data).toMatchObject({ party: host, negotiation: tabling.subject });
  expect(event?.metadata.actor).toMatchObject({ member, organisation: host, secondedFrom: home });

  // Their name is told to the colleagues for the time being.
  const { signInName, password } = platform.account(BAYANNUR.head);
  const { http } = platform.platform;
  const headers = { 'sec-fetch-site': 'same-origin' };
  const session = await http.inject({ method: 'POST', url: '/api/session', headers, payload: { signInName, password } });
  const cookie = `${session.cookies[0]?.name}=${session.cookies[0]?.value}`;
  const answer = await http.inject({ url: `/api/members?ids=${member}`, headers: { ...headers, cookie } });
  expect(people.parse(answer.json()).people).toMatchObject([{ member, secondedFrom: home }]);

  platform.at('2026-07-01T02:00:00.000Z');
  const back = await platform.principal(XIAN.officer);
  expect(back.organisation).toBe(home);
  expect(back.secondedFrom).toBeUndefined();
  expect(back.roles).toContain('drafter');
  expect(await platform.give(XIAN.officer, 'confirm-text', { negotiation: tabling.subject as never, basis: digestOf('挂职后所提') })).toMatchObject({
    code: 'ACTS_FOR_ANOTHER_PARTY',
  });
});

test('AZ-7 it ends early, and with it what was granted there', async () => {
  const { member } = await platform.principal(XIAN.head);
  const secondment = id();
  const asked = { organisation: home, member, host, from: '2026-07-01', until: '2026-07-31', document } as never;
  await must(platform.give(ONE, 'request-secondment', asked, secondment));
  await must(platform.give(TWO, 'accept-secondment', { organisation: home, secondment }));
  expect((await platform.principal(XIAN.head)).organisation).toBe(host);
  await must(platform.give(ONE, 'end-secondment', { organisation: home, secondment, reason: '召回' }));
  expect(await platform.principal(XIAN.head)).toMatchObject({ organisation: home });
  const missing = { organisation: home, member, host: organisationId.parse('no-such'), from: '2026-08-01', until: '2026-08-31', document } as never;
  expect(await platform.give(ONE, 'request-secondment', missing)).toMatchObject({ code: 'ORGANISATION_UNKNOWN' });
});
