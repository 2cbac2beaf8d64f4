import { addDays, type CalendarDate } from '@lianyu/domain/kernel';
import { calendarVersion, dayOf } from './calendar.ts';

/** A deadline in working days, as it is stored where it was set (TM-2). */
export interface WorkingDayDeadline {
  readonly date: CalendarDate;
  /** Some day on the way has no published calendar; a later one may move the deadline, by an event. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

/** The longest term that is counted in working days. */
export const MOST_WORKING_DAYS = 250;

/**
 * The `n`-th working day after `date`, which itself does not count (民法典第二百零一条: 开始的当日不计入).
 * @throws RangeError when `n` is no whole number from 1 to 250.
 */
export function addWorkingDays(date: CalendarDate, n: number): WorkingDayDeadline {
  if (!Number.isInteger(n) || n < 1 || n > MOST_WORKING_DAYS) throw new RangeError(`working days from 1 to ${MOST_WORKING_DAYS}, not ${n}`);
  let at = date;
  let provisional = false;
  for (let counted = 0; counted < n; ) {
    at = addDays(at, 1);
    const day = dayOf(at);
    provisional ||= day.provisional;
    if (day.working) counted += 1;
  }
  return { date: at, provisional, calendarVersion };
}
