import type { Clause } from '@lianyu/domain/agreements';
import type { CalendarDate, OrganisationId } from '@lianyu/domain/kernel';
import type { MoneyTerm, StatisticsTerm } from '@lianyu/domain/sharing';

interface Dates {
  readonly startsOn: CalendarDate;
  readonly countedFrom: CalendarDate;
  readonly until: CalendarDate;
}

/** Money and statistics of one invented agreement as clauses that are computed: two retained taxes 6:4, output half each for appraisal. */
export function computedClauses({ startsOn, countedFrom, until }: Dates, origin: OrganisationId, destination: OrganisationId): readonly Clause[] {
  const clock: MoneyTerm['clock'] = {
    start: {
      node: 'start',
      all: [
        { node: 'on-date', date: startsOn },
        { node: 'on-milestone', milestone: 'full-capacity' },
      ],
      after: { years: 0, months: 0 },
      granularity: 'quarter',
    },
    years: { node: 'anniversary' },
    partial: { figures: 'by-days', amounts: 'by-days' },
    until,
  };
  const disputes: MoneyTerm['settlement']['disputes'] = { workingDays: 60, resolvedBy: { node: 'joint-committee' } };
  const lateItems: MoneyTerm['settlement']['lateItems'] = { months: 24, thereafter: 'stay' };
  const retained = (tax: 'value-added' | 'enterprise-income') =>
    ({ node: 'tax', tax, level: 'local-retained', conversion: { node: 'as-reported' } }) as const;
  const split = (share: [string, string], rest: [string, string]) => [
    { party: origin, ratio: share },
    { party: destination, ratio: rest },
  ];
  const money: MoneyTerm = {
    node: 'money',
    base: {
      node: 'sum',
      sources: [retained('value-added'), retained('enterprise-income')],
      collectedBy: [destination],
      scope: 'together',
      consolidated: { headOffice: 'leave-out', branch: 'count' },
      refunds: { ordinary: { node: 'all' }, credit: { node: 'all' } },
    },
    clock,
    eligibility: [],
    deductions: [],
    bands: [{ fromYear: 1, allocation: { node: 'ratio', shares: split(['3', '5'], ['2', '5']) } }],
    caps: [],
    guarantees: [],
    discretionary: [],
    rounding: { node: 'largest-remainder', level: 'total', over: 'period', negative: 'mirror', ties: [origin, destination], amounts: 'half-up' },
    settlement: {
      node: 'settlement',
      period: 'quarter',
      routes: [
        {
          node: 'inter-provincial',
          from: destination,
          to: origin,
          via: [
            {
              organisation: 'example-provincial-finance' as OrganisationId,
              name: { zh: '示例省财政厅', en: 'Finance department of the example province' },
              kind: 'finance-office',
            },
          ],
        },
      ],
      figuresDue: 15,
      confirmationDue: 10,
      paymentDue: 20,
      disputes,
      lateItems,
    },
  };
  const statistics: StatisticsTerm = {
    node: 'statistics',
    placesOfOperation: [destination],
    clock: { ...clock, start: { ...clock.start, all: [{ node: 'on-date', date: countedFrom }] } },
    bands: [
      { fromYear: 1, indicators: [{ indicator: 'gross-industrial-output', counting: { node: 'split', shares: split(['1', '2'], ['1', '2']) } }] },
    ],
    rounding: { node: 'largest-remainder', over: 'period', ties: [origin, destination] },
    publication: 'internal',
    reporting: { node: 'reporting', period: 'quarter', figuresDue: 15, confirmationDue: 10, disputes, lateItems },
  };
  return [
    { id: 'sharing', heading: { zh: '税收分享', en: 'Sharing of taxes' }, body: { kind: 'sharing', term: money } },
    { id: 'output', heading: { zh: '产值分计', en: 'Counting of output' }, body: { kind: 'sharing', term: statistics } },
  ];
}
