import { moneyTerm } from '@lianyu/domain/sharing';

/** 60:40 of two taxes for ten years, then half each, by the year, with every choice made. */
export function agreedTerm(origin: string, destination: string) {
  const shares = (one: [string, string], other: [string, string]) => [
    { party: origin, ratio: one },
    { party: destination, ratio: other },
  ];
  const tax = (name: string) => ({ node: 'tax', tax: name, level: 'local-retained', conversion: { node: 'as-reported' } });
  const body = (organisation: string, zh: string) => ({ organisation, name: { zh, en: '' }, kind: 'finance-office' });
  return moneyTerm.parse({
    node: 'money',
    base: {
      node: 'sum',
      sources: [tax('value-added'), tax('enterprise-income')],
      collectedBy: [destination],
      scope: 'together',
      consolidated: { headOffice: 'leave-out', branch: 'count' },
      refunds: { ordinary: { node: 'all' }, credit: { node: 'all' } },
    },
    clock: {
      start: { node: 'start', all: [{ node: 'on-date', date: '2022-01-01' }], after: { years: 0, months: 0 }, granularity: 'day' },
      years: { node: 'calendar', firstPart: 'is-year-one' },
      partial: { figures: 'by-days', amounts: 'by-days' },
    },
    eligibility: [],
    deductions: [],
    bands: [
      { fromYear: 1, toYear: 10, allocation: { node: 'ratio', shares: shares(['3', '5'], ['2', '5']) } },
      { fromYear: 11, allocation: { node: 'ratio', shares: shares(['1', '2'], ['2', '4']) } },
    ],
    caps: [],
    guarantees: [],
    discretionary: [],
    rounding: { node: 'largest-remainder', level: 'total', over: 'period', negative: 'mirror', ties: [origin, destination], amounts: 'half-up' },
    settlement: {
      node: 'settlement',
      period: 'year',
      routes: [
        {
          node: 'inter-provincial',
          from: destination,
          to: origin,
          via: [body('finance-of-destination', '迁入地省级财政'), body('finance-of-origin', '迁出地省级财政')],
        },
      ],
      figuresDue: 20,
      confirmationDue: 10,
      paymentDue: 20,
      disputes: { workingDays: 30, resolvedBy: { node: 'joint-committee' } },
      lateItems: { months: 24, thereafter: 'stay' },
    },
  });
}
