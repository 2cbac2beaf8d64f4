import { expect, test } from 'vitest';
import { day, given } from '../../kernel/given.fixtures.ts';
import { type Actor, type Digest, fold, type Person } from '../../kernel/index.ts';
import { account, BAYANNUR, computed, DALIAN, historyOf, people, process, quarter, rules, TODAY, XIAN } from '../settlement.fixtures.ts';
import { type AccountCommand, type AccountState, accountDecider, pairsOf, totalsOf, type Voucher } from './index.ts';

const { xianOfficer, xianReviewer, bayannurOfficer, bayannurReviewer, stranger } = people;
type Step = readonly [AccountCommand, Actor];
const open = (parties = [XIAN, BAYANNUR]): Step => [
  {
    type: 'open-settlement',
    account,
    parties,
    readers: [XIAN, BAYANNUR],
    number: 'LY-2026-000001',
    title: { zh: '协议', en: '' },
    heading: { zh: '利益共享', en: '' },
    next: undefined,
  },
  process,
];
const propose = (n: number, what = computed(n), actor = bayannurOfficer, today = TODAY): Step => [
  { type: 'propose-statement', actor, period: quarter(n).from, basis: what.basis, computed: what, today, rules, note: '' },
  actor,
];
const confirm = (n: number, actor: Person, what = computed(n)): Step => [
  { type: 'confirm-statement', actor, period: quarter(n).from, basis: what.digest, rules, reporters: [] },
  actor,
];
const dispute = (n: number, claimed: string, actor = xianReviewer, line = 0): Step => [
  {
    type: 'dispute-statement',
    actor,
    period: quarter(n).from,
    basis: computed(n).digest,
    rules,
    reporters: [],
    disputes: [{ subject: 'money', line, claimed, reason: '漏计三月税款', documents: [] }],
  },
  actor,
];
const resolution = (amount: string, by: 'parties' | 'joint-committee' | 'body' = 'parties', actor = bayannurOfficer): Step => [
  {
    type: 'propose-resolution',
    actor,
    dispute: 1,
    amount,
    by,
    effect: 'stands',
    basis: { text: '会商纪要', documents: [], resolvedOn: TODAY },
    rules,
  },
  actor,
];
const agree = (matter: number, actor: Person, sharingEnded = false): Step => [{ type: 'agree-to-matter', actor, matter, sharingEnded, rules }, actor];
const voucher: Voucher = { number: '拨付〔2026〕1号', on: day('2026-04-15'), document: { digest: 'b'.repeat(64) as Digest, name: '拨款单.pdf' } };
const pay = (amount: string, actor = bayannurOfficer, to = XIAN): Step => [
  { type: 'record-payment', actor, to, amount, voucher, today: TODAY, rules },
  actor,
];
const hop = (payment: number, index: number, actor: Person = bayannurOfficer): Step => [
  { type: 'record-payment-hop', actor, payment, hop: index, voucher, today: TODAY },
  actor,
];
const got = (payment: number, index: number, actor: Person = xianReviewer): Step => [
  { type: 'confirm-payment-hop', actor, payment, hop: index },
  actor,
];
const received = (payment: number): Step[] => [got(payment, 0), hop(payment, 1), got(payment, 1)];
const settled = (n: number): Step[] => [propose(n), confirm(n, bayannurReviewer), confirm(n, xianReviewer)];
const history = (...steps: readonly Step[]) => historyOf(accountDecider, steps);
const after = (...steps: readonly Step[]): AccountState => fold(accountDecider, history(...steps));
const when = (...steps: readonly Step[]) => given(accountDecider, history(...steps));
const pair = (state: AccountState, from = BAYANNUR) => {
  const found = pairsOf(state).find((each) => each.from === from);
  return found && [found.due, found.received, found.inTransit, found.held].map(String);
};

test('ST-10 a statement is proposed for the earliest open period once it is over, as it was computed for whoever proposed it', () => {
  const { basis, ...rest } = computed(0);
  when(open())
    .when(propose(0)[0])
    .then([
      {
        type: 'StatementProposed',
        data: { ...account, party: 'bayannur', ...rest, number: 1, confirmationDue: rules.confirmationDue, note: '' },
      },
    ]);
  when(open())
    .when({ ...propose(0)[0], period: quarter(1).from } as AccountCommand)
    .refuses('STATEMENT_OUT_OF_ORDER');
  when(open())
    .when(propose(0, computed(0), bayannurOfficer, day('2025-03-31'))[0])
    .refuses('PERIOD_NOT_OVER');
  when(open())
    .when({ ...propose(0)[0], basis: 'f'.repeat(64) } as AccountCommand)
    .refuses('BASIS_OUTDATED', { current: basis });
  when(open())
    .when({ ...propose(0)[0], computed: undefined } as AccountCommand)
    .refuses('NOTHING_TO_SETTLE');
  when().when(propose(0)[0]).refuses('SETTLEMENT_UNKNOWN');
  when(open())
    .when(propose(0, computed(0), stranger)[0])
    .refuses('NOT_A_PARTY');
  when(open()).when(open()[0]).refuses('SETTLEMENT_EXISTS');
});

test('ST-11 a new proposal for the same period voids the answers to the old one, and must differ', () => {
  const other = computed(0, 90_000_000n);
  when(open(), propose(0)).when(propose(0)[0]).refuses('STATEMENT_UNCHANGED');
  const state = after(open(), propose(0), confirm(0, xianReviewer), propose(0, other));
  expect(state.statements).toMatchObject([{ number: 2, phase: 'proposed', answers: [] }]);
  when(open(), propose(0), propose(0, other)).when(confirm(0, xianReviewer)[0]).refuses('BASIS_OUTDATED');
  expect(after(open(), propose(0), dispute(0, '1'), propose(0, other)).disputes).toMatchObject([{ state: 'void' }]);
  const withdraw: Step = [
    { type: 'withdraw-statement', actor: bayannurOfficer, period: quarter(0).from, basis: computed(0).digest, reason: '数据有误' },
    bayannurOfficer,
  ];
  expect(after(open(), propose(0), withdraw, propose(0)).statements).toMatchObject([{ number: 2, phase: 'proposed' }]);
  when(open(), propose(0), withdraw).when(confirm(0, xianReviewer)[0]).refuses('STATEMENT_UNKNOWN');
  when(open(), propose(0))
    .when({ ...withdraw[0], actor: xianOfficer } as AccountCommand)
    .refuses('STATEMENT_NOT_OWN');
});

test('ST-12 each party answers once, by somebody who neither proposed nor reported; the last answer adopts it and makes due', () => {
  when(open(), propose(0), confirm(0, bayannurReviewer))
    .when(confirm(0, xianReviewer)[0])
    .then([
      { type: 'StatementConfirmed', data: { ...account, party: 'xian', period: quarter(0), digest: computed(0).digest } },
      {
        type: 'StatementAdopted',
        data: {
          ...account,
          period: quarter(0),
          digest: computed(0).digest,
          obligations: [{ obligation: 1, from: 'bayannur', to: 'xian', amount: '60000000' }],
          held: [],
          paymentDue: rules.paymentDue,
        },
      },
    ]);
  when(open(), propose(0)).when(confirm(0, bayannurOfficer)[0]).refuses('DUTIES_NOT_SEPARATE');
  when(open(), propose(0))
    .when({ ...confirm(0, xianReviewer)[0], reporters: [xianReviewer.member] } as AccountCommand)
    .refuses('DUTIES_NOT_SEPARATE');
  when(open(), propose(0), confirm(0, xianReviewer)).when(confirm(0, xianReviewer)[0]).refuses('STATEMENT_ANSWERED');
  when(open(), ...settled(0))
    .when(confirm(0, xianReviewer)[0])
    .refuses('STATEMENT_ADOPTED');
  when(open(), propose(0), confirm(0, bayannurReviewer))
    .when(confirm(0, { ...xianReviewer, member: bayannurReviewer.member })[0])
    .refuses('ACTS_FOR_ANOTHER_PARTY');
  expect(after(open([XIAN, BAYANNUR, DALIAN]), propose(0), confirm(0, bayannurReviewer), confirm(0, xianReviewer)).statements[0]?.phase).toBe(
    'proposed',
  );
});

test('ST-13 of a disputed line the undisputed part is due and the disputed part is held, whoever disputes it', () => {
  const claims: readonly [string, number, Person, string[]][] = [
    ['50000000', 0, bayannurReviewer, ['50000000', '0', '0', '10000000']], // the payer holds it too high: ten are held
    ['70000000', 0, xianReviewer, ['60000000', '0', '0', '0']], // the payee wants more: all of the line is due
    ['-10', 0, bayannurReviewer, ['0', '0', '0', '60000000']], // not even the direction is agreed
    ['45000000', 1, bayannurReviewer, ['55000000', '0', '0', '5000000']], // the payer would keep five more
    ['35000000', 1, xianReviewer, ['60000000', '0', '0', '0']], // the payee holds that the payer should keep less
  ];
  for (const [claimed, line, by, expected] of claims) {
    const other = by === xianReviewer ? bayannurReviewer : xianReviewer;
    const state = after(open(), propose(0), confirm(0, other), dispute(0, claimed, by, line));
    expect([claimed, line, pair(state)]).toEqual([claimed, line, expected]);
    expect(state.statements[0]?.phase).toBe('adopted');
  }
});

test('ST-13 a dispute is about a line that is there, otherwise than it is stated, and at somebody’s cost', () => {
  const two = [open(), propose(0)];
  when(...two)
    .when(dispute(0, '1', xianReviewer, 7)[0])
    .refuses('LINE_UNKNOWN');
  when(...two)
    .when(dispute(0, '60000000')[0])
    .refuses('LINE_NOT_DISPUTED');
  const twice = dispute(0, '1')[0] as Extract<AccountCommand, { type: 'dispute-statement' }>;
  when(...two)
    .when({ ...twice, disputes: [...twice.disputes, ...twice.disputes] })
    .refuses('LINE_DISPUTED_ALREADY');
  when(open([XIAN, BAYANNUR, DALIAN]), propose(0))
    .when(twice)
    .refuses('DISPUTE_AGAINST_NOBODY');
  when(open([XIAN, BAYANNUR, DALIAN]), propose(0))
    .when({ ...twice, disputes: twice.disputes.map((each) => ({ ...each, against: BAYANNUR })) })
    .yields('StatementDisputed');
  when(...two)
    .when({ ...twice, disputes: twice.disputes.map((each) => ({ ...each, against: XIAN })) })
    .refuses('DISPUTE_AGAINST_NOBODY');
});

const held = [open(), propose(0), confirm(0, xianReviewer), dispute(0, '50000000', bayannurReviewer)];

test('ST-14 a dispute is resolved when the other parties agree to what is proposed, by whom the agreement names, with its basis', () => {
  when(...held, resolution('55000000'))
    .when(agree(1, xianReviewer)[0])
    .then([
      { type: 'MatterAgreed', data: { ...account, party: 'xian', matter: 1 } },
      {
        type: 'DisputeResolved',
        data: {
          ...account,
          dispute: 1,
          amount: '55000000',
          by: 'parties',
          effect: 'stands',
          obligations: [{ obligation: 2, from: 'bayannur', to: 'xian', amount: '5000000' }],
          paymentDue: rules.paymentDue,
        },
      },
    ]);
  const done = after(...held, resolution('55000000', 'joint-committee'), agree(1, xianReviewer));
  expect(pair(done)).toEqual(['55000000', '0', '0', '0']);
  when(...held)
    .when(resolution('1', 'body')[0])
    .refuses('RESOLVER_NOT_AGREED', { resolvedBy: 'joint-committee' });
  when(...held, resolution('1'))
    .when(agree(1, bayannurReviewer)[0])
    .refuses('MATTER_OWN');
  when(...held, resolution('1'), agree(1, xianReviewer))
    .when(resolution('2')[0])
    .refuses('DISPUTE_NOT_OPEN');
  when(open(), propose(0), dispute(0, '1')).when(resolution('1')[0]).refuses('STATEMENT_NOT_ADOPTED');
  // A line resolved at less than was undisputed flows back.
  expect(pair(after(...held, resolution('45000000'), agree(1, xianReviewer)), XIAN)).toEqual(['5000000', '0', '0', '0']);
});

test('ST-14 a proposal may be rejected, replaced, and the dispute be let go by who raised it', () => {
  const reject: Step = [{ type: 'reject-matter', actor: xianOfficer, matter: 1, reason: '证据不足' }, xianOfficer];
  expect(after(...held, resolution('1'), reject).matters).toMatchObject([{ state: 'rejected' }]);
  when(...held, resolution('1'), reject)
    .when(agree(1, xianReviewer)[0])
    .refuses('MATTER_NOT_PENDING');
  expect(after(...held, resolution('1'), resolution('2')).matters.map(({ state }) => state)).toEqual(['replaced', 'pending']);
  const drop: Step = [{ type: 'withdraw-dispute', actor: bayannurOfficer, dispute: 1, reason: '已核对一致', today: TODAY, rules }, bayannurOfficer];
  expect(pair(after(...held, drop))).toEqual(['60000000', '0', '0', '0']);
  when(...held)
    .when({ ...drop[0], actor: xianOfficer } as AccountCommand)
    .refuses('DISPUTE_NOT_OWN');
  when(...held)
    .when({ ...drop[0], dispute: 2 } as AccountCommand)
    .refuses('DISPUTE_UNKNOWN');
});

test('ST-15 money goes along the route of the terms, each hop recorded and confirmed by another party, the last by the payee', () => {
  const due = [open(), ...settled(0)];
  expect(
    history(...due, pay('60000000'), ...received(1))
      .map(({ event }) => event.type)
      .slice(-5),
  ).toEqual(['PaymentRecorded', 'PaymentHopConfirmed', 'PaymentHopRecorded', 'PaymentHopConfirmed', 'PaymentReceived']);
  when(...due, pay('1'))
    .when(hop(1, 1)[0])
    .refuses('HOP_OUT_OF_ORDER', { next: 0, step: 'confirm' });
  when(...due, pay('1'))
    .when(got(1, 1)[0])
    .refuses('HOP_OUT_OF_ORDER');
  when(...due, pay('1'))
    .when(got(1, 0, bayannurReviewer)[0])
    .refuses('PAYMENT_OWN');
  when(...due, pay('1'), got(1, 0), hop(1, 1, xianOfficer))
    .when(got(1, 1, xianReviewer)[0])
    .refuses('PAYMENT_OWN');
  when(...due, pay('1'), got(1, 0), hop(1, 1, xianOfficer))
    .when(got(1, 1, bayannurReviewer)[0])
    .yields('PaymentHopConfirmed', 'PaymentReceived');
  const reject: Step = [{ type: 'reject-payment-hop', actor: xianReviewer, payment: 1, hop: 0, reason: '凭证不清' }, xianReviewer];
  when(...due, pay('1'), reject)
    .when(got(1, 0)[0])
    .refuses('HOP_OUT_OF_ORDER', { next: 0, step: 'record' });
  when(...due, pay('1'), reject, hop(1, 0))
    .when(got(1, 0)[0])
    .yields('PaymentHopConfirmed');
  when(...due)
    .when({ ...pay('1')[0], voucher: { ...voucher, on: day('2026-04-21') } } as AccountCommand)
    .refuses('VOUCHER_NOT_YET');
  when(...due)
    .when({ ...pay('1')[0], rules: { ...rules, routes: [] } } as AccountCommand)
    .refuses('ROUTE_MISSING');
});

test('ST-16 payments may be partial, never exceed what is owed and not on its way, and pay the oldest dues first', () => {
  const due = [open(), ...settled(0)];
  expect(pair(after(...due, pay('20000000')))).toEqual(['60000000', '0', '20000000', '0']);
  when(...due, pay('20000000'))
    .when(pay('40000001')[0])
    .refuses('PAYMENT_EXCEEDS_DUE', { open: '40000000' });
  when(...due)
    .when(pay('1', xianOfficer, BAYANNUR)[0])
    .refuses('PAYMENT_EXCEEDS_DUE', { open: '0' });
  const withdraw: Step = [{ type: 'withdraw-payment', actor: bayannurOfficer, payment: 1, reason: '退票' }, bayannurOfficer];
  expect(pair(after(...due, pay('20000000'), withdraw))).toEqual(['60000000', '0', '0', '0']);
  when(...due, pay('20000000'), ...received(1))
    .when(withdraw[0])
    .refuses('PAYMENT_NOT_ON_ITS_WAY');
  const two = after(...due, ...settled(1), ...settled(2), ...settled(3), pay('70000000'), ...received(1));
  expect(totalsOf(two, 2025)).toEqual([{ from: 'bayannur', to: 'xian', due: '240000000', received: '70000000', open: '170000000', held: '0' }]);
});

const year = [0, 1, 2, 3].flatMap(settled);
const closing = (which: number, actor = bayannurOfficer): Step => [{ type: 'propose-year-closing', actor, year: which }, actor];

test('ST-17 a year is closed by all parties once all its periods are adopted, on totals that have not changed since', () => {
  when(open(), ...settled(0))
    .when(closing(2025)[0])
    .refuses('YEAR_NOT_SETTLED', { through: '2025-03-31' });
  when(open(), ...year, closing(2025))
    .when(agree(1, xianReviewer)[0])
    .yields('MatterAgreed', 'YearClosed');
  when(open(), ...year, closing(2025), pay('1'), ...received(1))
    .when(agree(1, xianReviewer)[0])
    .refuses('TOTALS_CHANGED');
  when(open(), ...year, closing(2025), agree(1, xianReviewer))
    .when(closing(2025)[0])
    .refuses('YEAR_CLOSED');
  when(open(), ...year)
    .when(closing(2024)[0])
    .refuses('YEAR_NOT_SETTLED');
});

test('ST-18 winding-up is begun by all parties; an account is closed when nothing is on the table, disputed or owed', () => {
  const wind: Step = [{ type: 'propose-winding-up', actor: bayannurOfficer, lastDay: day('2025-03-31'), reason: '协商解除' }, bayannurOfficer];
  const close: Step = [{ type: 'propose-closing', actor: bayannurOfficer, sharingEnded: true, note: '' }, bayannurOfficer];
  const winding = [open(), ...settled(0), wind, agree(1, xianReviewer)];
  expect(after(...winding)).toMatchObject({ phase: 'winding-up', lastDay: '2025-03-31' });
  when(...winding)
    .when(wind[0])
    .refuses('WINDING_UP_BEGUN');
  when(...winding)
    .when(close[0])
    .refuses('SETTLEMENT_NOT_DONE', { owed: 1, disputes: 0, statement: null });
  when(...winding)
    .when({ ...close[0], sharingEnded: false } as AccountCommand)
    .refuses('SHARING_NOT_ENDED');
  const paid = [...winding, pay('60000000'), ...received(1), close];
  when(...paid)
    .when(agree(2, xianReviewer, true)[0])
    .yields('MatterAgreed', 'SettlementClosed');
  when(...paid, agree(2, xianReviewer, true))
    .when(propose(1)[0])
    .refuses('SETTLEMENT_CLOSED');
  when(...held, wind, agree(1, xianReviewer))
    .when(close[0])
    .refuses('SETTLEMENT_NOT_DONE', { disputes: 1 });
});
