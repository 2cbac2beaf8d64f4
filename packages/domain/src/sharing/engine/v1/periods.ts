import type { Statement } from '../../statement.ts';
import type { Settlement, SettlementPeriod } from '../../term/index.ts';
import { addMonths, type Day, floorTo, textOf } from './days.ts';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface Timed {
  readonly from: Day;
  readonly to: Day;
  readonly period: SettlementPeriod;
}

export const FOREVER: Day = 3_000_000;
const months: Readonly<Record<SettlementPeriod, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/**
 * The settlement periods from the first day of the terms on, up to the one that holds `through`. Each is a calendar period of
 * the length that the version in force on its first day names; a longer one that begins inside it runs to its own end.
 */
export function periodsOf(versions: readonly Timed[], through: Day): Period[] {
  const periods: Period[] = [];
  const first = versions[0];
  if (first === undefined) return periods;
  for (let day = first.from; day <= through; ) {
    const length = months[(versions.filter(({ from }) => from <= day).at(-1) ?? first).period];
    const from = periods.length === 0 ? floorTo(length, day) : day;
    const to = addMonths(floorTo(length, day), length) - 1;
    periods.push({ from, to });
    day = to + 1;
  }
  return periods;
}

/** In which period a day lies, by halving; −1 before the first. */
export function periodAt(periods: readonly Period[], day: Day): number {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.from ?? 0) <= day) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** Cuts a period at the days on which something begins; each stretch begins with one of them. */
export function stretchesOf(from: Day, to: Day, begins: readonly Day[]): Period[] {
  if (begins.length === 0) return [{ from, to }];
  const inside = begins.filter((day) => day > from && day <= to);
  if (inside.length === 0) return [{ from, to }];
  const days = [from, ...[...new Set(inside)].sort((a, b) => a - b)];
  return days.map((day, at) => ({ from: day, to: (days[at + 1] ?? to + 1) - 1 }));
}

export function rangeOf({ from, to }: Period): Statement['period'] {
  return { from: textOf(from), to: textOf(to) } as Statement['period'];
}

/** Until when differences are still booked once sharing has ended, and what becomes of later ones. */
export function lateFrom(over: Day, { months: later, thereafter }: Settlement['lateItems']): NonNullable<Statement['late']> {
  return { until: textOf(addMonths(over, later)) as Statement['period']['to'], thereafter };
}
