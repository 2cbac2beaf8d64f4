import type { CalendarDate } from '@lianyu/domain/kernel';
import official from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import manifest from 'chinese-days/package.json' with { type: 'json' };

/**
 * The official calendar of holidays and make-up working days (国务院办公厅关于部分节假日安排的通知, one a year), as the pinned
 * package `chinese-days` collects it. Only its data is used, dates as text: its code answers for a year without a notice as
 * if that had no holidays, which must not pass unmarked here (TM-2). The notices of 2024, 2025 and 2026 were read and are
 * compared in the test; those of other years were not read one by one.
 */
const holidays = new Set(Object.keys(official.holidays));
const makeUpDays = new Set(Object.keys(official.workdays));

/** Which calendar computed a deadline: kept with it. */
export const calendarVersion = `chinese-days/${manifest.version}`;

/** The years whose notice is in the calendar, in order: New Year's Day is a holiday of every one. */
export const publishedYears: readonly number[] = [...holidays]
  .filter((date) => date.endsWith('-01-01'))
  .map((date) => Number(date.slice(0, 4)))
  .sort((one, other) => one - other);

export interface Day {
  readonly working: boolean;
  /** No published notice settles this day yet: it was taken by its weekday alone. */
  readonly provisional: boolean;
}

/** Whether offices work on a day. A notice can reach back into the last days of the year before (2018-12-29 was a make-up day). */
export function dayOf(date: CalendarDate): Day {
  const year = Number(date.slice(0, 4));
  const settling = date.slice(5) < '12-25' ? [year] : [year, year + 1];
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  return {
    working: makeUpDays.has(date) || (!holidays.has(date) && weekday !== 0 && weekday !== 6),
    provisional: settling.some((each) => !publishedYears.includes(each)),
  };
}
