import type { StatisticsTerm } from '../../../term/index.ts';
import { type Day, dayOf } from '../days.ts';
import type { Facts } from '../facts.ts';
import type { Period } from '../periods.ts';
import { type Started, startedOn } from '../start.ts';
import { anniversariesIn, endOfYear } from '../years.ts';

export interface StatisticsVersion {
  readonly digest: string;
  readonly clause: string;
  readonly from: Day;
  readonly to: Day;
  readonly term: StatisticsTerm;
}

/** A version with its clock. */
export interface Clocked extends StatisticsVersion {
  readonly start: Started;
  readonly end: Day | undefined;
}

export function clockedBy(version: StatisticsVersion, facts: Facts, notBefore: Day): Clocked {
  const { bands, clock, placesOfOperation } = version.term;
  const named = new Set(bands.flatMap(({ indicators }) => indicators.map(({ indicator }) => `indicator/${indicator}`)));
  const shared = () => facts.figures.filter(({ measure, party }) => named.has(measure) && placesOfOperation.some((place) => place === party));
  const start = startedOn(clock.start, { facts, company: undefined, shared, notBefore });
  const years = bands.at(-1)?.toYear;
  const ends = [
    ...(start.on === undefined || years === undefined ? [] : [endOfYear(start.on, clock.years, years)]),
    ...(clock.until === undefined ? [] : [dayOf(clock.until)]),
  ];
  return { ...version, start, end: ends.length === 0 ? undefined : Math.min(...ends) };
}

/** Days within the period on which something begins. */
export function begins({ from, to, start, end, term }: Clocked, period: Period): Day[] {
  const years = start.on !== undefined && term.clock.years.node === 'anniversary' ? anniversariesIn(start.on, period.from, period.to) : [];
  return [from, to + 1, ...(start.on === undefined ? [] : [start.on]), ...(end === undefined ? [] : [end + 1]), ...years];
}
