import { z } from 'zod';

/** An instant in UTC to the millisecond, `2026-11-23T02:42:17.123Z`. */
export const instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof instant>;

/** A calendar date in Beijing, `2026-11-23`. What holds in law holds on dates, not at instants (TM-1). */
export const calendarDate = z.iso.date().brand<'CalendarDate'>();
export type CalendarDate = z.infer<typeof calendarDate>;

const DAY = 86_400_000;
/** China has had one time zone and no daylight saving since 1992. */
const BEIJING = 8 * 3_600_000;

export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** The date on Beijing's calendars at an instant: `2026-11-23T16:00:00.000Z` is already the 24th. */
export function beijingDate(at: Instant): CalendarDate {
  return new Date(Date.parse(at) + BEIJING).toISOString().slice(0, 10) as CalendarDate;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10) as CalendarDate;
}

export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY;
}
