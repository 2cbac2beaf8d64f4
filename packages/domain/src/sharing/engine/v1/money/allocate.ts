import type { Step } from '../../../statement.ts';
import type { Day } from '../days.ts';
import type { Facts } from '../facts.ts';
import { commonDenominator, largestRemainder } from '../fraction.ts';
import { zeros } from '../roster.ts';
import { partOfYear, type YearWindow } from '../years.ts';
import type { State } from './instance.ts';
import type { Plan, PlannedAllocation, PlannedBand, Weights } from './plan.ts';

/** Exact shares of a base: numerators over `d`, by index of the roster; they sum to `base * d`. */
interface Quotas {
  readonly quotas: readonly bigint[];
  readonly d: bigint;
  readonly texts?: readonly (string | undefined)[] | undefined;
}

export interface Stretch {
  readonly plan: Plan;
  readonly band: PlannedBand;
  readonly window: YearWindow;
  readonly from: Day;
  readonly to: Day;
  readonly facts: Facts;
}

/**
 * Divides what is to be shared in a stretch. `bases` is the total alone, or each source where the terms round at sources.
 * Where the terms add up the year or the whole, what comes out is what all so far gives, less what was given before.
 */
export function allocate(bases: readonly bigint[], stretch: Stretch, state: State, steps: Step[]): bigint[] {
  const { plan, band } = stretch;
  const { over } = windowOver(band.allocation, plan);
  if (over !== 'period')
    openWindow(state, `${plan.digest} ${band.at}${over === 'year' ? ` ${stretch.window.year}` : ''}`, stretch.from, bases.length);
  const parts = zeros(plan.roster.ids.length);
  for (let unit = 0; unit < bases.length; unit += 1) {
    const path = bases.length > 1 ? `base.sources.${unit}` : `bands.${band.at}.allocation`;
    const base = (bases[unit] ?? 0n) + (over === 'period' ? 0n : (state.windowBase[unit] ?? 0n));
    const quotas = quotasOf(band.allocation, base, stretch, over === 'period' ? stretch.from : state.windowFrom);
    if (quotas === undefined) {
      steps.push({ path, rule: band.allocation.node, applied: false, why: 'no-figures', inputs: [] });
      return [];
    }
    const given = largestRemainder(quotas.quotas, quotas.d, base, plan.ranks);
    explain(steps, path, band.allocation, quotas, given, plan, over === 'period' ? undefined : base);
    const before = over === 'period' ? undefined : state.windowGiven[unit];
    for (let party = 0; party < parts.length; party += 1) parts[party] = (parts[party] ?? 0n) + (given[party] ?? 0n) - (before?.[party] ?? 0n);
    if (over !== 'period') {
      state.windowBase[unit] = base;
      state.windowGiven[unit] = given;
    }
  }
  return parts;
}

function windowOver(allocation: PlannedAllocation, plan: Plan): { readonly over: 'period' | 'year' | 'whole' } {
  return allocation.node === 'tiers' || allocation.node === 'increment' ? allocation.term : plan.term.rounding;
}

function openWindow(state: State, key: string, from: Day, units: number): void {
  if (state.windowKey === key) return;
  state.windowKey = key;
  state.windowFrom = from;
  state.windowBase.length = 0;
  state.windowGiven.length = 0;
  for (let unit = 0; unit < units; unit += 1) state.windowBase.push(0n);
}

function quotasOf(allocation: PlannedAllocation, base: bigint, stretch: Stretch, from: Day): Quotas | undefined {
  switch (allocation.node) {
    case 'weights':
      return weighted(base, allocation.by);
    case 'contribution':
      return contributed(base, allocation.measures, stretch);
    case 'tiers':
      return tiered(base, allocation.tiers);
    case 'increment':
      return incremental(base, allocation, stretch, from);
    case 'fixed':
    case 'not-shared':
      return undefined;
  }
}

function weighted(base: bigint, { weights, d, texts }: Weights): Quotas {
  const quotas: bigint[] = [];
  for (let party = 0; party < weights.length; party += 1) quotas.push(base * (weights[party] ?? 0n));
  return { quotas, d, texts };
}

/** What each has paid in before the stretch begins or on its first day. */
function contributed(base: bigint, measures: readonly Parameters<Facts['byMeasure']>[0][], { facts, plan, from }: Stretch): Quotas | undefined {
  const paid = plan.roster.ids.map(() => 0n);
  for (const measure of measures) {
    for (const { party, amount, effectiveOn } of facts.byMeasure(measure)) {
      const at = plan.roster.indexOf(party);
      if (at >= 0 && effectiveOn <= from) paid[at] = (paid[at] ?? 0n) + amount;
    }
  }
  const d = paid.reduce((sum, each) => sum + each, 0n);
  if (d <= 0n || paid.some((each) => each < 0n)) return undefined;
  return { quotas: paid.map((each) => base * each), d, texts: paid.map((each) => (each === 0n ? undefined : `${each}/${d}`)) };
}

/** A base below zero mirrors the first tier. */
function tiered(base: bigint, tiers: Extract<PlannedAllocation, { node: 'tiers' }>['tiers']): Quotas {
  const { d } = commonDenominator(tiers.map(({ by }) => ({ n: 1n, d: by.d })));
  const quotas = (tiers[0]?.by.weights ?? []).map(() => 0n);
  let below = 0n;
  for (const { upTo, by } of tiers) {
    const top = upTo === undefined || base < upTo ? base : upTo;
    const slice = base < 0n ? base : top - below;
    if (slice !== 0n)
      for (let party = 0; party < quotas.length; party += 1) quotas[party] = (quotas[party] ?? 0n) + slice * (by.weights[party] ?? 0n) * (d / by.d);
    if (upTo === undefined || base <= upTo) break;
    below = upTo;
  }
  return { quotas, d };
}

function incremental(
  base: bigint,
  { term, stocks, stock, by }: Extract<PlannedAllocation, { node: 'increment' }>,
  stretch: Stretch,
  from: Day,
): Quotas {
  const { plan, window, to } = stretch;
  const part = partOfYear(from, to, window, plan.term.clock.years, plan.term.clock.partial.amounts);
  const increment = base * part.d - stock * part.n;
  if (increment < 0n && term.below.node === 'pro-rata-to-stock' && stock > 0n) return { quotas: stocks.map((each) => base * each), d: stock };
  const quotas = stocks.map((each, party) => {
    const own = each * part.n * by.d;
    if (increment < 0n && term.below.node === 'party') return term.below.party === plan.roster.ids[party] ? own + increment * by.d : own;
    return own + increment * (by.weights[party] ?? 0n);
  });
  return { quotas, d: part.d * by.d };
}

function explain(
  steps: Step[],
  path: string,
  allocation: PlannedAllocation,
  { quotas, d, texts }: Quotas,
  given: readonly bigint[],
  { roster, term }: Plan,
  cumulative: bigint | undefined,
): void {
  const rule = allocation.node === 'weights' ? allocation.rule : allocation.node;
  const denominator = d.toString();
  let odd = false;
  for (let party = 0; party < quotas.length; party += 1) {
    const quota = quotas[party] ?? 0n;
    const result = given[party] ?? 0n;
    const ratio = texts?.[party];
    if (quota === 0n && ratio === undefined) continue;
    if (result * d !== quota) odd = true;
    const id = roster.ids[party] as Step['party'];
    const step: Step = {
      path,
      rule,
      applied: true,
      party: id,
      inputs: NO_INPUTS,
      exact: [quota.toString(), denominator],
      result: result.toString(),
    };
    if (cumulative !== undefined) step.values = { ...(ratio === undefined ? {} : { ratio }), sum: cumulative.toString() };
    else if (ratio !== undefined) step.values = { ratio };
    steps.push(step);
  }
  steps.push(odd ? { path: 'rounding', rule: 'rounding', applied: true, inputs: NO_INPUTS, values: { first: term.rounding.ties[0] ?? '' } } : EXACT);
}

const NO_INPUTS: Step['inputs'] = [];
const EXACT: Step = { path: 'rounding', rule: 'rounding', applied: false, why: 'exact', inputs: [] };
