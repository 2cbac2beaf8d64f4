import { contradictionInTerm, type SharingTerm, sharingText } from '@lianyu/domain/sharing';
import { expect, test } from 'vitest';
import { agreed, cast, partiesOf, route } from './agreed.fixtures.ts';
import { figure, got, milestone, statements } from './computed.fixtures.ts';
import { type SharingTemplate, sharingTemplates } from './index.ts';

/** A clause of a template with the conventions, and what the case leaves open chosen for the example. */
function terms(number: string, clause = 0, choices: object = {}) {
  const template = sharingTemplates.find((each) => each.number === number);
  if (!template) throw new Error(number);
  return checked(template, agreed(template, template.clauses[clause]!.draft(cast), choices));
}

/** Terms that contradict nothing in themselves and read in both languages. */
function checked(template: SharingTemplate, term: SharingTerm): SharingTerm {
  const parties = partiesOf(template);
  expect(contradictionInTerm(term, parties)).toBeUndefined();
  const { zh, en } = sharingText(term, parties);
  expect([zh.length > 0, en.length]).toEqual([true, zh.length]);
  for (const text of [...zh, ...en]) expect(text).not.toMatch(/undefined|\[object/);
  return term;
}

const asReported = { conversion: { node: 'as-reported' } };
const retained = { sources: [{ node: 'tax', tax: 'value-added', level: 'local-retained', ...asReported }] };
const retainedTax = 'tax/value-added/local-retained' as const;
const startOn = (date: string, granularity = 'day') => ({ clock: { start: { node: 'start', all: [{ node: 'on-date', date }], granularity } } });

test('RD-2 F1 财预〔2015〕92号 as a template: half each, stopped at the sum of the three taxes before the move', () => {
  const term = terms('92', 0, {
    base: { sources: [asReported, asReported, { ...asReported, successor: 'none' }] },
    clock: { start: { granularity: 'next-year' } },
  });
  const of = (year: string, amount: string, role = 'destination') => figure(year, role, 'tax/value-added/local-share', amount, { company: 'x' });
  const all = statements(
    term,
    [
      ...[of('2014', '21350000.00', 'origin'), of('2015', '23480500.00', 'origin'), of('2016', '22169999.99', 'origin')],
      ...[of('2018', '30000000.01'), of('2019', '45000000'), of('2020', '38000000'), of('2021', '24000000'), of('2022', '26000000')],
    ],
    [
      milestone('relocated', '2017-02-01', 'x'),
      milestone('registration-changed', '2017-03-01', 'x'),
      milestone('full-capacity', '2017-11-20', 'x'),
      milestone('origin-led', '2017-01-05', 'x'),
      milestone('jointly-confirmed', '2017-06-30', 'x'),
    ],
    '2022-12-31',
  );
  expect(['2018', '2019', '2020', '2021', '2022'].map((year) => got(all, year, ['origin', 'destination']))).toEqual([
    ['15000000.01', '15000000.00'],
    ['22500000.00', '22500000.00'],
    ['19000000.00', '19000000.00'],
    ['10500499.98', '13499500.02'],
    ['0.00', '26000000.00'],
  ]);
});

test('RD-2 F2 淄博–石嘴山 (M2) as a template', () => {
  const levels = [asReported, { level: 'local-share', ...asReported }, { level: 'gross', ...asReported }];
  const all = statements(
    terms('M2', 0, { base: { sources: levels } }),
    ['2013', '2021'].flatMap((year) => [
      figure(year, 'destination', 'tax/value-added/local-share', '3086419.73'),
      figure(year, 'destination', 'tax/enterprise-income/local-share', '5000000.00'),
      figure(year, 'destination', 'tax/urban-land-use/gross', '777777.77'),
    ]),
  );
  expect(got(all, '2013', ['origin', 'destination'])).toEqual(['5318518.50', '3545679.00']);
  expect(got(all, '2021', ['origin', 'destination'])).toEqual(['4432098.75', '4432098.75']);
});

test('RD-2 F3 淄博市域飞地 (M3) as a template', () => {
  const term = terms('M3', 0, { base: retained, clock: { start: { granularity: 'day' } }, recovery: { yearsCount: 'from-period-recovered' } });
  const all = statements(
    term,
    [
      figure('2019', 'origin', 'outlay/direct-investment', '45000000'),
      figure('2019', 'origin', 'outlay/policy-spending', '5000000'),
      ...[['2020', '18000000.00'] as const, ['2021', '22500000.50'] as const, ['2022', '25000000.00'] as const].map(([year, amount]) =>
        figure(year, 'destination', retainedTax, amount),
      ),
    ],
    [milestone('in-production', '2019-06-01'), milestone('full-capacity', '2020-01-01')],
    '2022-12-31',
  );
  expect(['2020', '2021', '2022'].map((year) => got(all, year, ['origin', 'destination']))).toEqual([
    ['18000000.00', '0.00'],
    ['22500000.50', '0.00'],
    ['18799999.80', '6200000.20'],
  ]);
});

test('RD-2 F4 宁德 (M4) as a template: two clocks', () => {
  const years = { years: { node: 'anniversary' } };
  const tax = statements(
    terms('M4', 0, { base: retained, clock: { ...years, start: { granularity: 'month' } } }),
    [
      figure('2022-08-01..2022-08-31', 'host', retainedTax, '100.00'),
      figure('2027-01-01..2027-07-31', 'host', retainedTax, '1234567.89'),
      figure('2027-08-01..2027-12-31', 'host', retainedTax, '500000.00'),
    ],
    [],
    '2027-12-31',
  );
  expect(got(tax, '2027', ['recruiter', 'host'], ['share'])).toEqual(['617283.95', '617283.94']);
  const indicators = statements(
    terms('M4', 1, { clock: { ...years, start: { granularity: 'day' } } }),
    [
      figure('2025', 'host', 'indicator/gross-industrial-output', '900.00'),
      figure('2026-04-01..2026-06-30', 'host', 'indicator/gross-industrial-output', '800.00'),
    ],
    [milestone('construction-start', '2021-03-15')],
    '2026-12-31',
  ).filter(({ ledger, subject }) => ledger === 'appraisal' && subject === 'indicator/gross-industrial-output');
  expect(got(indicators, '2025', ['recruiter', 'host'])).toEqual(['450.00', '450.00']);
  expect(got(indicators, '2026', ['recruiter', 'host'])).toEqual(['0.00', '800.00']);
});

test('RD-2 沂水 (M5) as a template: 7:3, and who recruited bears what it costs to clear a failed project', () => {
  const all = statements(
    terms('M5', 0, { base: retained }),
    [figure('2024', 'destination', retainedTax, '1000.00'), figure('2024', 'destination', 'outlay/clearance-cost', '150.00')],
    [],
    '2024-12-31',
  );
  expect(got(all, '2024', ['origin', 'destination'], ['share'])).toEqual(['700.00', '300.00']);
  expect(got(all, '2024', ['origin'], ['charge'])).toEqual(['-150.00']);
});

test('RD-2 F5 川渝高竹新区 (M7) as a template', () => {
  const allocation = {
    over: 'year',
    below: { node: 'pro-rata-to-stock' },
    stocks: [{ amount: '820000000' }, { amount: '1180000000' }],
  };
  const term = terms('M7', 0, { base: retained, bands: [{ allocation }] });
  const of = (first: string, second: string) =>
    got(statements(term, [figure('2021', 'first', retainedTax, first), figure('2021', 'second', retainedTax, second)]), '2021', ['first', 'second']);
  expect(of('11000000.01', '20500000.00')).toEqual(['13950000.01', '17550000.00']);
  expect(of('9000000.00', '9000000.00')).toEqual(['7380000.00', '10620000.00']);
});

test('RD-2 F6 广元–青川 (M11) as a template: a minimum a year after the aid is in place', () => {
  const level = { level: 'local-retained', ...asReported };
  const term = terms('M11', 0, {
    base: { sources: [level, level] },
    guarantees: [{ from: { granularity: 'day' }, fundedBy: { source: 'own-funds' }, assessed: 'year-end' }],
  });
  const aid = figure('2019-12-31..2019-12-31', 'qingchuan', 'outlay/infrastructure-aid', '200000000');
  const of = (amount: string) =>
    got(statements(term, [aid, figure('2021', 'guangyuan', retainedTax, amount)], [], '2021-12-31'), '2021', ['qingchuan', 'guangyuan']);
  expect([of('7600000.00'), of('4000000.00'), of('9000000.00')]).toEqual([
    ['5000000.00', '2600000.00'],
    ['5000000.00', '-1000000.00'],
    ['5400000.00', '3600000.00'],
  ]);
});

test('RD-2 F7 合淮合作区 (M6) as a template: attributed half each, all cash to the zone', () => {
  const sources = [...retained.sources, { node: 'income', income: 'non-tax' }];
  const all = statements(
    terms('M6', 0, {
      base: { sources },
      settlement: { routes: [route(cast('county'), cast('zone')), route(cast('county'), cast('cooperation-zone'))] },
    }),
    [figure('2023', 'county', retainedTax, '18000000.00'), figure('2023', 'county', 'income/non-tax', '765432.10')],
    [],
    '2023-12-31',
  );
  expect(got(all, '2023', ['zone', 'county'])).toEqual(['9382716.05', '9382716.05']);
  expect(got(all, '2023', ['cooperation-zone', 'zone'], ['redirected', 'share'])).toEqual(['18765432.10', '0.00']);
});

test('RD-2 F8 昆明 (M8) as a template: benefits taken off, indicators counted in full twice and for one', () => {
  const ratio = { node: 'ratio', shares: ['recruiter', 'host'].map((party) => ({ party, ratio: ['1', '2'] })) };
  const money = statements(
    terms('M8', 0, { base: retained, bands: [{ fromYear: 1, allocation: ratio }] }),
    [figure('2024', 'host', retainedTax, '6300000.00'), figure('2024', 'host', 'policy-benefit', '1150000.00')],
    [],
    '2024-12-31',
  );
  expect(got(money, '2024', ['recruiter', 'host'])).toEqual(['2575000.00', '2575000.00']);
  const all = statements(terms('M8', 1, { rounding: {} }), [
    figure('2024-01-01..2024-03-31', 'host', 'indicator/fixed-asset-investment', '120000000.00'),
    figure('2024-01-01..2024-03-31', 'host', 'indicator/domestic-capital', '7.00'),
  ]);
  const of = (subject: string, ledger: string) =>
    got(
      all.filter((each) => each.subject === subject && each.ledger === ledger && each.period.to === '2024-03-31'),
      '2024',
      ['recruiter', 'host'],
    );
  expect(of('indicator/fixed-asset-investment', 'official')).toEqual(['0.00', '120000000.00']);
  expect(of('indicator/fixed-asset-investment', 'appraisal')).toEqual(['120000000.00', '120000000.00']);
  expect(of('indicator/domestic-capital', 'appraisal')).toEqual(['7.00', '0.00']);
});

test('RD-2 云南 (M9) as a template: in proportion to what each has put in', () => {
  const term = terms('M9', 0, { base: retained, bands: [{ allocation: { measures: ['investment/paid-in', 'outlay/infrastructure-aid'] } }] });
  const on = '2019-06-30..2019-06-30';
  const all = statements(
    term,
    [
      figure(on, 'first', 'investment/paid-in', '2000.00'),
      figure(on, 'first', 'outlay/infrastructure-aid', '1000.00'),
      figure(on, 'second', 'investment/paid-in', '1000.00'),
      figure('2024', 'second', retainedTax, '0.10'),
    ],
    [],
    '2024-12-31',
  );
  expect(got(all, '2024', ['first', 'second'])).toEqual(['0.08', '0.02']);
});

test('RD-2 广西 (M10) as a template: in full for both, and only in the appraisal ledger', () => {
  const all = statements(
    terms('M10', 0, { bands: [{ indicators: [{ indicator: 'gdp' }] }] }),
    [figure('2024', 'receiver', 'indicator/gdp', '50.00')],
    [],
    '2024-12-31',
  );
  const of = (ledger: string) =>
    got(
      all.filter((each) => each.ledger === ledger),
      '2024',
      ['sender', 'receiver'],
    );
  expect([of('official'), of('appraisal')]).toEqual([
    ['0.00', '50.00'],
    ['50.00', '50.00'],
  ]);
});

test('RD-2 F9 平湖–青田 and 鄞州–衢江 (M12, M13) as templates', () => {
  const invested = figure('2018-12-31..2018-12-31', 'investor', 'investment/paid-in', '43210000.00');
  const fixed = statements(terms('M12', 0, startOn('2019-04-01')), [invested], [], '2020-12-31');
  expect(['2019', '2020'].map((year) => got(fixed, year, ['investor'])[0])).toEqual(['3255547.95', '4321000.00']);
  const term = terms('M13', 0, {
    clock: { start: { granularity: 'day' } },
    bands: [{}, { allocation: { holdings: [{ units: '36' }, { units: '64' }] } }],
  });
  const then = statements(
    term,
    [invested, figure('2024', 'host', 'income/rent', '3870123.45')],
    [milestone('delivered', '2019-04-01')],
    '2024-12-31',
  );
  expect(['2019', '2023', '2024'].map((year) => got(then, year, ['investor'])[0])).toEqual(['3255547.95', '4321000.00', '1393244.44']);
});

test('RD-2 平湖–青田 (M12) as a template: of a hundred mu promised forty are made over', () => {
  const term = terms('M12', 1, { rule: { amount: '1000000', per: 'whole', years: 3, unused: 'kept' } });
  const all = statements(term, [figure('2012', 'investor', 'quota/land/transferred', '0', { amount: '400000' })], [], '2012-12-31');
  const year = all.find(({ period }) => period.from === '2012-01-01');
  expect(year?.balances.find(({ kind }) => kind === 'quota-open')?.amount).toBe('600000');
});

test('RD-2 F15 龙泉–萧山 (M14) as a template, with the ratio after five years agreed', () => {
  const template = sharingTemplates.find(({ number }) => number === 'M14')!;
  const draft = template.clauses[0]!.draft(cast) as { bands: readonly object[] };
  const half = { node: 'ratio', shares: ['origin', 'destination'].map((party) => ({ party, ratio: ['1', '2'] })) };
  const extended = { ...draft, bands: [...draft.bands, { fromYear: 6, allocation: half }] };
  const term = checked(template, agreed(template, extended as never, { base: retained, ...startOn('2020-01-01') }));
  const all = statements(
    term,
    [figure('2024', 'destination', retainedTax, '2468013.57'), figure('2025', 'destination', retainedTax, '2468013.57')],
    [],
    '2025-12-31',
  );
  expect(got(all, '2024', ['origin', 'destination'])).toEqual(['2468013.57', '0.00']);
  expect(got(all, '2025', ['origin', 'destination'])).toEqual(['1234006.79', '1234006.78']);
});

test('RD-2 F10 苏州 (M15) as a template: two thirds, exactly', () => {
  const all = statements(terms('M15'), [figure('2012', 'host', 'indicator/gross-industrial-output', '100000000.00')], [], '2012-12-31');
  const appraisal = all.filter(({ ledger, subject }) => ledger === 'appraisal' && subject === 'indicator/gross-industrial-output');
  expect(got(appraisal, '2012', ['exporter', 'host'])).toEqual(['66666666.67', '33333333.33']);
});

test('RD-2 苏州–宿迁 (M16) and 炉霍 (M17) as templates: by equity; a fixed amount, also in loss', () => {
  const equity = terms('M16', 0, { bands: [{ allocation: { holdings: [{ units: '60' }, { units: '40' }] } }] });
  const land = statements(equity, [figure('2012', 'second', 'income/land-revenue', '100.01')], [], '2012-12-31');
  expect(got(land, '2012', ['first', 'second'])).toEqual(['60.01', '40.00']);
  const fixed = terms('M17', 0, { bands: [{ allocation: { per: { node: 'stated-units', units: '12' } } }] });
  const loss = statements(fixed, [figure('2012', 'operator', 'income/operating-profit', '-5000.00')], [], '2026-12-31');
  expect(got(loss, '2012', ['owner'], ['share'])).toEqual(['360000.00']);
  expect(got(loss, '2026', ['owner'], ['share'])).toEqual(['0.00']);
});

test('RD-2 F16 辽宁 (M1) as a template: ten years from the day of effect', () => {
  const term = terms('M1', 0, { base: retained, clock: { ...startOn('2019-07-01').clock, years: { node: 'anniversary' } } });
  const all = statements(term, [figure('2029', 'destination', retainedTax, '3650000.00')], [], '2029-12-31');
  expect(got(all, '2029', ['origin', 'destination'], ['share'])).toEqual(['905000.00', '905000.00']);
});
