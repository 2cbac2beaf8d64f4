import type { CalendarDate } from '../../kernel/index.ts';
import type { SharingInput } from '../input.ts';
import type { EngineVersion, Evaluation, Statement } from '../statement.ts';

/** What was booked for a clause so far, by which the next booking knows what is new. */
export interface Booking {
  readonly clause: string;
  /** First day of the settlement period that is being booked. */
  readonly period: CalendarDate;
  /** Entitlements as known now. */
  readonly now: Evaluation;
  /** All statements that were booked before, of whatever engine, in any order. */
  readonly before: readonly Statement[];
}

/**
 * One released engine. Both functions are pure: no clock, no randomness, nothing but the arguments.
 *
 * - `evaluate`: `entitlement(P, D)` of every period, from the start, with the figures as known at D. A clause has one
 *   statement for a period, or one for each ledger and indicator.
 * - `book`: `booked(P)`: the entitlement of P, and for each earlier period that was booked what it is worth now less what was
 *   booked for it, as lines of kind `difference`. What was booked is never changed.
 */
export interface Engine {
  readonly version: EngineVersion;
  readonly evaluate: (input: SharingInput) => Evaluation;
  readonly book: (booking: Booking) => readonly Statement[];
}
