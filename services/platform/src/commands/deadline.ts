import type { FilingDeadline } from '@lianyu/domain/agreements';
import type { CalendarDate } from '@lianyu/domain/kernel';
import { addWorkingDays } from '@lianyu/reference-data/working-days';

/** The `workingDays`-th working day after `from`, with the calendar of today; its version stands beside the date (TM-2). */
export function deadlineAfter(from: CalendarDate, workingDays: number): FilingDeadline {
  const { date: dueOn, provisional, calendarVersion } = addWorkingDays(from, workingDays);
  return { dueOn, provisional, calendarVersion };
}
