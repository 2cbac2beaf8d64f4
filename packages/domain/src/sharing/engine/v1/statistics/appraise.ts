import type { Step } from '../../../statement.ts';
import type { IndicatorKind, StatisticsTerm } from '../../../term/index.ts';
import { type Day, textOf } from '../days.ts';
import { commonDenominator, fractionOf, largestRemainder } from '../fraction.ts';
import { type YearWindow, yearAt } from '../years.ts';
import type { Read } from './read.ts';
import type { Clocked } from './version.ts';

type Counting = StatisticsTerm['bands'][number]['indicators'][number]['counting'];

/** What was counted so far in a rounding window, by party. */
export interface Window {
  key: string;
  base: bigint;
  given: ReadonlyMap<string, bigint>;
}

/** How appraisal counts a stretch: by agreement inside the clock, outside it for the place of operation alone. */
export function appraise(
  version: Clocked,
  indicator: IndicatorKind,
  from: Day,
  read: Read,
  window: Window,
): { amounts: ReadonlyMap<string, bigint>; steps: Step[]; year: number | undefined; why: Step['why'] } {
  const { start, end, term } = version;
  const startStep: Step =
    start.on === undefined
      ? { path: 'clock.start', rule: 'start', applied: false, why: 'not-started', inputs: [...start.inputs] }
      : { path: 'clock.start', rule: 'start', applied: true, inputs: [...start.inputs], result: textOf(start.on) };
  const outside = (why: NonNullable<Step['why']>) => ({
    amounts: read.byParty,
    steps: [startStep, { path: 'bands', rule: 'retained', applied: true, why, inputs: [], result: read.total.toString() } satisfies Step],
    year: undefined,
    why,
  });
  if (start.on === undefined || from < start.on) return outside('not-started');
  if (end !== undefined && from > end) return outside('ended');
  const year = yearAt(start.on, term.clock.years, from);
  const at = term.bands.findIndex(({ fromYear, toYear }) => fromYear <= year.year && (toYear === undefined || year.year <= toYear));
  const named = term.bands[at]?.indicators.findIndex((each) => each.indicator === indicator) ?? -1;
  const counting = term.bands[at]?.indicators[named]?.counting;
  if (counting === undefined) return { ...outside('outside-band'), year: year.year };
  const path = `bands.${at}.indicators.${named}.counting`;
  const counted = count(counting, path, read, version, at, year, window);
  return {
    ...counted,
    steps: [startStep, { path: `bands.${at}`, rule: 'year', applied: true, inputs: [], values: { year: String(year.year) } }, ...counted.steps],
    year: year.year,
    why: undefined,
  };
}

function count(
  counting: Counting,
  path: string,
  read: Read,
  version: Clocked,
  at: number,
  year: YearWindow,
  window: Window,
): { amounts: ReadonlyMap<string, bigint>; steps: Step[] } {
  const step = (party: string, rule: string, result: bigint, more: Partial<Step> = {}): Step => ({
    path,
    rule,
    applied: true,
    party: party as NonNullable<Step['party']>,
    inputs: [],
    ...more,
    result: result.toString(),
  });
  switch (counting.node) {
    case 'full-on-each':
      return {
        amounts: new Map(counting.parties.map((party) => [party, read.total])),
        steps: counting.parties.map((party) => step(party, 'full-on-each', read.total)),
      };
    case 'one-sided':
      return { amounts: new Map([[counting.party, read.total]]), steps: [step(counting.party, 'one-sided', read.total)] };
    case 'split': {
      const { over, ties } = version.term.rounding;
      const key = over === 'period' ? '' : `${version.digest} ${at}${over === 'year' ? ` ${year.year}` : ''}`;
      if (over === 'period' || window.key !== key) Object.assign(window, { key, base: 0n, given: new Map() });
      const base = window.base + read.total;
      const { weights, d } = commonDenominator(counting.shares.map(({ ratio }) => fractionOf(ratio)));
      const quotas = weights.map((weight) => base * weight);
      const given = largestRemainder(
        quotas,
        d,
        base,
        counting.shares.map(({ party }) => ties.indexOf(party)),
      );
      const before = window.given;
      const all = new Map(counting.shares.map(({ party }, index) => [party as string, given[index] ?? 0n]));
      Object.assign(window, { base, given: all });
      const amounts = new Map([...all].map(([party, amount]) => [party, amount - (before.get(party) ?? 0n)]));
      const steps = counting.shares.map(({ party, ratio }, index) =>
        step(party, 'split', given[index] ?? 0n, { values: { ratio: ratio.join('/') }, exact: [(quotas[index] ?? 0n).toString(), d.toString()] }),
      );
      return { amounts, steps };
    }
  }
}
