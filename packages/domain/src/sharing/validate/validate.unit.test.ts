import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, org } from '../../kernel/given.fixtures.ts';
import { anyOf } from '../arbitrary.fixtures.ts';
import { contradictionInTerm, type MoneyTerm, type SharingTerm, sharingTerm, warningsInTerm } from '../index.ts';
import {
  band,
  baseOf,
  bp,
  byRatio,
  calendarClock,
  destination,
  half,
  moneyTerm,
  origin,
  provincialFinance,
  quotaTerm,
  shares,
  startOn,
  statisticsTerm,
  tax,
} from '../terms.fixtures.ts';

const parties = [origin, destination];
const third = org('third');
const stated = { node: 'stated' as const, amount: bp('100') };
const cap: MoneyTerm['caps'][number] = {
  node: 'cap',
  id: 'cap',
  party: origin,
  over: 'year',
  amount: stated,
  excessTo: destination,
  counts: 'shares',
};
const claim = { id: 'outlay', creditor: origin, outlay: stated };
const recovery: NonNullable<MoneyTerm['recovery']> = { node: 'recovery', portion: ['1', '1'], claims: [claim], yearsCount: 'from-period-recovered' };
const guarantee: MoneyTerm['guarantees'][number] = {
  node: 'guarantee',
  id: 'floor',
  party: origin,
  amount: bp('101'),
  from: startOn('2021-01-01'),
  fundedBy: { party: destination, source: 'own-funds' },
  assessed: 'year-end',
};
const route = moneyTerm().settlement.routes[0]!;
const routes = (...all: MoneyTerm['settlement']['routes']): Partial<MoneyTerm> => ({ settlement: { ...moneyTerm().settlement, routes: all } });
const stock = (below: 'pro-rata-to-stock'): MoneyTerm['bands'] => [
  band(1, undefined, { node: 'increment', over: 'year', stocks: [{ party: origin, amount: '1' }], shares: half, below: { node: below } }),
];
const tiers = (...edges: (string | undefined)[]): MoneyTerm['bands'] => [
  band(1, undefined, { node: 'tiers', over: 'year', tiers: edges.map((upTo) => ({ ...(upTo === undefined ? {} : { upTo }), shares: half })) }),
];
const fixed = (payer = destination, payee = origin): MoneyTerm['bands'] => [
  band(1, undefined, { node: 'fixed-amount', payer, payee, amount: bp('30000'), per: { node: 'stated-units', units: '12' } }),
];

const money: readonly (readonly [string, string, Partial<MoneyTerm>])[] = [
  ['bands.0.allocation.shares', 'shares-not-one', { bands: [band(1, undefined, byRatio(shares({ origin: [3, 5], destination: [3, 5] })))] }],
  ['bands.0.allocation.shares', 'parties-missing', { bands: [band(1, undefined, byRatio(shares({ origin: [1, 1] })))] }],
  ['bands.0.allocation.shares.1', 'party-unknown', { bands: [band(1, undefined, byRatio(shares({ origin: [1, 2], third: [1, 2] })))] }],
  ['bands.0.fromYear', 'bands-not-from-one', { bands: [band(2, undefined, byRatio(half))] }],
  ['bands.1.fromYear', 'bands-not-contiguous', { bands: [band(1, 3, byRatio(half)), band(5, 6, byRatio(half))] }],
  ['bands.1', 'band-after-open-end', { bands: [band(1, undefined, byRatio(half)), band(2, 3, byRatio(half))] }],
  [
    'bands.0.onlyIf',
    'condition-on-first-band',
    { bands: [band(1, 3, byRatio(half), { onlyIf: { node: 'received-below', party: origin, amount: '1' } })] },
  ],
  [
    'bands.1.onlyIf.cap',
    'id-unknown',
    { bands: [band(1, 3, byRatio(half)), band(4, 5, byRatio(half), { onlyIf: { node: 'cap-not-reached', cap: 'none' } })] },
  ],
  [
    'bands.0.allocation.holdings',
    'holdings-empty',
    { bands: [band(1, undefined, { node: 'equity', holdings: parties.map((party) => ({ party, units: '0' })) })] },
  ],
  ['bands.0.allocation.tiers.1.upTo', 'tiers-not-ascending', { bands: tiers('5', '5', undefined) }],
  ['bands.0.allocation.tiers.1', 'tiers-open-end', { bands: tiers('5', '6') }],
  ['bands.0.allocation.payee', 'payer-is-payee', { bands: fixed(origin, origin) }],
  ['base.sources.1', 'tax-twice', { base: baseOf({ sources: [tax('value-added'), tax('value-added', 'local-share')] }) }],
  [
    'base.sources.0.successor',
    'successor-missing',
    { base: baseOf({ sources: [{ node: 'tax', tax: 'business', level: 'gross', conversion: { node: 'as-reported' } }] }) },
  ],
  ['base.collectedBy.0', 'party-unknown', { base: baseOf({ collectedBy: [third] }) }],
  [
    'base.refunds.credit.party',
    'party-unknown',
    { base: baseOf({ refunds: { ordinary: { node: 'all' }, credit: { node: 'party', party: third } } }) },
  ],
  ['deductions.0.measure', 'measure-in-base', { deductions: [{ node: 'deduction', measure: 'refund/value-added/gross', borneBy: { node: 'all' } }] }],
  ['deductions.0.measure', 'measure-not-money', { deductions: [{ node: 'deduction', measure: 'quota/land/used', borneBy: { node: 'all' } }] }],
  ['clock.start.all.0.date', 'clock-never-starts', { clock: { ...calendarClock(startOn('2031-01-01')), until: day('2030-12-31') } }],
  ['recovery.portion', 'clock-never-starts', { recovery: { ...recovery, portion: ['0', '1'] } }],
  ['recovery.claims.1.id', 'id-twice', { recovery: { ...recovery, claims: [claim, claim] } }],
  ['recovery', 'needs-together', { base: baseOf({ scope: 'each-company' }), recovery }],
  ['caps.0.excessTo', 'cap-excess-to-capped', { caps: [{ ...cap, excessTo: origin }] }],
  ['caps.0.amount', 'cap-below-paid', { caps: [cap], guarantees: [guarantee] }],
  ['caps.0.amount', 'cap-below-paid', { caps: [{ ...cap, over: 'whole', amount: { node: 'stated', amount: bp('359999.99') } }], bands: fixed() }],
  ['guarantees.0.fundedBy.party', 'payer-is-payee', { guarantees: [{ ...guarantee, fundedBy: { party: origin, source: 'pool' } }] }],
  [
    'redirection.to',
    'redirected-to-itself',
    { redirection: { node: 'redirection', from: [{ party: origin, ratio: ['1', '1'] }], to: { ...provincialFinance, organisation: origin } } },
  ],
  ['rounding.ties', 'parties-missing', { rounding: { ...moneyTerm().rounding, ties: [origin] } }],
  ['rounding.ties.1', 'party-twice', { rounding: { ...moneyTerm().rounding, ties: [origin, origin] } }],
  ['rounding.level', 'per-source-impossible', { rounding: { ...moneyTerm().rounding, level: 'per-source' }, bands: stock('pro-rata-to-stock') }],
  ['settlement.routes.0.node', 'direct-route-for-tax', routes({ ...route, node: 'direct', via: [] })],
  ['settlement.routes.0.via', 'route-without-bodies', routes({ ...route, via: [] })],
  ['settlement.routes.1', 'route-twice', routes(route, { ...route, from: route.to, to: route.from })],
  [
    'settlement.routes',
    'route-missing',
    {
      base: baseOf({ collectedBy: [origin, destination] }),
      redirection: { node: 'redirection', from: [{ party: origin, ratio: ['1', '1'] }], to: provincialFinance },
    },
  ],
];

test.each(money)('SH-6 refused at %s: %s', (path, problem, change) => {
  expect(contradictionInTerm(moneyTerm(change), parties)).toEqual({ path, problem });
});

test('SH-6 what contradicts nothing is let through, and what an agreement ends before can never start', () => {
  for (const good of [
    moneyTerm(),
    moneyTerm({ recovery, caps: [{ ...cap, amount: { node: 'stated', amount: bp('101') } }], guarantees: [guarantee] }),
    moneyTerm({ base: baseOf({ sources: [{ node: 'income', income: 'rent' }] }), ...routes({ ...route, node: 'direct', via: [] }) }),
    statisticsTerm(),
    quotaTerm(),
  ]) {
    expect(contradictionInTerm(good, parties)).toBeUndefined();
    expect(contradictionInTerm(good, parties, day('2019-12-31'))).toMatchObject({ problem: 'clock-never-starts' });
  }
});

const others: readonly (readonly [string, string, SharingTerm])[] = [
  ['placesOfOperation.0', 'party-unknown', statisticsTerm({ placesOfOperation: [third] })],
  [
    'bands.0.indicators.1',
    'indicator-twice',
    statisticsTerm({ bands: [{ fromYear: 1, indicators: [statisticsTerm().bands[0]!.indicators[0]!, statisticsTerm().bands[0]!.indicators[0]!] }] }),
  ],
  ['rounding.ties', 'parties-missing', statisticsTerm({ rounding: { node: 'largest-remainder', over: 'period', ties: [origin] } })],
  [
    'rule.to',
    'payer-is-payee',
    quotaTerm({ rule: { node: 'transfer', from: origin, to: origin, amount: '1', per: 'year', years: 1, unused: 'kept' } }),
  ],
  ['rule.shares', 'shares-not-one', quotaTerm({ rule: { node: 'split', shares: shares({ origin: [1, 3], destination: [1, 3] }) } })],
];
test.each(others)('SH-6 refused at %s: %s, of what is no money', (path, problem, term) => {
  expect(contradictionInTerm(term, parties)).toEqual({ path, problem });
});

test('SH-6 whatever the tree, a contradiction is found or not, and its path leads somewhere in the tree', () => {
  fc.assert(
    fc.property(anyOf<SharingTerm>(sharingTerm, parties), (term) => {
      const found = contradictionInTerm(term, parties);
      if (found === undefined) return;
      const keys = found.path.split('.');
      const above = keys.slice(0, -1).reduce<unknown>((each, key) => Reflect.get(Object(each), key), term);
      expect(above).toBeTypeOf('object');
    }),
  );
});

const required = [
  'rounding.level',
  'rounding.over',
  'rounding.negative',
  'rounding.ties',
  'rounding.amounts',
  'clock.partial.figures',
  'clock.partial.amounts',
  'clock.start.granularity',
  'clock.years',
  'base.refunds.ordinary',
  'base.refunds.credit',
  'base.consolidated.headOffice',
  'settlement.routes',
  'settlement.lateItems.months',
  'settlement.lateItems.thereafter',
  'settlement.disputes',
  'settlement.period',
];
test.each(required)('SH-8 without %s there are no terms', (path) => {
  expect(sharingTerm.safeParse(moneyTerm()).success).toBe(true);
  expect(sharingTerm.safeParse(without(moneyTerm(), path.split('.'))).success).toBe(false);
});

test('SH-8 the choices of nodes are required where the nodes stand', () => {
  const full = moneyTerm({ bands: stock('pro-rata-to-stock'), guarantees: [guarantee], caps: [cap], recovery });
  expect(sharingTerm.safeParse(full).success).toBe(true);
  for (const path of [
    'bands.0.allocation.below',
    'bands.0.allocation.over',
    'guarantees.0.fundedBy.source',
    'guarantees.0.assessed',
    'caps.0.excessTo',
    'caps.0.counts',
    'recovery.yearsCount',
    'recovery.portion',
  ]) {
    expect(sharingTerm.safeParse(without(full, path.split('.'))).success, path).toBe(false);
  }
});

test('SH-13 a share of tax that a company gets is warned of, one of rent is not', () => {
  const company = (organisation: string) => organisation === 'destination';
  expect(warningsInTerm(moneyTerm(), company)).toEqual([
    { path: 'bands.0.allocation.shares.1', warning: 'share-to-company', organisation: 'destination' },
  ]);
  expect(warningsInTerm(moneyTerm(), () => false)).toEqual([]);
  expect(warningsInTerm(moneyTerm({ base: baseOf({ sources: [{ node: 'income', income: 'rent' }] }) }), company)).toEqual([]);
  const toFirm = moneyTerm({
    redirection: {
      node: 'redirection',
      from: [{ party: origin, ratio: ['1', '2'] }],
      to: { ...provincialFinance, organisation: third, kind: 'company' },
    },
  });
  expect(warningsInTerm(toFirm, () => false)).toEqual([{ path: 'redirection.to', warning: 'share-to-company', organisation: third }]);
  const none = moneyTerm({ bands: [band(1, undefined, byRatio(shares({ origin: [1, 1], destination: [0, 1] })))] });
  expect(warningsInTerm(none, company)).toEqual([]);
});

function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as Record<string, unknown>) };
  if (rest.length === 0) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, without(Reflect.get(copy, key), rest));
  return copy;
}
