/**
 * Days as whole numbers since 1970-01-01, so that the engine compares and counts without strings or time zones. Proleptic
 * Gregorian, exact for the years 1 to 9999.
 */
export type Day = number;

export interface Civil {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

/** `2026-11-23` → a day. The text has been checked before (`calendarDate`). */
export function dayOf(text: string): Day {
  return toDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
}

export function textOf(day: Day): string {
  const { year, month, day: date } = civil(day);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** Years are counted from 1 March, so that a leap day is the last of its year. */
export function toDay(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

export function civil(day: Day): Civil {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

export const yearOf = (day: Day): number => civil(day).year;

/** The same date so many months later; a date that the month lacks becomes its last. */
export function addMonths(day: Day, months: number): Day {
  const from = civil(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return toDay(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** First day of the stretch of so many months (1, 3, 6 or 12) of the calendar year in which the day lies. */
export function floorTo(months: number, day: Day): Day {
  const { year, month } = civil(day);
  return toDay(year, month - ((month - 1) % months), 1);
}

/** How many first days of months lie in the range. */
export function monthsBegun(from: Day, to: Day): number {
  if (to < from) return 0;
  const first = civil(from - 1);
  const last = civil(to);
  return (last.year - first.year) * 12 + last.month - first.month;
}

function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : toDay(year, month + 1, 1) - toDay(year, month, 1);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}
