import { expect, test } from 'vitest';
import { day, org } from '../../../kernel/given.fixtures.ts';
import type { Allocation, MoneyTerm, PartyShares } from '../../index.ts';
import {
  amountOf,
  anniversaryClock,
  balanceOf,
  band,
  baseOf,
  bp,
  byRatio,
  calendarClock,
  destination,
  figure,
  half,
  input,
  milestone,
  moneyTerm,
  netOf,
  noReference,
  origin,
  quotaTerm,
  settledEvery,
  shares,
  startAt,
  startOn,
  statementOf,
  statisticsTerm,
  tax,
  version,
} from '../../terms.fixtures.ts';
import { engine } from './index.ts';

const { evaluate } = engine;
const both = (statement: Parameters<typeof amountOf>[0]) => [amountOf(statement, 'origin'), amountOf(statement, 'destination')];

/** 财预〔2015〕92号: three years after full capacity, two more while the cap is not reached. */
function decree(history: readonly string[]): MoneyTerm {
  const before = { node: 'stated' as const, amounts: history.map(bp) };
  return moneyTerm({
    base: baseOf({ sources: [tax('value-added', 'local-share'), tax('enterprise-income', 'local-share'), tax('business', 'local-share')] }),
    clock: calendarClock({
      ...startAt('full-capacity'),
      all: [
        { node: 'on-milestone', milestone: 'registration-changed' },
        { node: 'on-milestone', milestone: 'full-capacity' },
      ],
      granularity: 'next-year',
    }),
    eligibility: [
      { node: 'average-at-least', history: before, amount: bp('20000000') },
      { node: 'milestone-confirmed', milestone: 'jointly-confirmed' },
    ],
    bands: [band(1, 3, byRatio(half)), band(4, 5, byRatio(half), { onlyIf: { node: 'cap-not-reached', cap: 'pre-move' } })],
    caps: [
      {
        node: 'cap',
        id: 'pre-move',
        party: origin,
        over: 'whole',
        amount: { node: 'from-history', history: before, times: ['1', '1'] },
        excessTo: destination,
        counts: 'shares',
      },
    ],
    discretionary: [
      {
        node: 'discretionary',
        name: { zh: '中央财政一次性补助', en: 'one-off central subsidy' },
        payer: { organisation: org('central-finance'), name: { zh: '中央财政', en: 'central finance' }, kind: 'finance-office' },
        payee: origin,
        when: { node: 'cap-not-reached', cap: 'pre-move' },
      },
    ],
  });
}
const moved = [
  milestone('registration-changed', '2017-03-01'),
  milestone('full-capacity', '2017-11-20'),
  milestone('jointly-confirmed', '2017-06-30'),
];
const local = (year: string, amount: string) => figure(year, amount, { measure: 'tax/value-added/local-share' });

test('SH-1 F1 财预〔2015〕92号: half each, stopped at the cap inside year 4', () => {
  const figures = [
    local('2018', '30000000.01'),
    local('2019', '45000000.00'),
    local('2020', '38000000.00'),
    local('2021', '24000000.00'),
    local('2022', '26000000.00'),
  ];
  const { statements } = evaluate(input(decree(['21350000.00', '23480500.00', '22169999.99']), figures, { milestones: moved }));
  const rows = ['2018', '2019', '2020', '2021', '2022'].map((year) => {
    const statement = statementOf(statements, year);
    return [...both(statement), balanceOf(statement, 'received', 'origin')];
  });
  expect(rows).toEqual([
    ['15000000.01', '15000000.00', '15000000.01'],
    ['22500000.00', '22500000.00', '37500000.01'],
    ['19000000.00', '19000000.00', '56500000.01'],
    ['10500499.98', '13499500.02', '67000499.99'],
    ['0.00', '26000000.00', '67000499.99'],
  ]);
});

test('SH-1 F1b 财预〔2015〕92号: below the cap after five years sharing ends, the subsidy is possible and its amount open', () => {
  const figures = ['20', '22', '24', '26', '28'].map((millions, at) => local(String(2018 + at), `${millions}000000.00`));
  const { statements } = evaluate(
    input(decree(['30000000.00', '30000000.00', '30000000.00']), [...figures, local('2023', '9000000.00')], { milestones: moved }),
  );
  const last = statementOf(statements, '2022');
  expect(balanceOf(last, 'received', 'origin')).toBe('60000000.00');
  expect(balanceOf(last, 'cap-room', 'origin')).toBe('30000000.00');
  expect(last.marks).toEqual(['ended', 'discretionary-possible']);
  expect(both(statementOf(statements, '2023'))).toEqual(['0.00', '9000000.00']);
});

test('SH-1 F1c 财预〔2015〕92号: an average one fen below 20 M yuan is not eligible, 20 M is', () => {
  const of = (third: string) =>
    statementOf(
      evaluate(input(decree(['20000000.00', '20000000.00', third]), [local('2018', '30000000.00')], { milestones: moved })).statements,
      '2018',
    );
  const below = of('19999999.97');
  expect(both(below)).toEqual(['0.00', '30000000.00']);
  expect(below.marks).toEqual(['not-eligible']);
  expect(below.derivation[0]?.steps.find(({ rule }) => rule === 'eligibility')).toMatchObject({ exact: ['5999999997', '3'], result: 'not-met' });
  expect(both(of('20000000.00'))).toEqual(['15000000.00', '15000000.00']);
});

test('SH-1 F2 淄博–石嘴山 (M2): 60:40 in years 1 to 10, 50:50 in years 11 to 50', () => {
  const term = moneyTerm({
    base: baseOf({ sources: [tax('value-added', 'local-share'), tax('enterprise-income'), tax('urban-land-use')] }),
    clock: calendarClock(startOn('2011-01-01')),
    bands: [band(1, 10, byRatio(shares({ origin: [3, 5], destination: [2, 5] }))), band(11, 50, byRatio(half))],
  });
  const figures = ['2013', '2021'].flatMap((year) => [
    local(year, '3086419.73'),
    figure(year, '5000000.00', { measure: 'tax/enterprise-income/local-retained' }),
    figure(year, '777777.77', { measure: 'tax/urban-land-use/local-retained' }),
  ]);
  const { statements } = evaluate(input([version(term, '2011-01-01')], figures));
  expect(statementOf(statements, '2013')).toMatchObject({ base: '886419750', year: 3 });
  expect(both(statementOf(statements, '2013'))).toEqual(['5318518.50', '3545679.00']);
  expect(both(statementOf(statements, '2021'))).toEqual(['4432098.75', '4432098.75']);
});

test('SH-1 F3 淄博市域飞地 (M3): outlay is repaid first, then 6:4 for 20 years', () => {
  const term = moneyTerm({
    recovery: {
      node: 'recovery',
      portion: ['1', '1'],
      claims: [{ id: 'outlay', creditor: origin, outlay: { node: 'figures', measures: ['outlay/direct-investment', 'outlay/policy-spending'] } }],
      yearsCount: 'from-period-recovered',
    },
    bands: [
      band(1, 20, byRatio(shares({ origin: [3, 5], destination: [2, 5] }))),
      band(21, undefined, byRatio(shares({ origin: [0, 1], destination: [1, 1] }))),
    ],
  });
  const figures = [
    figure('2019-06', '45000000.00', { measure: 'outlay/direct-investment', party: origin }),
    figure('2019-07', '5000000.00', { measure: 'outlay/policy-spending', party: origin }),
    figure('2020', '18000000.00'),
    figure('2021', '22500000.50'),
    figure('2022', '25000000.00'),
    figure('2041', '1000000.00'),
    figure('2042', '1000000.00'),
  ];
  const { statements } = evaluate(input(term, figures, { through: day('2042-12-31') }));
  const rows = ['2020', '2021', '2022'].map((year) => {
    const statement = statementOf(statements, year);
    return [
      amountOf(statement, 'origin', ['recovery']),
      amountOf(statement, 'origin', ['share']),
      amountOf(statement, 'destination', ['share']),
      amountOf(statement, 'origin'),
      balanceOf(statement, 'claim-open'),
    ];
  });
  expect(rows).toEqual([
    ['18000000.00', '0.00', '0.00', '18000000.00', '32000000.00'],
    ['22500000.50', '0.00', '0.00', '22500000.50', '9499999.50'],
    ['9499999.50', '9300000.30', '6200000.20', '18799999.80', '0.00'],
  ]);
  expect(statementOf(statements, '2041').year).toBe(20);
  expect(both(statementOf(statements, '2041'))).toEqual(['600000.00', '400000.00']);
  expect(both(statementOf(statements, '2042'))).toEqual(['0.00', '1000000.00']);
});

test('SH-1 F4 宁德 (M4): five years from the month of the first tax, on the clock of tax alone', () => {
  const term = moneyTerm({
    clock: anniversaryClock({ ...startOn('2000-01-01'), all: [{ node: 'first-figure' }], granularity: 'month' }),
    bands: [band(1, 5, byRatio(half))],
  });
  const figures = [
    figure('2022-08', '100.00', { effectiveOn: day('2022-08-18') }),
    figure('2027-01-01..2027-07-31', '1234567.89'),
    figure('2027-08-01..2027-12-31', '500000.00'),
  ];
  const { statements } = evaluate(input(term, figures));
  const statement = statementOf(statements, '2027');
  expect(statement.derivation.map(({ stretch }) => [stretch.from, stretch.to])).toEqual([
    ['2027-01-01', '2027-07-31'],
    ['2027-08-01', '2027-12-31'],
  ]);
  expect([amountOf(statement, 'origin', ['share']), amountOf(statement, 'destination', ['share'])]).toEqual(['617283.95', '617283.94']);
  expect(amountOf(statement, 'destination', ['retained'])).toBe('500000.00');
});

/** 高竹新区: each keeps its stock. */
const increment = (below: Extract<Allocation, { node: 'increment' }>['below']) =>
  moneyTerm({
    base: baseOf({ collectedBy: [origin, destination] }),
    bands: [
      band(1, undefined, {
        node: 'increment',
        over: 'year',
        stocks: [
          { party: origin, amount: bp('8200000.00') },
          { party: destination, amount: bp('11800000.00') },
        ],
        shares: half,
        below,
      }),
    ],
  });

test('SH-1 F5 川渝高竹新区 (M7): the stock stays, the increment is halved, below the stock as the terms say', () => {
  const of = (term: MoneyTerm, first: string, second: string) =>
    both(statementOf(evaluate(input(term, [figure('2021', first, { party: origin }), figure('2021', second)])).statements, '2021'));
  expect(of(increment({ node: 'pro-rata-to-stock' }), '11000000.01', '20500000.00')).toEqual(['13950000.01', '17550000.00']);
  expect(of(increment({ node: 'pro-rata-to-stock' }), '9000000.00', '9000000.00')).toEqual(['7380000.00', '10620000.00']);
  expect(of(increment({ node: 'same-ratio' }), '9000000.00', '9000000.00')).toEqual(['7200000.00', '10800000.00']);
  expect(of(increment({ node: 'party', party: destination }), '9000000.00', '9000000.00')).toEqual(['8200000.00', '9800000.00']);
});

/** 广元–青川; the destination is 青川, who is guaranteed. */
const guaranteed = (source: 'pool' | 'own-funds') =>
  moneyTerm({
    base: baseOf({ sources: [tax('value-added'), tax('enterprise-income')] }),
    bands: [band(1, undefined, byRatio(shares({ origin: [2, 5], destination: [3, 5] })))],
    guarantees: [
      {
        node: 'guarantee',
        id: 'floor',
        party: destination,
        amount: bp('5000000'),
        from: {
          node: 'start',
          all: [{ node: 'amount-reached', measure: 'outlay/infrastructure-aid', party: origin, amount: bp('200000000') }],
          after: { years: 1, months: 0 },
          granularity: 'day',
        },
        fundedBy: { party: origin, source },
        assessed: 'year-end',
      },
    ],
  });
const aid = [
  figure('2019', '120000000', { measure: 'outlay/infrastructure-aid', party: origin, effectiveOn: day('2019-05-01') }),
  figure('2019', '80000000', { measure: 'outlay/infrastructure-aid', party: origin, effectiveOn: day('2020-01-01') }),
];

test('SH-1 F6 广元–青川 (M11): a minimum a year after the aid is fully paid, with who funds it', () => {
  const of = (amount: string, source: 'pool' | 'own-funds') => {
    const statement = statementOf(evaluate(input(guaranteed(source), [...aid, figure('2021', amount)])).statements, '2021');
    return [
      amountOf(statement, 'destination', ['share']),
      amountOf(statement, 'destination', ['guarantee']),
      amountOf(statement, 'origin'),
      balanceOf(statement, 'guarantee-unmet'),
    ];
  };
  expect(of('7600000.00', 'own-funds')).toEqual(['4560000.00', '440000.00', '2600000.00', '0.00']);
  expect(of('4000000.00', 'own-funds')).toEqual(['2400000.00', '2600000.00', '-1000000.00', '0.00']);
  expect(of('9000000.00', 'own-funds')).toEqual(['5400000.00', '0.00', '3600000.00', '0.00']);
  expect(of('4000000.00', 'pool')).toEqual(['2400000.00', '1600000.00', '0.00', '1000000.00']);
});

test('SH-1 F6 广元–青川 (M11): no top-up before the aid is fully paid and a year has passed', () => {
  const statement = statementOf(evaluate(input(guaranteed('own-funds'), [...aid, figure('2020', '4000000.00')])).statements, '2020');
  expect([amountOf(statement, 'destination'), amountOf(statement, 'origin')]).toEqual(['2400000.00', '1600000.00']);
  expect(statement.derivation[0]?.steps.find(({ rule }) => rule === 'guarantee')).toMatchObject({ applied: false, why: 'not-started' });
});

test('SH-1 F7 合淮合作区 (M6): attributed half each, the cash goes to the cooperation zone', () => {
  const term = moneyTerm({
    base: baseOf({ sources: [tax('value-added'), { node: 'income', income: 'non-tax' }] }),
    redirection: {
      node: 'redirection',
      from: [
        { party: origin, ratio: ['1', '1'] },
        { party: destination, ratio: ['1', '1'] },
      ],
      to: { organisation: org('cooperation-zone'), name: { zh: '合淮合作区', en: 'cooperation zone' }, kind: 'zone' },
    },
  });
  const statement = statementOf(evaluate(input(term, [figure('2023', '18765432.10')])).statements, '2023');
  expect(both(statement)).toEqual(['9382716.05', '9382716.05']);
  expect(amountOf(statement, 'cooperation-zone', ['redirected'])).toBe('18765432.10');
  expect(['origin', 'destination'].map((party) => amountOf(statement, party, ['share', 'redirected']))).toEqual(['0.00', '0.00']);
  expect([netOf(statement, 'destination'), netOf(statement, 'cooperation-zone')]).toEqual(['-18765432.10', '18765432.10']);
});

test('SH-1 F8 昆明重点飞地园区 (M8): policy benefits are taken off first', () => {
  const term = moneyTerm({ deductions: [{ node: 'deduction', measure: 'policy-benefit', borneBy: { node: 'all' } }] });
  const statement = statementOf(
    evaluate(input(term, [figure('2024', '6300000.00'), figure('2024', '1150000.00', { measure: 'policy-benefit' })])).statements,
    '2024',
  );
  expect(statement.base).toBe(bp('5150000.00'));
  expect(both(statement)).toEqual(['2575000.00', '2575000.00']);
});

test('SH-1 F9 平湖–青田, 鄞州–衢江 (M12, M13): a fixed return for five years, then rent by equity', () => {
  const term = (years: 'calendar' | 'anniversary') =>
    moneyTerm({
      base: baseOf({ sources: [{ node: 'income', income: 'rent' }] }),
      clock: years === 'calendar' ? calendarClock(startAt('delivered')) : anniversaryClock(startAt('delivered')),
      bands: [
        band(1, 5, {
          node: 'fixed-return',
          payer: destination,
          payee: origin,
          rate: ['1', '10'],
          on: { node: 'paid-in', measure: 'investment/paid-in' },
        }),
        band(6, undefined, {
          node: 'equity',
          holdings: [
            { party: origin, units: '36' },
            { party: destination, units: '64' },
          ],
        }),
      ],
    });
  const figures = [
    figure('2018-12', '43210000.00', { measure: 'investment/paid-in', party: origin }),
    figure('2024', '3870123.45', { measure: 'income/rent' }),
  ];
  const delivered = { milestones: [milestone('delivered', '2019-04-01')] };
  const calendar = evaluate(input(term('calendar'), figures, delivered)).statements;
  expect(amountOf(statementOf(calendar, '2019'), 'origin')).toBe('3255547.95');
  expect(amountOf(statementOf(calendar, '2020'), 'origin')).toBe('4321000.00');
  expect(amountOf(statementOf(calendar, '2024'), 'origin')).toBe('1393244.44');
  const anniversary = evaluate(
    input(term('anniversary'), [...figures.slice(0, 1), figure('2024-04-01..2024-12-31', '3870123.45', { measure: 'income/rent' })], delivered),
  ).statements;
  const sixth = statementOf(anniversary, '2024');
  expect(sixth.derivation.map(({ stretch, year }) => [stretch.from, year])).toEqual([
    ['2024-01-01', 5],
    ['2024-04-01', 6],
  ]);
  expect(sixth.derivation[1]?.steps.find(({ rule, party }) => rule === 'equity' && party === 'origin')?.result).toBe(bp('1393244.44'));
});

test('SH-1 F11 progressive tiers (R16, illustrative): each slice at its own ratio, rounded once', () => {
  const tier = (percent: number): PartyShares => shares({ origin: [percent, 100], destination: [100 - percent, 100] });
  const term = moneyTerm({
    bands: [
      band(1, undefined, {
        node: 'tiers',
        over: 'period',
        tiers: [{ upTo: bp('5000000'), shares: tier(30) }, { upTo: bp('20000000'), shares: tier(40) }, { shares: tier(50) }],
      }),
    ],
  });
  const statement = statementOf(evaluate(input(term, [figure('2022', '27654321.09')])).statements, '2022');
  expect(both(statement)).toEqual(['11327160.55', '16327160.54']);
  expect(statement.derivation[0]?.steps.find(({ rule }) => rule === 'tiers')?.exact).toEqual(['113271605450', '100']);
});

test('SH-1 F13 from gross tax to share (A6, illustrative): rates by date from the table', () => {
  const gross = (name: 'value-added' | 'enterprise-income'): MoneyTerm['base']['sources'][number] => ({
    node: 'tax',
    tax: name,
    level: 'local-retained',
    conversion: { node: 'by-table', region: '150100' },
  });
  const term = moneyTerm({
    base: baseOf({ sources: [gross('value-added'), gross('enterprise-income'), tax('urban-land-use')] }),
    bands: [band(1, undefined, byRatio(shares({ origin: [3, 5], destination: [2, 5] })))],
  });
  const rate = { region: '150000', from: day('2016-05-01'), level: 'local-retained' as const, source: '示例', verified: false };
  const reference = {
    ...noReference,
    rates: [
      { ...rate, tax: 'value-added' as const, ratio: ['35', '100'] as [string, string] },
      { ...rate, tax: 'enterprise-income' as const, ratio: ['28', '100'] as [string, string] },
    ],
  };
  const figures = [
    figure('2022', '20000000.00', { measure: 'tax/value-added/gross' }),
    figure('2022', '10000000.00', { measure: 'tax/enterprise-income/gross' }),
    figure('2022', '600000.00', { measure: 'tax/urban-land-use/local-retained' }),
  ];
  const statement = statementOf(evaluate(input(term, figures, { reference })).statements, '2022');
  expect(statement.base).toBe(bp('10400000.00'));
  expect(both(statement)).toEqual(['6240000.00', '4160000.00']);
});

test('SH-1 F14 four parties (R1, illustrative): largest remainder, the sum kept', () => {
  const four = ['a', 'b', 'c', 'd'].map(org);
  const term = moneyTerm({
    base: baseOf({ collectedBy: [org('a')] }),
    bands: [band(1, undefined, byRatio(shares({ a: [4, 10], b: [3, 10], c: [2, 10], d: [1, 10] })))],
    rounding: { ...moneyTerm().rounding, ties: four },
  });
  const statement = statementOf(evaluate(input(term, [figure('2022', '1000000.01', { party: org('a') })])).statements, '2022');
  expect(four.map((party) => amountOf(statement, party))).toEqual(['400000.01', '300000.00', '200000.00', '100000.00']);
});

test('SH-1 F15 龙泉–萧山 (M14): all for five years, then the agreed ratio', () => {
  const term = moneyTerm({ bands: [band(1, 5, byRatio(shares({ origin: [1, 1], destination: [0, 1] }))), band(6, undefined, byRatio(half))] });
  const { statements } = evaluate(input(term, [figure('2024', '2468013.57'), figure('2025', '2468013.57')]));
  expect(both(statementOf(statements, '2024'))).toEqual(['2468013.57', '0.00']);
  expect(both(statementOf(statements, '2025'))).toEqual(['1234006.79', '1234006.78']);
});

test('SH-1 F16 辽宁 (M1): ten years from the day of effect; an annual figure is cut by days and says so', () => {
  const term = moneyTerm({ clock: anniversaryClock(startOn('2019-07-01')), bands: [band(1, 10, byRatio(half))] });
  const cut = statementOf(evaluate(input(term, [figure('2029', '3650000.00')])).statements, '2029');
  expect([amountOf(cut, 'origin', ['share']), amountOf(cut, 'destination', ['share'])]).toEqual(['905000.00', '905000.00']);
  expect(cut.derivation[0]?.base).toBe(bp('1810000.00'));
  expect(cut.marks).toContain('estimated');
  const monthly = Array.from({ length: 12 }, (_, month) => figure(`2029-${month + 1}`, '300000.00'));
  const exact = statementOf(evaluate(input(term, monthly)).statements, '2029');
  expect(amountOf(exact, 'origin')).toBe('900000.00');
  expect(exact.marks).not.toContain('estimated');
});

test('SH-1 quarters of a year sum to the year where the terms say so', () => {
  const quarters = ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4'].map((quarter) => figure(quarter, '0.01'));
  const of = (over: MoneyTerm['rounding']['over']) =>
    evaluate(
      input([version(moneyTerm({ settlement: settledEvery('quarter'), rounding: { ...moneyTerm().rounding, over } }), '2020-01-01')], quarters),
    )
      .statements.slice(0, 4)
      .map((statement) => amountOf(statement, 'origin'));
  expect(of('period')).toEqual(['0.01', '0.01', '0.01', '0.01']);
  expect(of('year')).toEqual(['0.01', '0.00', '0.01', '0.00']);
});

test('SH-1 F4 宁德 (M4): output half each for five years from the start of construction, then the landing side alone', () => {
  const term = statisticsTerm({
    clock: anniversaryClock(startAt('construction-start')),
    bands: [{ fromYear: 1, toYear: 5, indicators: [{ indicator: 'gross-industrial-output', counting: { node: 'split', shares: half } }] }],
  });
  const output = (when: string, amount: string) => figure(when, amount, { measure: 'indicator/gross-industrial-output' });
  const { statements } = evaluate(
    input(term, [output('2025-Q4', '80000000.01'), output('2026-Q2', '90000000.00')], {
      milestones: [milestone('construction-start', '2021-03-15')],
    }),
  );
  const counted = (when: string, ledger: 'official' | 'appraisal') => both(statementOf(statements, when, { ledger }));
  expect(counted('2025-Q4', 'appraisal')).toEqual(['40000000.01', '40000000.00']);
  expect(counted('2025-Q4', 'official')).toEqual(['0.00', '80000000.01']);
  expect(counted('2026-Q2', 'appraisal')).toEqual(['0.00', '90000000.00']);
});

test('SH-1 F8 昆明 (M8): investment counts in full on both sides for appraisal, capital from outside for the recruiting side alone', () => {
  const term = statisticsTerm({
    bands: [
      {
        fromYear: 1,
        indicators: [
          { indicator: 'fixed-asset-investment', counting: { node: 'full-on-each', parties: [origin, destination] } },
          { indicator: 'domestic-capital', counting: { node: 'one-sided', party: origin } },
        ],
      },
    ],
  });
  const { statements } = evaluate(
    input(term, [
      figure('2024-Q1', '120000000.00', { measure: 'indicator/fixed-asset-investment' }),
      figure('2024-Q1', '70000000.00', { measure: 'indicator/domestic-capital' }),
    ]),
  );
  const of = (subject: 'indicator/fixed-asset-investment' | 'indicator/domestic-capital', ledger: 'official' | 'appraisal') =>
    both(statementOf(statements, '2024-Q1', { ledger, subject }));
  expect(of('indicator/fixed-asset-investment', 'official')).toEqual(['0.00', '120000000.00']);
  expect(of('indicator/fixed-asset-investment', 'appraisal')).toEqual(['120000000.00', '120000000.00']);
  expect(of('indicator/domestic-capital', 'appraisal')).toEqual(['70000000.00', '0.00']);
});

test('SH-1 F10 苏州 (M15): exactly two thirds of the output', () => {
  const term = statisticsTerm({
    bands: [
      {
        fromYear: 1,
        indicators: [{ indicator: 'gross-industrial-output', counting: { node: 'split', shares: shares({ origin: [2, 3], destination: [1, 3] }) } }],
      },
    ],
  });
  const { statements } = evaluate(input(term, [figure('2022-Q1', '100000000.00', { measure: 'indicator/gross-industrial-output' })]));
  expect(both(statementOf(statements, '2022-Q1', { ledger: 'appraisal' }))).toEqual(['66666666.67', '33333333.33']);
});

test('SH-2 F12 a refund after settlement (92号 缴纳和退库): the difference is booked in the current period, to the cent of a recomputation', () => {
  const term = moneyTerm();
  const settled = figure('2023', '10000000.00');
  const before = evaluate(input(term, [settled], { through: day('2023-12-31') }));
  const first = engine.book({ clause: 'sharing', period: day('2023-01-01'), now: before, before: [] });
  expect(both(statementOf(first, '2023'))).toEqual(['5000000.00', '5000000.00']);
  const refund = figure('2023', '1234567.89', { measure: 'refund/value-added/local-retained', effectiveOn: day('2024-05-10') });
  const after = evaluate(input(term, [settled, refund, figure('2024', '8000000.00')], { through: day('2024-12-31') }));
  expect(both(statementOf(after.statements, '2023'))).toEqual(['4382716.06', '4382716.05']);
  const second = statementOf(engine.book({ clause: 'sharing', period: day('2024-01-01'), now: after, before: first }), '2024');
  expect(second.lines.filter(({ kind }) => kind === 'difference')).toEqual([
    { party: 'origin', amount: bp('-617283.94'), kind: 'difference', of: { from: '2023-01-01', to: '2023-12-31' } },
    { party: 'destination', amount: bp('-617283.95'), kind: 'difference', of: { from: '2023-01-01', to: '2023-12-31' } },
  ]);
  expect([netOf(second, 'origin'), netOf(second, 'destination')]).toEqual(['3382716.06', '-3382716.06']);
  expect(second.derivation.flatMap(({ steps }) => steps).find(({ rule }) => rule === 'difference')?.inputs).toEqual([refund.eventId]);
  expect(statementOf(first, '2023')).toEqual(
    statementOf(engine.book({ clause: 'sharing', period: day('2023-01-01'), now: before, before: [] }), '2023'),
  );
});

test('SH-1 青田–平湖 (M12): a land quota is made over, used, and what is unused goes back', () => {
  const term = quotaTerm({ rule: { node: 'transfer', from: origin, to: destination, amount: '3000000', per: 'whole', years: 2, unused: 'carried' } });
  const moved = (when: string, mu: string, movement: 'transferred' | 'used' | 'returned', party = origin) =>
    figure(when, '0', { measure: `quota/land/${movement}`, amount: `${mu}0000`, party });
  const { statements } = evaluate(
    input(term, [
      moved('2020', '200', 'transferred'),
      moved('2021', '50', 'transferred'),
      moved('2021', '180', 'used', destination),
      moved('2022', '70', 'returned', destination),
    ]),
  );
  const of = (year: string) => {
    const { lines, net, balances } = statementOf(statements, year);
    return [lines, net].map((each) => each.find(({ party }) => party === 'destination')?.amount).concat(balances.map(({ amount }) => amount));
  };
  expect(of('2020')).toEqual(['3000000', '1000000', '1000000', '2000000']);
  expect(of('2021')).toEqual(['-700000', '-1200000', '500000', '700000']);
  expect(of('2022')).toEqual(['0', '700000', '500000', '0']);
  expect(statementOf(statements, '2021').marks).toEqual(['ended']);
});
