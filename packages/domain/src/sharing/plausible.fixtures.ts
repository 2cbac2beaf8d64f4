import fc, { type Arbitrary } from 'fast-check';
import { day, org } from '../kernel/given.fixtures.ts';
import type { CalendarDate, OrganisationId } from '../kernel/index.ts';
import type { RatioText } from '../money/index.ts';
import type {
  Allocation,
  Band,
  Counting,
  Figure,
  IndicatorKind,
  Measure,
  MoneyTerm,
  PartyShares,
  QuotaTerm,
  SharingInput,
  SharingTerm,
  StatisticsTerm,
} from './index.ts';
import {
  anniversaryClock,
  baseOf,
  calendarClock,
  figure,
  input,
  moneyTerm,
  quotaTerm,
  startOn,
  statisticsTerm,
  tax,
  version,
} from './terms.fixtures.ts';

/** Terms that contradict nothing, with figures that fit them: what the engine may be given. */
export const four: readonly OrganisationId[] = ['a', 'b', 'c', 'd'].map(org);

/** Shares that are one in all, some of them nothing. */
export function sharesAmong(parties: readonly OrganisationId[]): Arbitrary<PartyShares> {
  return fc
    .array(fc.nat(30), { minLength: parties.length, maxLength: parties.length })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => {
      const d = weights.reduce((sum, weight) => sum + weight, 0);
      return parties.map((party, at) => ({ party, ratio: [String(weights[at]), String(d)] as RatioText }));
    });
}

const fenText = (most: number) => fc.integer({ min: 1, max: most }).map(String);

/** What divides its base: in ratios, by equity, in tiers, by increment over a stock. */
export function dividing(parties: readonly OrganisationId[]): Arbitrary<Allocation> {
  const shares = sharesAmong(parties);
  const over = fc.constantFrom('period' as const, 'year' as const);
  return fc.oneof(
    shares.map((of): Allocation => ({ node: 'ratio', shares: of })),
    fc
      .array(fc.nat(500), { minLength: parties.length, maxLength: parties.length })
      .filter((all) => all.some((units) => units > 0))
      .map((all): Allocation => ({ node: 'equity', holdings: parties.map((party, at) => ({ party, units: String(all[at]) })) })),
    fc
      .tuple(over, fc.uniqueArray(fc.integer({ min: 1, max: 50_000 }), { maxLength: 3 }), fc.array(shares, { minLength: 4, maxLength: 4 }))
      .map(([window, edges, of]): Allocation => {
        const ascending = [...edges].sort((x, y) => x - y);
        return {
          node: 'tiers',
          over: window,
          tiers: [...ascending.map((edge, at) => ({ upTo: String(edge), shares: of[at]! })), { shares: of[3]! }],
        };
      }),
    fc
      .tuple(
        over,
        shares,
        fc.array(fc.nat(20_000), { minLength: parties.length, maxLength: parties.length }),
        fc.constantFrom('pro-rata-to-stock' as const, 'same-ratio' as const),
      )
      .map(
        ([window, of, stocks, below]): Allocation => ({
          node: 'increment',
          over: window,
          stocks: parties.map((party, at) => ({ party, amount: String(stocks[at]) })),
          shares: of,
          below: { node: below },
        }),
      ),
  );
}

/** Anything that a band may hold. */
export function anyAllocation(parties: readonly OrganisationId[]): Arbitrary<Allocation> {
  const [payer, payee] = [parties[0]!, parties[1]!];
  return fc.oneof(
    { weight: 6, arbitrary: dividing(parties) },
    { weight: 1, arbitrary: fenText(90_000).map((amount): Allocation => ({ node: 'fixed-amount', payer, payee, amount, per: { node: 'year' } })) },
    {
      weight: 1,
      arbitrary: fenText(900_000).map(
        (amount): Allocation => ({ node: 'fixed-return', payer, payee, rate: ['7', '100'], on: { node: 'stated', amount } }),
      ),
    },
    { weight: 1, arbitrary: fc.constant<Allocation>({ node: 'contribution', measures: ['outlay/direct-investment'] }) },
    { weight: 1, arbitrary: fc.constant<Allocation>({ node: 'not-shared' }) },
  );
}

const MEASURES: readonly Measure[] = [
  'tax/value-added/local-retained',
  'tax/enterprise-income/local-retained',
  'refund/value-added/local-retained',
  'credit-refund/value-added/local-retained',
  'policy-benefit',
  'outlay/direct-investment',
];

/** Figures of 2020 to 2023, of any period from a day to two years, so that cuts go through them. */
export function figuresOf(parties: readonly OrganisationId[], most = 25, measures = MEASURES, least = -2000): Arbitrary<Figure[]> {
  const anyDay = fc.integer({ min: 0, max: 1460 });
  const one = fc
    .record({
      measure: fc.constantFrom(...measures),
      party: fc.constantFrom(...parties),
      from: anyDay,
      days: fc.oneof(fc.nat(90), fc.nat(800)),
      amount: fc.integer({ min: least, max: 60_000 }),
    })
    .map(({ measure, party, from, days, amount }) => {
      const period = { from: dateOf(from), to: dateOf(from + days) };
      return figure(`${period.from}..${period.to}`, '0', { measure, party, amount: String(amount), effectiveOn: period.from });
    });
  return fc.array(one, { maxLength: most });
}

export const dateOf = (days: number): CalendarDate => day(new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

const optional = <Value>(arbitrary: Arbitrary<Value>, freq = 2) => fc.option(arbitrary, { nil: undefined, freq });

/** Money terms among parties, with or without each further node. */
export function anyMoney(
  parties: readonly OrganisationId[] = four.slice(0, 3),
  allocation: Arbitrary<Allocation> = anyAllocation(parties),
): Arbitrary<MoneyTerm> {
  const [first, second, third] = [parties[0]!, parties[1]!, parties.at(-1)!];
  const bands = fc.tuple(allocation, allocation, fc.integer({ min: 1, max: 3 })).map(([one, two, years]): Band[] => [
    { fromYear: 1, toYear: years, allocation: one },
    { fromYear: years + 1, toYear: years + 2, allocation: two },
  ]);
  return fc
    .record({
      bands,
      anniversary: fc.boolean(),
      start: fc.integer({ min: 0, max: 500 }),
      figures: fc.constantFrom('by-days' as const, 'by-months' as const),
      amounts: fc.constantFrom('by-days' as const, 'by-months' as const, 'whole' as const),
      bearer: fc.constantFrom<MoneyTerm['base']['refunds']['ordinary']>({ node: 'all' }, { node: 'party', party: second }),
      deduct: fc.boolean(),
      outlay: optional(fenText(150_000)),
      yearsCount: fc.constantFrom('from-start' as const, 'from-period-recovered' as const, 'from-period-after' as const),
      cap: optional(fc.tuple(fenText(60_000), fc.constantFrom('period' as const, 'year' as const, 'whole' as const))),
      floor: optional(
        fc.tuple(
          fenText(40_000),
          fc.constantFrom('pool' as const, 'own-funds' as const),
          fc.constantFrom('year-end' as const, 'every-period' as const),
        ),
      ),
      redirect: optional(fc.integer({ min: 0, max: 4 })),
      over: fc.constantFrom('period' as const, 'year' as const, 'whole' as const),
      negative: fc.constantFrom('mirror' as const, 'carry-forward' as const),
      rounded: fc.constantFrom('half-up' as const, 'down' as const),
      period: fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const),
    })
    .map((so) => ({
      ...moneyTerm(),
      base: baseOf({
        sources: [tax('value-added'), tax('enterprise-income')],
        collectedBy: [first, third],
        refunds: { ordinary: so.bearer, credit: { node: 'all' } },
      }),
      clock: {
        ...(so.anniversary ? anniversaryClock : calendarClock)(startOn(dateOf(so.start))),
        partial: { figures: so.figures, amounts: so.amounts },
      },
      deductions: so.deduct ? [{ node: 'deduction' as const, measure: 'policy-benefit' as const, borneBy: so.bearer }] : [],
      ...(so.outlay === undefined
        ? {}
        : {
            recovery: {
              node: 'recovery' as const,
              portion: ['2', '3'] as RatioText,
              claims: [
                { id: 'stated', creditor: second, outlay: { node: 'stated' as const, amount: so.outlay } },
                { id: 'reported', creditor: first, outlay: { node: 'figures' as const, measures: ['outlay/direct-investment' as const] } },
              ],
              yearsCount: so.yearsCount,
            },
          }),
      bands: so.bands,
      caps:
        so.cap === undefined
          ? []
          : [
              {
                node: 'cap' as const,
                id: 'cap',
                party: second,
                over: so.cap[1],
                amount: { node: 'stated' as const, amount: so.cap[0] },
                excessTo: first,
                counts: 'shares' as const,
              },
            ],
      guarantees:
        so.floor === undefined
          ? []
          : [
              {
                node: 'guarantee' as const,
                id: 'floor',
                party: third,
                amount: so.floor[0],
                from: startOn(dateOf(so.start + 120)),
                fundedBy: { party: second, source: so.floor[1] },
                assessed: so.floor[2],
              },
            ],
      ...(so.redirect === undefined
        ? {}
        : {
            redirection: {
              node: 'redirection' as const,
              from: [{ party: second, ratio: [String(so.redirect), '4'] as RatioText }],
              to: { organisation: org('pool'), name: { zh: '合作区', en: 'zone' }, kind: 'zone' as const },
            },
          }),
      rounding: {
        node: 'largest-remainder' as const,
        level: 'total' as const,
        over: so.over,
        negative: so.negative,
        ties: [...parties].reverse(),
        amounts: so.rounded,
      },
      settlement: { ...moneyTerm().settlement, period: so.period },
    }));
}

export const INDICATORS: readonly IndicatorKind[] = ['gross-industrial-output', 'new-jobs'];

function anyCounting(parties: readonly OrganisationId[]): Arbitrary<Counting> {
  return fc.oneof(
    sharesAmong(parties).map((shares): Counting => ({ node: 'split', shares })),
    fc.constant<Counting>({ node: 'full-on-each', parties: [...parties] }),
    fc.constantFrom(...parties).map((party): Counting => ({ node: 'one-sided', party })),
  );
}

/** Whether the years are anniversaries, the day of the start, how figures and amounts are cut. */
const anyClock = fc
  .record({
    anniversary: fc.boolean(),
    start: fc.integer({ min: 0, max: 500 }),
    figures: fc.constantFrom('by-days' as const, 'by-months' as const),
    amounts: fc.constantFrom('by-days' as const, 'by-months' as const),
  })
  .map(({ anniversary, start, ...partial }) => ({ ...(anniversary ? anniversaryClock : calendarClock)(startOn(dateOf(start))), partial }));

/** Statistics of two indicators among parties, of which the first and the last are places of operation; two bands, then nothing agreed. */
export function anyStatistics(parties: readonly OrganisationId[]): Arbitrary<StatisticsTerm> {
  const counting = anyCounting(parties);
  return fc
    .record({
      clock: anyClock,
      countings: fc.tuple(counting, counting, counting, counting),
      years: fc.integer({ min: 1, max: 2 }),
      over: fc.constantFrom('period' as const, 'year' as const, 'whole' as const),
      period: fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const),
    })
    .map(({ clock, countings: [one, two, three, last], years, over, period }) => {
      const indicators = (...each: readonly Counting[]) => INDICATORS.map((indicator, at) => ({ indicator, counting: each[at] ?? one }));
      return statisticsTerm({
        placesOfOperation: [parties[0]!, parties.at(-1)!],
        clock,
        bands: [
          { fromYear: 1, toYear: years, indicators: indicators(one, two) },
          { fromYear: years + 1, toYear: years + 1, indicators: indicators(three, last) },
        ],
        rounding: { node: 'largest-remainder', over, ties: [...parties].reverse() },
        reporting: { ...statisticsTerm().reporting, period },
      });
    });
}

/** A quota of energy that the first party makes over to the second, or that is divided among all. */
export function anyQuota<Node extends QuotaTerm['rule']['node']>(node: Node, parties: readonly OrganisationId[]): Arbitrary<QuotaOf<Node>> {
  const rules = {
    transfer: fc
      .record({
        amount: fenText(5_000_000),
        per: fc.constantFrom('year' as const, 'whole' as const),
        years: fc.integer({ min: 1, max: 3 }),
        unused: fc.constantFrom('returned' as const, 'kept' as const, 'carried' as const),
      })
      .map((so) => ({ node: 'transfer' as const, from: parties[0]!, to: parties[1]!, ...so })),
    split: fc
      .tuple(sharesAmong(parties), optional(fc.integer({ min: 1, max: 3 })))
      .map(([shares, years]) => ({ node: 'split' as const, shares, ...(years === undefined ? {} : { years }) })),
  };
  const rule = rules[node] as Arbitrary<QuotaOf<Node>['rule']>;
  return fc
    .record({ rule, clock: anyClock, period: fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const) })
    .map(
      (so) =>
        quotaTerm({
          quota: 'energy',
          rule: so.rule,
          clock: so.clock,
          rounding: { node: 'largest-remainder', ties: [...parties].reverse() },
          reporting: { ...quotaTerm().reporting, period: so.period },
        }) as QuotaOf<Node>,
    );
}
export type QuotaOf<Node extends QuotaTerm['rule']['node']> = QuotaTerm & { readonly rule: Extract<QuotaTerm['rule'], { node: Node }> };

/** What is evaluated through 2024, whatever the terms. */
export const given = (term: SharingTerm, figures: readonly Figure[], more: Partial<SharingInput> = {}): SharingInput =>
  input([version(term, '2020-01-01')], figures, { through: day('2024-12-31'), ...more });
