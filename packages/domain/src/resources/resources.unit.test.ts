import { expect, test } from 'vitest';
import { day, given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type CommandId, fold, isRefusal } from '../kernel/index.ts';
import { availableInQuota, held, type LedgerId, type QuotaCommand, type QuotaEvent, quotaDecider, toPartner } from './index.ts';

const zone = person('bayannur-etdz', 'officer');
const ledger: LedgerId = { zone: org('bayannur-etdz'), year: 2026, resource: 'land' };
const today = day('2026-03-01');
const basis = { issuedBy: '自治区自然资源厅', documentNumber: '内自然资〔2026〕12号' };
const id = (digit: number) => `${digit}`.repeat(8).concat('-0000-4000-8000-000000000000') as CommandId;

/** A ledger after these commands, each of which must have been carried out. */
function after(...commands: readonly QuotaCommand[]) {
  const history: ReturnType<typeof recordedBy<QuotaEvent>>[] = [];
  for (const command of commands) {
    const decision = quotaDecider.decide(command, fold(quotaDecider, history));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.code} ${JSON.stringify(decision.data)}`);
    for (const event of decision) history.push(recordedBy(event, zone, history.length));
  }
  return history;
}
const balances = (...commands: readonly QuotaCommand[]) => fold(quotaDecider, after(...commands)).pools.ordinary;

const allotted: QuotaCommand = {
  type: 'allot-quota',
  ledger,
  today,
  allotments: [{ pool: 'ordinary', amount: '5000000', on: today, basis, note: '' }],
};
const reserved: QuotaCommand = {
  type: 'reserve-quota',
  ledger,
  amount: '3000000',
  reservation: id(1),
  pool: 'ordinary',
  purpose: '生物医药产业园一期',
  today,
};
const used: QuotaCommand = { type: 'use-quota', ledger, amount: '2000000', reservation: id(1), on: today, evidence: basis, today };
const sent: QuotaCommand = {
  type: 'send-quota',
  ledger,
  amount: '1500000',
  transfer: id(2),
  pool: 'ordinary',
  to: org('xian-etdz'),
  words: '',
  today,
};

test('RS-1 every entry goes from one account to another, and all accounts sum to zero', () => {
  const accounts = balances(allotted, reserved, used, sent);
  expect(accounts).toEqual({ authority: -5000000n, available: 500000n, reserved: 1000000n, used: 2000000n, inTransit: 1500000n, partners: 0n });
  expect(Object.values(accounts).reduce((sum, each) => sum + each, 0n)).toBe(0n);
  const back: QuotaCommand = { type: 'return-used-quota', ledger, amount: '500000', reservation: id(1), on: today, reason: '核减', today };
  const released: QuotaCommand = { type: 'release-quota', ledger, amount: '1000000', reservation: id(1), reason: '项目终止' };
  expect(balances(allotted, reserved, used, back, released)).toMatchObject({ available: 3500000n, reserved: 0n, used: 1500000n });
});

test('RS-2 more than there is is refused with the figures: what is there, what was asked, what is missing', () => {
  given(quotaDecider, after(allotted, reserved))
    .when({ ...reserved, amount: '2000001', reservation: id(3) })
    .refuses('QUOTA_EXCEEDED', {
      account: 'available',
      pool: 'ordinary',
      there: '2000000',
      asked: '2000001',
      missing: '1',
      unit: 'mu',
    });
  given(quotaDecider, after(allotted, reserved))
    .when({ ...sent, amount: '2000001' })
    .refuses('QUOTA_EXCEEDED');
  given(quotaDecider, after(allotted, reserved))
    .when({ ...used, amount: '3000001' })
    .refuses('QUOTA_EXCEEDED', { account: 'reserved', missing: '1' });
  given(quotaDecider, after(allotted, reserved))
    .when({ ...used, reservation: id(9) })
    .refuses('QUOTA_RESERVATION_UNKNOWN');
  given(quotaDecider, after(allotted))
    .when({ ...used, on: day('2026-03-02') })
    .refuses('QUOTA_RESERVATION_UNKNOWN');
  given(quotaDecider, after(allotted, reserved))
    .when({ ...used, on: day('2026-03-02') })
    .refuses('QUOTA_NOT_YET');
  const reclaimed: QuotaCommand = { type: 'reclaim-quota', ledger, pool: 'ordinary', amount: '2000001', on: today, basis, reason: '年中调减', today };
  given(quotaDecider, after(allotted, reserved)).when(reclaimed).refuses('QUOTA_EXCEEDED', { there: '2000000' });
});

test('RS-2 what is listed separately is a pool of its own: neither fills the other', () => {
  given(quotaDecider, after(allotted))
    .when({ ...reserved, pool: 'listed', amount: '1' })
    .refuses('QUOTA_EXCEEDED', { pool: 'listed', there: '0' });
});

test('RS-3 a transfer is the partner’s when the partner accepts it, and comes back when it does not', () => {
  const theirs: LedgerId = { ...ledger, zone: org('xian-etdz') };
  const [event] = after(allotted, sent).slice(-1);
  const arriving = toPartner(event!.event)!;
  expect(arriving).toMatchObject({ type: 'receive-transfer', ledger: theirs, amount: '1500000', from: 'bayannur-etdz' });
  const accepting: QuotaCommand = { type: 'accept-quota', ledger: theirs, transfer: id(2), today };
  expect(balances(arriving)).toMatchObject({ available: 0n });
  expect(balances(arriving, accepting)).toMatchObject({ available: 1500000n, partners: -1500000n });
  const completing = toPartner(after(arriving, accepting).at(-1)!.event)!;
  expect(balances(allotted, sent, completing)).toMatchObject({ available: 3500000n, inTransit: 0n, partners: 1500000n });
  const declining: QuotaCommand = { type: 'decline-quota', ledger: theirs, transfer: id(2), reason: '本年度不需要' };
  const back = toPartner(after(arriving, declining).at(-1)!.event)!;
  expect(balances(allotted, sent, back)).toMatchObject({ available: 5000000n, inTransit: 0n });
  given(quotaDecider, after(arriving, accepting)).when(declining).refuses('QUOTA_TRANSFER_ANSWERED', { phase: 'accepted' });
  given(quotaDecider, after(arriving)).when(arriving).refuses('QUOTA_TRANSFER_KNOWN');
  given(quotaDecider, after(allotted))
    .when({ ...sent, to: ledger.zone })
    .refuses('QUOTA_TO_ONESELF');
});

test('RS-3 what is given back is no more than what came by that transfer', () => {
  const theirs: LedgerId = { ...ledger, zone: org('xian-etdz') };
  const come = after(toPartner(after(allotted, sent).at(-1)!.event)!, { type: 'accept-quota', ledger: theirs, transfer: id(2), today });
  const back: QuotaCommand = {
    type: 'send-quota',
    ledger: theirs,
    amount: '1000000',
    transfer: id(4),
    pool: 'ordinary',
    to: ledger.zone,
    returns: id(2),
    words: '',
    today,
  };
  given(quotaDecider, come).when(back).yields('QuotaTransferDispatched');
  const once = [
    ...come,
    ...after(allotted).map(({ event }) => recordedBy({ ...event, data: { ...event.data, zone: theirs.zone } } as QuotaEvent, zone)),
  ];
  const again = quotaDecider.decide(back, fold(quotaDecider, once));
  const twice = [...once, ...(isRefusal(again) ? [] : again.map((event) => recordedBy(event, zone)))];
  given(quotaDecider, twice)
    .when({ ...back, transfer: id(5) })
    .refuses('QUOTA_EXCEEDED', { account: 'received', there: '500000' });
});

test('RS-4 AZ-4 what may be done is what the ledger allows: open reservations, transfers that wait for a word', () => {
  const told = (history: readonly QuotaCommand[]) =>
    availableInQuota(fold(quotaDecider, after(...history)))
      .filter(({ missing }) => missing.length === 0)
      .map(({ command }) => command);
  expect(told([])).toEqual(['allot-quota']);
  expect(told([allotted, reserved, used])).toEqual([
    'allot-quota',
    'reclaim-quota',
    'reserve-quota',
    'send-quota',
    'use-quota',
    'release-quota',
    'return-used-quota',
  ]);
  expect(held).not.toContain('authority');
});
