import { addDays, type CalendarDate, type Instant, toInstant } from '@lianyu/domain/kernel';

/** Minutes after nine in Beijing; what would fall on a weekend happens on Monday. */
export function atWork(day: CalendarDate, minutes: number): Instant {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  const shifted = weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
  return toInstant(Date.parse(`${shifted}T09:00:00.000+08:00`) + minutes * 60_000);
}
