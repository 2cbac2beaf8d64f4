import { addDays, type CalendarDate } from '@lianyu/domain/kernel';
import { type Deadline, type NextPeriod, reportersIn, type SettlementRules, settlementOf } from '@lianyu/domain/settlement';
import type { ComputedTerm } from '@lianyu/domain/sharing';
import { addWorkingDays } from '@lianyu/reference-data/working-days';

/** So many working days after a day, with the calendar that said so (TM-2). */
export function deadlineAfter(day: CalendarDate, workingDays: number): Deadline {
  const { date, provisional, calendarVersion } = addWorkingDays(day, workingDays);
  return { on: date, workingDays, calendar: calendarVersion, provisional };
}

/** What the terms say about settlement, as days counted from today; `last` is the last day of the period that is settled. */
export function settlementRules(term: ComputedTerm, today: CalendarDate, last?: CalendarDate): SettlementRules {
  const settlement = settlementOf(term);
  const money = settlement.node === 'settlement' ? settlement : undefined;
  return {
    routes: money?.routes ?? [],
    paymentDue: money && deadlineAfter(today, money.paymentDue),
    resolutionDue: deadlineAfter(today, settlement.disputes.workingDays),
    confirmationDue: deadlineAfter(today, settlement.confirmationDue),
    resolvedBy: settlement.disputes.resolvedBy.node,
    next: last === undefined ? undefined : periodFrom(term, addDays(last, 1)),
  };
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** The settlement period that holds a day, from the first day of its calendar period on, and until when its figures are to be reported. */
export function periodFrom(term: ComputedTerm, day: CalendarDate): NextPeriod {
  const settlement = settlementOf(term);
  const [year = 0, month = 1] = day.split('-').map(Number);
  const length = MONTHS[settlement.period];
  const begin = month - 1 - ((month - 1) % length);
  const date = (months: number, of: number) => new Date(Date.UTC(year, months, of)).toISOString().slice(0, 10) as CalendarDate;
  const to = date(begin + length, 0);
  return { period: { from: date(begin, 1), to }, figuresDue: deadlineAfter(to, settlement.figuresDue), by: [...reportersIn(term)] };
}
