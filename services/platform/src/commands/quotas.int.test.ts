import { randomUUID } from 'node:crypto';
import { isQuotaEvent } from '@lianyu/domain/events';
import { type CommandId, calendarDate, fold, organisationId, streamOf } from '@lianyu/domain/kernel';
import { ledgerKey, quotaDecider, together } from '@lianyu/domain/resources';
import { type QuotaEntry, type QuotaLedger, quotaEntry, quotaLedger } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestPlatform } from '../platform.fixtures.ts';
import { must } from '../walk.fixtures.ts';
import { readWhole } from './read.ts';

const platform = new TestPlatform();
const ledgerOf = (zone: string, resource: 'land' | 'carbon' = 'land') => ({ zone: organisationId.parse(zone), year: 2026, resource });
const ours = ledgerOf('bayannur-etdz');
const theirs = ledgerOf('xian-etdz');
const on = calendarDate.parse('2026-05-20');
const basis = { issuedBy: '自治区自然资源厅', documentNumber: '内自然资〔2026〕12号' };
const OFFICER = 'bayannur-etdz.officer';
const HEAD = 'bayannur-etdz.head';

beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

async function stateOf(ledger: ReturnType<typeof ledgerOf>) {
  const { events } = await readWhole(platform.platform.store, streamOf.quota(ledgerKey(ledger)));
  return fold(quotaDecider, events.filter(isQuotaEvent));
}

async function documents<Body>(signInName: string, topic: string, kind: string, parse: (body: unknown) => Body): Promise<Body[]> {
  const found = await platform.documentsOf(signInName, topic);
  return found.filter((one) => one.kind === kind).map(({ body }) => parse(body));
}

test('RS-2 RS-5 CM-3 forty who reserve at once get what there is and not a mu more; each command counts once, sent twice', async () => {
  const carbon = ledgerOf('bayannur-etdz', 'carbon');
  await must(platform.give(OFFICER, 'allot-quota', { ...carbon, amount: '100000', pool: 'listed', on, basis, note: '' }));
  const reserve = (commandId: string) =>
    platform.give(OFFICER, 'reserve-quota', { ...carbon, amount: '30000', pool: 'listed', purpose: '项目' }, commandId);
  const ids = Array.from({ length: 20 }, () => randomUUID());
  const answers = await Promise.all([...ids, ...ids].map(reserve));
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
  const { pools } = await stateOf(carbon);
  expect(pools.listed).toMatchObject({ available: 10000n, reserved: 90000n });
  expect(codes.filter((code) => code !== 'ok').every((code) => ['QUOTA_EXCEEDED', 'CONFLICT'].includes(code))).toBe(true);
  expect(codes).toContain('QUOTA_EXCEEDED');
});

test('RS-3 EV-7 a transfer arrives by itself, is answered, and is conserved at every moment, also when the server stops in between', async () => {
  const given = await must(platform.give(OFFICER, 'allot-quota', { ...ours, amount: '5000000', pool: 'ordinary', on, basis, note: '年度下达' }));
  expect(given.subject).toBe('bayannur-etdz.2026.land');
  const kept = async () => {
    const all = together([await stateOf(ours), await stateOf(theirs)]);
    expect(all.held + all.inTransit).toBe(all.allotted);
    return all;
  };
  const transfer = randomUUID() as CommandId;
  await must(
    platform.give(HEAD, 'send-quota', { ...ours, amount: '1500000', pool: 'ordinary', to: theirs.zone, words: '共建园区用地指标' }, transfer),
  );
  expect((await kept()).inTransit).toBe(1500000n);
  expect((await stateOf(theirs)).transfers.get(transfer)).toMatchObject({ phase: 'arrived', direction: 'in' });
  await platform.reopen();
  expect(await platform.give('xian-etdz.officer', 'accept-quota', { ...theirs, transfer })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  await must(platform.give('xian-etdz.head', 'accept-quota', { ...theirs, transfer }));
  expect(await kept()).toMatchObject({ inTransit: 0n, held: 5000000n });
  expect((await stateOf(ours)).transfers.get(transfer)).toMatchObject({ phase: 'completed' });
  const back = randomUUID() as CommandId;
  const returning = { ...theirs, amount: '500000', pool: 'ordinary' as const, to: ours.zone, returns: transfer, words: '未用部分退回' };
  await must(platform.give('xian-etdz.head', 'send-quota', returning, back));
  await must(platform.give(HEAD, 'decline-quota', { ...ours, transfer: back, reason: '年内不再调整' }));
  expect(await kept()).toMatchObject({ inTransit: 0n });
  expect((await stateOf(theirs)).pools.ordinary.available).toBe(1500000n);
});

test('RS-4 MN-3 every balance explains itself: it is the sum of entries, each with its event; the partner reads nothing of it', async () => {
  const reservation = randomUUID() as CommandId;
  await must(platform.give(OFFICER, 'reserve-quota', { ...ours, amount: '2000000', pool: 'ordinary', purpose: '生物医药产业园一期' }, reservation));
  await must(platform.give(OFFICER, 'use-quota', { ...ours, amount: '1200000', reservation, on, evidence: basis }));
  await must(platform.give(OFFICER, 'return-used-quota', { ...ours, amount: '200000', reservation, on, reason: '核减' }));
  await must(platform.give(OFFICER, 'release-quota', { ...ours, amount: '800000', reservation, reason: '二期另行安排' }));
  await must(platform.give(OFFICER, 'reclaim-quota', { ...ours, amount: '100000', pool: 'ordinary', on, basis, reason: '年中调减' }));
  const isOurs = ({ zone, resource }: Pick<QuotaLedger, 'zone' | 'resource'>) => zone === ours.zone && resource === 'land';
  const [ledger] = (await documents(OFFICER, 'quotas', 'quota-ledger', (body) => quotaLedger.parse(body))).filter(isOurs);
  const entries = (await documents(OFFICER, `quota/${ledgerKey(ours)}`, 'quota-entry', (body) => quotaEntry.parse(body))).filter(isOurs);
  const sum = (account: QuotaEntry['from']) =>
    entries.reduce((all, { from, to, amount }) => all + (to === account ? BigInt(amount) : 0n) - (from === account ? BigInt(amount) : 0n), 0n);
  for (const account of ['available', 'reserved', 'used', 'inTransit', 'partners'] as const)
    expect(ledger?.pools.ordinary[account]).toBe(sum(account).toString());
  const { events } = await readWhole(platform.platform.store, streamOf.quota(ledgerKey(ours)));
  expect(new Set(entries.map(({ event }) => event))).toEqual(new Set(events.map(({ id }) => id)));
  const seen = await documents('xian-etdz.officer', `quota/${ledgerKey(ours)}`, 'quota-entry', (body) => quotaEntry.parse(body));
  expect(seen.filter(isOurs)).toEqual([]);
  const office = (
    await documents('coordination-office.coordinator', `quota/${ledgerKey(ours)}`, 'quota-entry', (body) => quotaEntry.parse(body))
  ).filter(isOurs);
  expect(office).toHaveLength(entries.length);
  expect(office.some(({ member }) => member !== undefined)).toBe(false);
});

test('RS-6 IO-4 an import of allotments says of each row what becomes of it, and goes in whole, each row into its ledger', async () => {
  const text =
    '开发区,年度,资源,下达方式,数量（亩）,下达日期,下达单位,文号\n' +
    '呼和浩特经开区,2026,用地,常规,800,2026-05-01,自治区自然资源厅,内自然资〔2026〕12号\n' +
    '呼和浩特经开区,2026,用地,单列,120.5,2026-05-01,自治区自然资源厅,内自然资〔2026〕13号\n' +
    '西安经开区,2026,用地,常规,100,2026-05-01,自治区自然资源厅,内自然资〔2026〕14号\n' +
    '呼和浩特经开区,2026,用能,常规,900,2026-05-01,自治区发展改革委,1号\n' +
    '呼和浩特经开区,2026,用地,常规,1,2026-05-01,自治区自然资源厅,内自然资〔2026〕12号\n';
  const OFFICE = 'coordination-office.coordinator';
  const digest = await platform.platform.vault.keepFile(
    new TextEncoder().encode(text),
    organisationId.parse('coordination-office'),
    'text/plain; charset=utf-8',
    platform.platform.clock.now(),
  );
  const document = { digest, name: '2026年指标.csv' };
  const refused = await platform.give(OFFICE, 'import-quotas', { document, skip: [] });
  expect(refused).toMatchObject({ ok: false, code: 'IMPORT_ROWS_REFUSED', data: { lines: ['4', '5', '6'], count: 3 } });
  await must(platform.give(OFFICE, 'import-quotas', { document, skip: [4, 5, 6] }));
  expect((await stateOf(ledgerOf('hohhot-etdz'))).pools).toMatchObject({ ordinary: { available: 8000000n }, listed: { available: 1205000n } });
});
