import type { PartialRule, Years } from '../../term/index.ts';
import { addMonths, civil, type Day, monthsBegun, toDay } from './days.ts';
import type { Fraction } from './fraction.ts';

/** A year of the sharing period: its number from one, its first and last day. */
export interface YearWindow {
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
}

/** The year in which a day lies, counted from a start that is not after it. */
export function yearAt(start: Day, rule: Years, day: Day): YearWindow {
  if (rule.node === 'anniversary') return anniversary(start, day);
  const first = civil(start);
  const joins = rule.firstPart === 'joins-year-one' && !(first.month === 1 && first.day === 1);
  const { year } = civil(day);
  const number = Math.max(1, year - first.year + (joins ? 0 : 1));
  const last = first.year + number - (joins ? 0 : 1);
  return { year: number, from: number === 1 ? start : toDay(last, 1, 1), to: toDay(last, 12, 31) };
}

/** The last day of a year of the sharing period. */
export function endOfYear(start: Day, rule: Years, year: number): Day {
  if (rule.node === 'anniversary') return addMonths(start, 12 * year) - 1;
  const first = civil(start);
  const joins = rule.firstPart === 'joins-year-one' && !(first.month === 1 && first.day === 1);
  return toDay(first.year + year - (joins ? 0 : 1), 12, 31);
}

/** The anniversaries of a start that lie in the range. */
export function anniversariesIn(start: Day, from: Day, to: Day): Day[] {
  const found: Day[] = [];
  if (start > to) return found;
  for (let day = anniversary(start, Math.max(start, from)).to + 1; day <= to; day = anniversary(start, day).to + 1) found.push(day);
  return found;
}

function anniversary(start: Day, day: Day): YearWindow {
  let year = civil(day).year - civil(start).year + 1;
  if (addMonths(start, 12 * (year - 1)) > day) year -= 1;
  return { year, from: addMonths(start, 12 * (year - 1)), to: addMonths(start, 12 * year) - 1 };
}

/**
 * What part of a year's amount falls on the days from `from` to `to`, which lie within the window. By days: of the days of the
 * calendar year, or of the year from anniversary to anniversary. By months: a twelfth for each month that begins. Whole: the
 * window has the full amount however short it is, spread over its days.
 */
export function partOfYear(from: Day, to: Day, window: YearWindow, years: Years, rule: PartialRule['amounts']): Fraction {
  if (to < from) return { n: 0n, d: 1n };
  if (rule === 'by-months') return { n: BigInt(monthsBegun(from, to)), d: 12n };
  if (rule === 'whole' || years.node === 'anniversary') return { n: BigInt(to - from + 1), d: BigInt(window.to - window.from + 1) };
  let sum: Fraction = { n: 0n, d: 1n };
  for (let { year } = civil(from); toDay(year, 1, 1) <= to; year += 1) {
    const first = toDay(year, 1, 1);
    const next = toDay(year + 1, 1, 1);
    const days = Math.min(to, next - 1) - Math.max(from, first) + 1;
    const piece = { n: BigInt(days), d: BigInt(next - first) };
    sum = sum.n === 0n ? piece : { n: sum.n * piece.d + piece.n * sum.d, d: sum.d * piece.d };
  }
  return sum;
}
