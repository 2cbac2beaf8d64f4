import { type CalendarDate, daysBetween } from '../kernel/index.ts';
import { type Deadline, isDated, isDuty } from './deadline.ts';

/** Who is told of a deadline: who has to see to it, the other parties, or the coordination office. */
export type Told = 'own' | 'other' | 'office';

/** `reminder`: it comes; `overdue`: its day is over; `supervision`: so long that the office may want to suggest something (督办建议). */
export interface Reminder {
  readonly kind: 'reminder' | 'overdue' | 'supervision';
  /** Days before the day; below zero after it. */
  readonly lead: number;
}

/** After so many days the office is told that a promise between signed parties is overdue. It may suggest; it commands nobody (domain §0.2). */
export const SUPERVISION_DAYS = 5;

/** Most days ahead first, as they come. */
export function remindersOf(kind: Deadline['kind'], told: Told): readonly Reminder[] {
  const ahead = (...leads: number[]) => leads.map((lead): Reminder => ({ kind: 'reminder', lead }));
  if (!isDuty(kind)) return told === 'own' ? ahead(30, 7, 1, 0) : [];
  if (told === 'office') return [{ kind: 'supervision', lead: -SUPERVISION_DAYS }];
  const overdue: Reminder = { kind: 'overdue', lead: -1 };
  return told === 'own' ? [...ahead(30, 14, 7, 3, 1, 0), overdue] : [overdue];
}

/**
 * The one reminder that a day asks for: the latest whose time has come. After a downtime those in between are not made up
 * for, so that nobody is told "in 14 days" the day after it was due; each is given at most once.
 */
export function reminderOn({ kind, on, outcome }: Pick<Deadline, 'kind' | 'on' | 'outcome'>, told: Told, today: CalendarDate): Reminder | undefined {
  if (outcome) return undefined;
  const left = daysBetween(today, on);
  // What ended long ago, and has no event that says so, is no news.
  if (isDated(kind) && left < 0) return undefined;
  return remindersOf(kind, told)
    .filter(({ lead }) => left <= lead)
    .at(-1);
}
