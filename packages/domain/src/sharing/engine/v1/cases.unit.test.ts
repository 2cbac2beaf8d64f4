import { expect, test } from 'vitest';
import { day, org } from '../../../kernel/given.fixtures.ts';
import type { Digest } from '../../../kernel/index.ts';
import type { Figure, MoneyTerm, SharingInput, Start, Statement } from '../../index.ts';
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

const { evaluate, book } = engine;
const both = (statement: Statement) => [amountOf(statement, 'origin'), amountOf(statement, 'destination')];
const stepsOf = (statement: Statement, rule: string) => statement.derivation.flatMap(({ steps }) => steps.filter((step) => step.rule === rule));
const run = (term: MoneyTerm, figures: readonly Figure[], more: Partial<SharingInput> = {}) => evaluate(input(term, figures, more)).statements;
const sixFour = byRatio(shares({ origin: [3, 5], destination: [2, 5] }));

test.each<[Start['granularity'], string, number, number, string]>([
  ['day', '2021-03-15', 0, 0, '2021-03-15'],
  ['month', '2021-03-15', 0, 0, '2021-03-01'],
  ['next-month', '2021-12-15', 0, 0, '2022-01-01'],
  ['quarter', '2021-03-15', 0, 0, '2021-01-01'],
  ['next-quarter', '2021-03-15', 0, 0, '2021-04-01'],
  ['year', '2021-03-15', 0, 0, '2021-01-01'],
  ['next-year', '2021-03-15', 0, 0, '2022-01-01'],
  ['day', '2020-02-29', 1, 0, '2021-02-28'],
  ['day', '2020-08-31', 0, 6, '2021-02-28'],
])('SH-1 a clock taken as %s of %s after %i years and %i months starts on %s', (granularity, on, years, months, expected) => {
  const term = moneyTerm({ clock: calendarClock({ ...startAt('completed', granularity), after: { years, months } }) });
  const [first] = run(term, [], { milestones: [milestone('completed', on)], through: day('2030-12-31') }).flatMap((statement) =>
    stepsOf(statement, 'start').filter(({ applied }) => applied),
  );
  expect(first?.result).toBe(expected);
});

test('SH-1 of several conditions the last counts, of several reports of one kind the first', () => {
  const clock = calendarClock({
    ...startAt('completed'),
    all: [
      { node: 'on-milestone', milestone: 'registration-changed' },
      { node: 'on-milestone', milestone: 'full-capacity' },
    ],
  });
  const milestones = [
    milestone('full-capacity', '2021-05-01'),
    milestone('full-capacity', '2021-02-01'),
    milestone('registration-changed', '2021-03-10'),
  ];
  const of = (known: typeof milestones) => stepsOf(statementOf(run(moneyTerm({ clock }), [], { milestones: known }), '2021'), 'start')[0];
  expect(of(milestones)).toMatchObject({ applied: true, result: '2021-03-10', inputs: [milestones[2]?.eventId, milestones[1]?.eventId] });
  expect(of(milestones.slice(0, 2))).toMatchObject({ applied: false, why: 'not-started' });
});

test('SH-1 the part of a year at the beginning is year one, or is joined to it', () => {
  const of = (firstPart: 'is-year-one' | 'joins-year-one') =>
    run(
      moneyTerm({
        clock: { ...calendarClock(startOn('2020-07-01')), years: { node: 'calendar', firstPart } },
        bands: [band(1, 1, byRatio(half)), band(2, 2, sixFour)],
      }),
      [],
    )
      .filter(({ period }) => period.from >= '2020' && period.from < '2024')
      .map(({ year }) => year);
  expect(of('is-year-one')).toEqual([1, 2, undefined, undefined]);
  expect(of('joins-year-one')).toEqual([1, 1, 2, undefined]);
});

test('SH-1 a base below zero that is carried forward stays with its holder until a later one makes it good', () => {
  const term = moneyTerm({ rounding: { ...moneyTerm().rounding, negative: 'carry-forward' } });
  const statements = run(term, [figure('2020', '-300.00'), figure('2021', '100.00'), figure('2022', '500.00')]);
  const of = (year: string) => {
    const statement = statementOf(statements, year);
    return [
      amountOf(statement, 'origin'),
      amountOf(statement, 'destination', ['share']),
      amountOf(statement, 'destination', ['carried']),
      netOf(statement, 'origin'),
    ];
  };
  expect(of('2020')).toEqual(['0.00', '0.00', '-300.00', '0.00']);
  expect(balanceOf(statementOf(statements, '2020'), 'carried')).toBe('-300.00');
  expect(of('2021')).toEqual(['0.00', '0.00', '100.00', '0.00']);
  expect(of('2022')).toEqual(['150.00', '150.00', '200.00', '150.00']);
});

test('SH-1 财预〔2015〕92号 enterprise by enterprise: own past, own clock, own cap, only those that pass', () => {
  const before = { node: 'figures-before' as const, milestone: 'relocated' as const, years: 3, party: origin };
  const term = moneyTerm({
    base: baseOf({ scope: 'each-company' }),
    clock: calendarClock(startAt('full-capacity', 'next-year')),
    eligibility: [{ node: 'average-at-least', history: before, amount: bp('20') }],
    bands: [band(1, 3, byRatio(half)), band(4, 5, byRatio(half), { onlyIf: { node: 'cap-not-reached', cap: 'past' } })],
    caps: [
      {
        node: 'cap',
        id: 'past',
        party: origin,
        over: 'whole',
        amount: { node: 'from-history', history: before, times: ['1', '1'] },
        excessTo: destination,
        counts: 'shares',
      },
    ],
  });
  const past = (company: string, ...amounts: string[]) => amounts.map((amount, at) => figure(String(2016 + at), amount, { party: origin, company }));
  const now = (company: string, year: number, amount: string) => figure(String(year), amount, { company });
  const refunded = figure('2018', '5.00', { party: origin, company: 'x', measure: 'refund/value-added/local-retained' });
  const figures = [
    ...past('x', '30.00', '20.00', '20.00'),
    refunded,
    ...past('y', '19.99', '20.00', '20.00'),
    now('x', 2021, '100.00'),
    now('x', 2022, '80.00'),
    now('y', 2021, '50.00'),
    figure('2021', '7.00'),
  ];
  const milestones = ['x', 'y'].flatMap((company) => [
    milestone('relocated', '2019-04-01', company),
    milestone('full-capacity', company === 'x' ? '2020-11-01' : '2020-12-01', company),
  ]);
  const evaluation = evaluate(input(term, figures, { milestones }));
  expect(both(statementOf(evaluation.statements, '2021'))).toEqual(['50.00', '100.00']);
  expect(both(statementOf(evaluation.statements, '2022'))).toEqual(['15.00', '65.00']);
  expect(statementOf(evaluation.statements, '2021').derivation.map(({ company }) => company)).toEqual(['x', 'y']);
  expect(evaluation.problems).toEqual([{ path: 'base.scope', problem: 'figure-without-company', inputs: [figures.at(-1)?.eventId] }]);
});

test('SH-1 营业税 counts until it ended, what the terms name from then on, and nothing twice', () => {
  const of = (sources: MoneyTerm['base']['sources']) => {
    const figures = [
      figure('2016-Q1', '100.00', { measure: 'tax/business/local-retained' }),
      figure('2016-Q3', '40.00'),
      figure('2016-Q4', '9.00', { measure: 'tax/business/local-retained' }),
    ];
    const statements = run(
      moneyTerm({ base: baseOf({ sources }), clock: calendarClock(startOn('2016-01-01')), settlement: settledEvery('quarter') }),
      figures,
    );
    return ['2016-Q1', '2016-Q3', '2016-Q4'].map((quarter) => statementOf(statements, quarter).base);
  };
  expect(of([tax('business')])).toEqual([bp('100.00'), bp('40.00'), '0']);
  expect(of([{ ...tax('business'), successor: 'none' } as MoneyTerm['base']['sources'][number]])).toEqual([bp('100.00'), '0', '0']);
  expect(of([tax('business'), tax('value-added')])).toEqual([bp('100.00'), bp('40.00'), '0']);
});

test('SH-1 rates change inside a figure, and a rate that the table lacks leaves the figure out and says so', () => {
  const sources: MoneyTerm['base']['sources'] = [
    { node: 'tax', tax: 'value-added', level: 'local-share', conversion: { node: 'by-table', region: '150100' } },
  ];
  const rate = { tax: 'value-added' as const, level: 'local-share' as const, region: '000000', source: '示例', verified: false };
  const rates = [
    { ...rate, from: day('1994-01-01'), until: day('2016-04-30'), ratio: ['1', '4'] as [string, string] },
    { ...rate, from: day('2016-05-01'), ratio: ['1', '2'] as [string, string] },
  ];
  const term = moneyTerm({ base: baseOf({ sources }), clock: calendarClock(startOn('2016-01-01')) });
  const gross = figure('2016-04-01..2016-05-31', '610.00', { measure: 'tax/value-added/gross' });
  const cut = statementOf(run(term, [gross], { reference: { ...noReference, rates } }), '2016');
  expect(cut.base).toBe(bp('230.00'));
  expect(cut.marks).toEqual([]);
  const without = evaluate(input(term, [gross], { reference: { ...noReference, rates: rates.slice(1) } }));
  expect(statementOf(without.statements, '2016')).toMatchObject({ base: '0', marks: ['incomplete'] });
  expect(without.problems).toEqual([{ path: 'base.sources.0', problem: 'rate-missing', inputs: [gross.eventId] }]);
});

test('SH-1 tax of head offices and branches counts as the terms say', () => {
  const figures = [figure('2021', '10.00'), figure('2021', '20.00', { flags: ['head-office'] }), figure('2021', '40.00', { flags: ['branch'] })];
  const of = (headOffice: 'count' | 'leave-out', branch: 'count' | 'leave-out') =>
    statementOf(run(moneyTerm({ base: baseOf({ consolidated: { headOffice, branch } }) }), figures), '2021');
  expect([of('count', 'count'), of('leave-out', 'count'), of('leave-out', 'leave-out')].map(({ base }) => base)).toEqual([
    bp('70.00'),
    bp('50.00'),
    bp('10.00'),
  ]);
  expect(stepsOf(of('leave-out', 'count'), 'consolidated')).toMatchObject([
    { applied: false, why: 'left-out-by-terms', inputs: [figures[1]?.eventId] },
  ]);
});

test('SH-1 who bears a refund: all of them by a smaller base, or one of them alone', () => {
  const figures = [figure('2021', '1000.00'), figure('2021', '100.00', { measure: 'credit-refund/value-added/local-retained' })];
  const of = (credit: MoneyTerm['base']['refunds']['credit']) =>
    statementOf(run(moneyTerm({ base: baseOf({ refunds: { ordinary: { node: 'all' }, credit } }) }), figures), '2021');
  expect([both(of({ node: 'all' })), netOf(of({ node: 'all' }), 'origin')]).toEqual([['450.00', '450.00'], '450.00']);
  expect([both(of({ node: 'party', party: origin })), netOf(of({ node: 'party', party: origin }), 'origin')]).toEqual([
    ['400.00', '500.00'],
    '400.00',
  ]);
  expect(amountOf(of({ node: 'party', party: destination }), 'destination', ['charge'])).toBe('-100.00');
});

test('SH-1 a failed project is borne by who recruited it (M5), and who paid for it is made whole', () => {
  const term = moneyTerm({ deductions: [{ node: 'deduction', measure: 'outlay/clearance-cost', borneBy: { node: 'party', party: origin } }] });
  const statement = statementOf(run(term, [figure('2021', '1000.00'), figure('2021', '80.00', { measure: 'outlay/clearance-cost' })]), '2021');
  expect(both(statement)).toEqual(['420.00', '500.00']);
  expect(netOf(statement, 'origin')).toBe('420.00');
});

test('SH-4 rounding source by source, or on the total', () => {
  const figures = [figure('2021', '0.01'), figure('2021', '0.01', { measure: 'tax/enterprise-income/local-retained' })];
  const of = (level: MoneyTerm['rounding']['level']) =>
    both(
      statementOf(
        run(
          moneyTerm({ base: baseOf({ sources: [tax('value-added'), tax('enterprise-income')] }), rounding: { ...moneyTerm().rounding, level } }),
          figures,
        ),
        '2021',
      ),
    );
  expect(of('total')).toEqual(['0.01', '0.01']);
  expect(of('per-source')).toEqual(['0.02', '0.00']);
});

test('SH-1 in proportion to what each has paid in by then (M9)', () => {
  const term = moneyTerm({ bands: [band(1, undefined, { node: 'contribution', measures: ['outlay/direct-investment'] })] });
  const paid = [
    figure('2019', '1.00', { measure: 'outlay/direct-investment', party: origin }),
    figure('2019', '2.00', { measure: 'outlay/direct-investment' }),
    figure('2021', '96.00', { measure: 'outlay/direct-investment', effectiveOn: day('2021-01-02') }),
  ];
  expect(both(statementOf(run(term, [...paid, figure('2021', '10.00')]), '2021'))).toEqual(['3.33', '6.67']);
  const nothing = statementOf(run(term, [figure('2021', '10.00')]), '2021');
  expect([both(nothing), stepsOf(nothing, 'contribution')[0]?.why]).toEqual([['0.00', '10.00'], 'no-figures']);
});

test('SH-1 甘孜炉霍 (M17): a fixed amount for each thing delivered, from the day it is there, in loss as well', () => {
  const term = moneyTerm({
    base: baseOf({ sources: [{ node: 'income', income: 'operating-profit' }] }),
    clock: calendarClock(startOn('2021-01-01')),
    bands: [band(1, 15, { node: 'fixed-amount', payer: destination, payee: origin, amount: bp('30000'), per: { node: 'delivered-units' } })],
  });
  const delivered = (count: string, on: string) =>
    figure('2021', '0', { measure: 'count/delivered', party: origin, amount: count, effectiveOn: day(on) });
  const statements = run(term, [
    delivered('10', '2021-01-01'),
    delivered('2', '2021-07-02'),
    figure('2021', '-5000.00', { measure: 'income/operating-profit' }),
  ]);
  expect(amountOf(statementOf(statements, '2021'), 'origin')).toBe('330082.19');
  expect(amountOf(statementOf(statements, '2022'), 'origin')).toBe('360000.00');
  expect(netOf(statementOf(statements, '2021'), 'destination')).toBe('-330082.19');
  expect(amountOf(statementOf(statements, '2021'), 'destination', ['retained'])).toBe('-5000.00');
});

test('SH-1 a fixed return comes to the same in a year whether it is settled in quarters or at once', () => {
  const term = (period: 'quarter' | 'year', amounts: 'by-days' | 'by-months' | 'whole') =>
    moneyTerm({
      clock: { ...calendarClock(startOn('2019-04-01')), partial: { figures: 'by-days', amounts } },
      bands: [
        band(1, 5, { node: 'fixed-return', payer: destination, payee: origin, rate: ['1', '10'], on: { node: 'stated', amount: bp('43210000.00') } }),
      ],
      settlement: settledEvery(period),
    });
  const inYear = (of: MoneyTerm, year: string) =>
    run(of, [])
      .filter(({ period }) => period.from.startsWith(year))
      .reduce((sum, statement) => sum + Number(amountOf(statement, 'origin')), 0)
      .toFixed(2);
  for (const [amounts, first] of [
    ['by-days', '3255547.95'],
    ['by-months', '3240750.00'],
    ['whole', '4321000.00'],
  ] as const) {
    for (const period of ['quarter', 'year'] as const)
      expect([inYear(term(period, amounts), '2019'), inYear(term(period, amounts), '2020')]).toEqual([first, '4321000.00']);
  }
});

test('SH-5 caps by year, in a part of a year as the terms say, and with what was recovered', () => {
  const cap: MoneyTerm['caps'][number] = {
    node: 'cap',
    id: 'cap',
    party: origin,
    over: 'year',
    amount: { node: 'stated', amount: bp('365.00') },
    excessTo: destination,
    counts: 'shares',
  };
  const quarters = ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4'].map((quarter) => figure(quarter, '200.00'));
  const term = moneyTerm({ clock: calendarClock(startOn('2021-04-01')), caps: [cap], settlement: settledEvery('quarter') });
  expect(
    run(term, quarters)
      .filter(({ period }) => period.from.startsWith('2021'))
      .map((statement) => amountOf(statement, 'origin')),
  ).toEqual(['0.00', '100.00', '100.00', '75.00']);
  const recovering = moneyTerm({
    caps: [{ ...cap, over: 'whole', counts: 'shares-and-recovery' }],
    recovery: {
      node: 'recovery',
      portion: ['1', '1'],
      claims: [{ id: 'outlay', creditor: origin, outlay: { node: 'stated', amount: bp('300.00') } }],
      yearsCount: 'from-start',
    },
  });
  const statements = run(recovering, [figure('2020', '500.00'), figure('2021', '500.00')]);
  expect(['2020', '2021'].map((year) => both(statementOf(statements, year)))).toEqual([
    ['365.00', '135.00'],
    ['0.00', '500.00'],
  ]);
});

test('SH-1 claims in their order from a part of the base, the years of sharing from the next period on', () => {
  const claims = [
    { id: 'first', creditor: origin, outlay: { node: 'stated' as const, amount: bp('60.00') } },
    { id: 'second', creditor: destination, outlay: { node: 'stated' as const, amount: bp('30.00') } },
  ];
  const term = moneyTerm({
    recovery: { node: 'recovery', portion: ['1', '2'], claims, yearsCount: 'from-period-after' },
    bands: [band(1, 1, sixFour)],
  });
  const statements = run(term, [figure('2020', '100.00'), figure('2021', '100.00'), figure('2022', '100.00'), figure('2023', '100.00')]);
  const of = (year: string) => {
    const statement = statementOf(statements, year);
    return (['recovery', 'share', 'retained'] as const).map((kind) => [
      amountOf(statement, 'origin', [kind]),
      amountOf(statement, 'destination', [kind]),
    ]);
  };
  expect(of('2020')).toEqual([
    ['50.00', '0.00'],
    ['0.00', '0.00'],
    ['0.00', '50.00'],
  ]);
  expect(of('2021')).toEqual([
    ['10.00', '30.00'],
    ['36.00', '24.00'],
    ['0.00', '0.00'],
  ]);
  expect(of('2022')).toEqual([
    ['0.00', '0.00'],
    ['60.00', '40.00'],
    ['0.00', '0.00'],
  ]);
  expect(of('2023')).toEqual([
    ['0.00', '0.00'],
    ['0.00', '0.00'],
    ['0.00', '100.00'],
  ]);
});

test('SH-5 a minimum in every period on the year so far, and what was topped up too early comes back', () => {
  const term = moneyTerm({
    settlement: settledEvery('half-year'),
    guarantees: [
      {
        node: 'guarantee',
        id: 'floor',
        party: origin,
        amount: bp('100.00'),
        from: startOn('2021-01-01'),
        years: 1,
        fundedBy: { party: destination, source: 'own-funds' },
        assessed: 'every-period',
      },
    ],
    clock: { ...calendarClock(startOn('2021-01-01')), partial: { figures: 'by-days', amounts: 'by-months' } },
  });
  const statements = run(term, [figure('2021-01-01..2021-06-30', '20.00'), figure('2021-07-01..2021-12-31', '260.00'), figure('2022', '2.00')]);
  const topUps = statements
    .filter(({ period }) => period.from >= '2021' && period.from < '2023')
    .map((statement) => amountOf(statement, 'origin', ['guarantee']));
  expect(topUps).toEqual(['40.00', '-40.00', '0.00', '0.00']);
});

test('SH-9 an amendment splits the period on its day; balances run on, ties and ratios are the new ones', () => {
  const cap: MoneyTerm['caps'][number] = {
    node: 'cap',
    id: 'cap',
    party: origin,
    over: 'whole',
    amount: { node: 'stated', amount: bp('100.00') },
    excessTo: destination,
    counts: 'shares',
  };
  const before = moneyTerm({ caps: [cap] });
  const after = moneyTerm({ caps: [cap], bands: [band(1, undefined, sixFour)], rounding: { ...moneyTerm().rounding, ties: [destination, origin] } });
  const versions = [version(before, '2020-01-01'), version(after, '2021-07-01', { digest: 'b'.repeat(64) as Digest })];
  const of = (first: string, second: string) =>
    statementOf(evaluate(input(versions, [figure('2021-01-01..2021-06-30', first), figure('2021-07-01..2021-12-31', second)])).statements, '2021');
  expect(of('20.00', '10.00').derivation.map(({ stretch, terms, base }) => [stretch.from, terms[0], base])).toEqual([
    ['2021-01-01', 'a', bp('20.00')],
    ['2021-07-01', 'b', bp('10.00')],
  ]);
  expect(both(of('20.00', '10.00'))).toEqual(['16.00', '14.00']);
  expect(both(of('180.00', '100.00'))).toEqual(['100.00', '180.00']);
  const halves = (bands: MoneyTerm['bands']) => [
    version({ ...before, bands }, '2020-01-01'),
    version({ ...after, bands }, '2021-07-01', { digest: 'b'.repeat(64) as Digest }),
  ];
  const odd = evaluate(input(halves([band(1, undefined, byRatio(half))]), [figure('2021-03', '0.01'), figure('2021-09', '0.01')])).statements;
  expect(both(statementOf(odd, '2021'))).toEqual(['0.01', '0.01']);
});

test('SH-9 an amendment that reaches back changes what periods are worth, and is booked now', () => {
  const figures = [figure('2021', '100.00'), figure('2022', '100.00')];
  const first = evaluate(input([version(moneyTerm(), '2020-01-01')], figures, { through: day('2021-12-31') }));
  const booked = book({ clause: 'sharing', period: day('2021-01-01'), now: first, before: [] });
  const amended = [
    version(moneyTerm(), '2020-01-01'),
    version(moneyTerm({ bands: [band(1, undefined, sixFour)] }), '2021-01-01', { digest: 'b'.repeat(64) as Digest }),
  ];
  const now = evaluate(input(amended, figures, { through: day('2022-12-31') }));
  const second = statementOf(book({ clause: 'sharing', period: day('2022-01-01'), now, before: booked }), '2022');
  expect([amountOf(second, 'origin', ['share']), amountOf(second, 'origin', ['difference']), netOf(second, 'origin')]).toEqual([
    '60.00',
    '10.00',
    '70.00',
  ]);
});

test('SH-2 a milestone that is retracted takes back what was booked for it', () => {
  const term = moneyTerm({ clock: calendarClock(startAt('full-capacity')) });
  const figures = [figure('2021', '100.00'), figure('2022', '100.00')];
  const told = evaluate(input(term, figures, { milestones: [milestone('full-capacity', '2021-01-01')], through: day('2021-12-31') }));
  const booked = book({ clause: 'sharing', period: day('2021-01-01'), now: told, before: [] });
  const retracted = evaluate(input(term, figures, { milestones: [milestone('full-capacity', '2022-07-02')], through: day('2022-12-31') }));
  const second = statementOf(book({ clause: 'sharing', period: day('2022-01-01'), now: retracted, before: booked }), '2022');
  expect(amountOf(statementOf(booked, '2021'), 'origin')).toBe('50.00');
  expect(second.lines.filter(({ kind }) => kind === 'difference').map(({ party, amount }) => [party, amount])).toEqual([
    ['origin', bp('-50.00')],
    ['destination', bp('50.00')],
  ]);
});

test('SH-2 a figure that is restated, and restated again, counts once', () => {
  const one = figure('2021', '100.00');
  const two = figure('2021', '120.00', { supersedes: one.eventId });
  const three = figure('2021', '90.00', { supersedes: two.eventId });
  expect(statementOf(run(moneyTerm(), [three, one, two]), '2021').base).toBe(bp('90.00'));
});

test('SH-2 what becomes known too late after the end is not booked, and the statement says so', () => {
  const term = moneyTerm({
    bands: [band(1, 1, byRatio(half))],
    settlement: { ...moneyTerm().settlement, lateItems: { months: 12, thereafter: 'joint-committee' } },
  });
  const original = [figure('2020', '100.00')];
  const known = (figures: readonly Figure[], through: string) => evaluate(input(term, figures, { through: day(through) }));
  const refund = figure('2020', '10.00', { measure: 'refund/value-added/local-retained' });
  const first = book({ clause: 'sharing', period: day('2020-01-01'), now: known(original, '2020-12-31'), before: [] });
  expect(first[0]?.late).toEqual({ until: '2021-12-31', thereafter: 'joint-committee' });
  const inTime = book({ clause: 'sharing', period: day('2021-01-01'), now: known([...original, refund], '2021-12-31'), before: first });
  expect(amountOf(inTime[0]!, 'origin', ['difference'])).toBe('-5.00');
  const quiet = book({ clause: 'sharing', period: day('2021-01-01'), now: known(original, '2021-12-31'), before: first });
  const tooLate = book({
    clause: 'sharing',
    period: day('2022-01-01'),
    now: known([...original, refund], '2022-12-31'),
    before: [...first, ...quiet],
  });
  expect(tooLate[0]?.lines.filter(({ kind }) => kind === 'difference')).toEqual([]);
  expect(tooLate[0]?.marks).toContain('late-open');
  expect(stepsOf(tooLate[0]!, 'difference').find(({ party }) => party === 'origin')).toMatchObject({
    applied: false,
    why: 'ended',
    result: bp('-5.00'),
  });
});

test('SH-10 months belong where their first day lies, and what waits for finer figures is left out', () => {
  const of = (figures: MoneyTerm['clock']['partial']['figures']) =>
    evaluate(
      input(moneyTerm({ clock: { ...anniversaryClock(startOn('2021-03-15')), partial: { figures, amounts: 'by-days' } } }), [
        figure('2021', '365.00'),
      ]),
    );
  const shared = (figures: 'by-days' | 'by-months' | 'wait') => amountOf(statementOf(of(figures).statements, '2021'), 'origin', ['share']);
  expect([shared('by-days'), shared('by-months'), shared('wait')]).toEqual(['146.00', '136.88', '0.00']);
  expect(statementOf(of('by-days').statements, '2021').marks).toEqual(['estimated']);
  expect(statementOf(of('wait').statements, '2021').marks).toEqual(['incomplete']);
  expect(of('wait').problems.map(({ problem }) => problem)).toEqual(['figure-crosses-cut']);
});

test('SH-15 MN-3 a derivation tells every rule that did not apply, with the reason', () => {
  const statement = statementOf(run(moneyTerm(), [figure('2021', '100.01')]), '2021');
  expect(statement.derivation[0]?.steps.map(({ rule, applied, why }) => [rule, applied ? 'applied' : why])).toEqual([
    ['source', 'applied'],
    ['start', 'applied'],
    ['deduction', 'not-in-terms'],
    ['recovery', 'not-in-terms'],
    ['year', 'applied'],
    ['ratio', 'applied'],
    ['ratio', 'applied'],
    ['rounding', 'applied'],
    ['cap', 'not-in-terms'],
    ['guarantee', 'not-in-terms'],
    ['redirection', 'not-in-terms'],
  ]);
  expect(stepsOf(statement, 'ratio').map(({ party, values, exact, result }) => [party, values, exact, result])).toEqual([
    ['origin', { ratio: '1/2' }, ['10001', '2'], '5001'],
    ['destination', { ratio: '1/2' }, ['10001', '2'], '5000'],
  ]);
});

test('SH-11 whatever was agreed, the official ledger is the place of operation, and appraisal may count more than there is', () => {
  const term = statisticsTerm({
    bands: [{ fromYear: 1, indicators: [{ indicator: 'new-jobs', counting: { node: 'full-on-each', parties: [origin, destination] } }] }],
  });
  const jobs = (amount: string, party = destination) => figure('2022-Q1', '0', { measure: 'indicator/new-jobs', amount, party });
  const { statements } = evaluate(input(term, [jobs('120'), jobs('7', origin)]));
  const of = (ledger: 'official' | 'appraisal') => statementOf(statements, '2022-Q1', { ledger });
  expect(of('official')).toMatchObject({
    base: '120',
    unit: 'person',
    subject: 'indicator/new-jobs',
    lines: [{ party: 'destination', amount: '120', kind: 'counted' }],
  });
  expect(of('appraisal').lines.map(({ amount }) => amount)).toEqual(['120', '120']);
  expect(of('official').derivation[0]?.steps.find(({ why }) => why === 'not-of-this-party')).toBeDefined();
  expect(of('appraisal').net).toEqual([]);
});

test('SH-11 statistics of quarters sum to the year where the terms say so, and later amendments count from their day', () => {
  const quarters = ['2022-Q1', '2022-Q2'].map((when) => figure(when, '0.01', { measure: 'indicator/gross-industrial-output' }));
  const term = statisticsTerm({ rounding: { ...statisticsTerm().rounding, over: 'year' } });
  const counted = (statements: readonly Statement[]) =>
    ['2022-Q1', '2022-Q2'].map((when) => both(statementOf(statements, when, { ledger: 'appraisal' })));
  expect(counted(evaluate(input(term, quarters)).statements)).toEqual([
    ['0.01', '0.00'],
    ['0.00', '0.01'],
  ]);
  const amended = statisticsTerm({
    bands: [{ fromYear: 1, indicators: [{ indicator: 'gross-industrial-output', counting: { node: 'one-sided', party: origin } }] }],
  });
  const versions = [version(term, '2020-01-01'), version(amended, '2022-04-01', { digest: 'b'.repeat(64) as Digest })];
  expect(counted(evaluate(input(versions, quarters)).statements)).toEqual([
    ['0.01', '0.00'],
    ['0.01', '0.00'],
  ]);
});

test('SH-12 a quota by year accrues, is reserved, used, and what is left at the end of the year is due back', () => {
  const term = quotaTerm({
    quota: 'energy',
    reporting: { ...quotaTerm().reporting, period: 'half-year' },
    rule: { node: 'transfer', from: origin, to: destination, amount: '3660000', per: 'year', years: 2, unused: 'returned' },
  });
  const moved = (when: string, amount: string, movement: 'transferred' | 'used' | 'reserved' | 'returned', party = destination) =>
    figure(when, '0', { measure: `quota/energy/${movement}`, amount, party });
  const figures = [
    moved('2020-02', '3660000', 'transferred', origin),
    moved('2020-03', '3000000', 'reserved'),
    moved('2020-05', '1000000', 'used'),
    moved('2021-01', '660000', 'returned'),
  ];
  const statements = evaluate(input(term, figures))
    .statements.filter(({ period }) => period.from >= '2020')
    .slice(0, 3);
  const line = (at: number, of: 'lines' | 'net') => statements[at]?.[of].find(({ party }) => party === 'destination')?.amount;
  expect([line(0, 'lines'), line(0, 'net')]).toEqual(['1820000', '-1840000']);
  expect([line(1, 'lines'), line(1, 'net')]).toEqual(['1180000', '1180000']);
  expect(statements[1]?.derivation[0]?.steps.find(({ rule }) => rule === 'quota-unused')).toMatchObject({ applied: true, result: '660000' });
  expect([line(2, 'lines'), line(2, 'net')]).toEqual(['1814959', '2474959']);
  expect(statements[2]?.balances).toEqual([
    { path: 'rule.amount', kind: 'quota-open', party: 'destination', amount: '1814959' },
    { path: 'rule.unused', kind: 'quota-held', party: 'destination', amount: '2000000' },
  ]);
});

test('SH-12 MN-4 a quota that is granted to the parties together is divided', () => {
  const term = quotaTerm({ quota: 'carbon', rule: { node: 'split', shares: shares({ origin: [1, 3], destination: [2, 3] }), years: 1 } });
  const granted = (amount: string, party = origin) => figure('2020', '0', { measure: 'quota/carbon/granted', amount, party });
  const [statement] = evaluate(input([version(term, '2020-01-01')], [granted('1000000'), granted('1', destination)])).statements;
  expect(statement?.lines.map(({ party, amount }) => [party, amount])).toEqual([
    ['origin', '333334'],
    ['destination', '666667'],
  ]);
  expect(statement?.net.map(({ amount }) => amount)).toEqual(['-666666', '666666']);
});

test('SH-8 terms of the first form compute nothing, terms that follow them do from their day', () => {
  const older = {
    node: 'share' as const,
    base: { node: 'taxes' as const, taxes: [{ tax: 'value-added' as const, level: 'local-retained' as const }] },
    start: { node: 'on-date' as const, date: day('2020-01-01') },
    years: 'calendar' as const,
    allocation: { node: 'year-bands' as const, bands: [{ fromYear: 1, shares: half }] },
    rounding: { node: 'largest-remainder' as const, level: 'total' as const, negative: 'mirror' as const, ties: [origin, destination] },
  };
  expect(evaluate(input(older, [figure('2021', '100.00')]))).toEqual({ engine: 'sharing/1', statements: [], problems: [] });
  const followed = evaluate(
    input([version(older, '2020-01-01'), version(moneyTerm(), '2021-07-01')], [figure('2021-03', '100.00'), figure('2021-09', '100.00')]),
  );
  expect(both(statementOf(followed.statements, '2021'))).toEqual(['50.00', '50.00']);
});

test('SH-1 an agreement that has ended shares nothing more, and its statements go on only for late items', () => {
  const statements = evaluate(
    input(
      [
        version(
          moneyTerm({ settlement: { ...moneyTerm().settlement, period: 'quarter', lateItems: { months: 6, thereafter: 'stay' } } }),
          '2021-01-01',
          { until: day('2021-08-15') },
        ),
      ],
      [figure('2021-Q3', '92.00')],
    ),
  ).statements;
  expect(statements.map(({ period }) => period.from)).toEqual(['2021-01-01', '2021-04-01', '2021-07-01', '2021-10-01', '2022-01-01']);
  expect(statements[2]).toMatchObject({ base: bp('46.00'), marks: ['estimated', 'ended'], late: { until: '2022-02-15', thereafter: 'stay' } });
  expect(statements[4]).toMatchObject({ base: '0', derivation: [] });
});

test('SH-1 cash is redirected in part, by the ratio of each, and payments still come to nothing', () => {
  const term = moneyTerm({
    redirection: {
      node: 'redirection',
      from: [{ party: origin, ratio: ['1', '3'] }],
      to: { organisation: org('zone'), name: { zh: '合作区', en: 'zone' }, kind: 'zone' },
    },
  });
  const statement = statementOf(run(term, [figure('2021', '200.00')]), '2021');
  expect([netOf(statement, 'origin'), netOf(statement, 'destination'), netOf(statement, 'zone')]).toEqual(['66.67', '-100.00', '33.33']);
});
