import { addDays, type CalendarDate, daysBetween } from '@lianyu/domain/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, calendarVersion, dayOf, publishedYears } from './index.ts';

const date = (text: string) => text as CalendarDate;

/** Typed from the notices: 国办发明电〔2023〕7号, 国办发明电〔2024〕12号, and the notice of 2025-11-04 for 2026. */
const notices = {
  2024: {
    off: ['01-01/01-01', '02-10/02-17', '04-04/04-06', '05-01/05-05', '06-10/06-10', '09-15/09-17', '10-01/10-07'],
    on: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: ['01-01/01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
    on: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: ['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'],
    on: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

test.each(Object.entries(notices))('TM-2 every day of %s works or not as the notice says', (year, { off, on }) => {
  for (let day = date(`${year}-01-01`); day < `${year}-12-25`; day = addDays(day, 1)) {
    const monthDay = day.slice(5);
    const isOff = off.some((range) => monthDay >= range.slice(0, 5) && monthDay <= range.slice(6));
    const weekday = new Date(`${day}T00:00Z`).getUTCDay();
    const working = on.includes(monthDay) || (!isOff && weekday !== 0 && weekday !== 6);
    expect([day, dayOf(day)]).toEqual([day, { working, provisional: false }]);
  }
});

test.each([
  ['2026-02-13', 1, '2026-02-14'], // a Saturday made a working day
  ['2026-02-14', 1, '2026-02-24'], // over the Spring Festival
  ['2026-02-14', 5, '2026-02-28'], // Tuesday to Friday and the make-up Saturday
  ['2026-09-30', 5, '2026-10-13'],
  ['2018-12-28', 1, '2018-12-29'], // ruled by the notice of 2019
  ['2018-12-29', 1, '2019-01-02'],
])('TM-2 %s and %i working days is %s', (from, n, expected) => {
  expect(addWorkingDays(date(from), n)).toEqual({ date: expected, provisional: false, calendarVersion });
});

test('TM-2 a deadline that passes a day without a published calendar is provisional', () => {
  const last = publishedYears.at(-1) ?? 0;
  expect(addWorkingDays(date(`${last}-12-01`), 5)).toMatchObject({ provisional: false });
  expect(addWorkingDays(date(`${last}-12-22`), 5)).toMatchObject({ provisional: true });
  expect(addWorkingDays(date(`${last + 1}-03-01`), 1)).toMatchObject({ provisional: true });
  expect(addWorkingDays(date('2003-06-01'), 1)).toMatchObject({ provisional: true });
  expect(publishedYears).toEqual(Array.from({ length: last - 2003 }, (_, index) => 2004 + index));
  expect(calendarVersion).toMatch(/^chinese-days\/\d+\.\d+\.\d+$/);
});

test('TM-2 counting on from a deadline is counting the sum, and a deadline is a working day after its start', () => {
  const start = fc.integer({ min: 0, max: 8_000 }).map((days) => addDays(date('2004-06-01'), days));
  const term = fc.integer({ min: 1, max: 120 });
  fc.assert(
    fc.property(start, term, term, (from, one, other) => {
      const first = addWorkingDays(from, one);
      expect(addWorkingDays(first.date, other).date).toBe(addWorkingDays(from, one + other).date);
      expect(dayOf(first.date).working).toBe(true);
      expect(daysBetween(from, first.date)).toBeGreaterThanOrEqual(one);
    }),
  );
});

test.each([0, -1, 1.5, 251, Number.NaN])('TM-2 a term of %d working days is refused', (n) => {
  expect(() => addWorkingDays(date('2026-03-02'), n)).toThrow(RangeError);
});
