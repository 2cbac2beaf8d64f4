import { fen, type RatioText } from '@lianyu/domain/money';
import type { Allocation, ComputedTerm, MilestoneKind, MoneyTerm, PartyShares, SchemeLevel, SchemeTax, StatisticsTerm } from '@lianyu/domain/sharing';
import type { Cast, Draft } from './template.ts';

/** Yuan as the terms hold them. */
export const yuanText = (yuan: string) => fen(yuan).toString();

/** `shares(cast, { origin: '3/5', destination: '2/5' })` */
export function shares(cast: Cast, ratios: Readonly<Record<string, string>>): PartyShares {
  return Object.entries(ratios).map(([role, ratio]) => ({ party: cast(role), ratio: ratio.split('/') as RatioText }));
}

export const byRatio = (cast: Cast, ratios: Readonly<Record<string, string>>): Allocation => ({ node: 'ratio', shares: shares(cast, ratios) });

/** A tax at a level; how figures come to that level is for the parties to say. */
export const tax = (kind: SchemeTax, level?: SchemeLevel): Draft<MoneyTerm['base']['sources'][number]> => ({
  node: 'tax',
  tax: kind,
  ...(level === undefined ? {} : { level }),
});

export const onMilestones = (...all: readonly MilestoneKind[]): Draft<MoneyTerm['clock']['start']> => ({
  node: 'start',
  all: all.map((milestone) => ({ node: 'on-milestone' as const, milestone })),
  after: { years: 0, months: 0 },
});

/** Sharing of money of which only this much is known. Lists that are empty hold nothing; all else that is missing is chosen. */
export function money(more: Draft<MoneyTerm>): Draft<ComputedTerm> {
  return {
    node: 'money',
    eligibility: [],
    deductions: [],
    caps: [],
    guarantees: [],
    discretionary: [],
    rounding: { node: 'largest-remainder' },
    settlement: { node: 'settlement' },
    ...more,
    base: { node: 'sum', ...more.base },
  };
}

/** Sharing of statistics, which is internal in every document that was found. */
export function statistics(more: Draft<StatisticsTerm>): Draft<ComputedTerm> {
  return {
    node: 'statistics',
    publication: 'internal',
    rounding: { node: 'largest-remainder' },
    ...more,
    reporting: { node: 'reporting', ...more.reporting },
  };
}
