import type { CalendarDate, OrganisationId } from '../../kernel/index.ts';
import type { Clock, Start } from '../term/index.ts';
import { type Check, first, known, wrong } from './found.ts';

/** A start whose parties are known and which can come before `until`. */
export function inStart(start: Start, parties: readonly OrganisationId[], until: CalendarDate | undefined, path: string): Check {
  return first(
    (function* () {
      for (const [index, condition] of start.all.entries()) {
        if (condition.node === 'amount-reached') yield known(condition.party, parties, `${path}.all.${index}.party`);
        if (condition.node === 'on-date' && until !== undefined)
          yield wrong(condition.date > until, `${path}.all.${index}.date`, 'clock-never-starts');
      }
    })(),
  );
}

/** A clock; `until` is the last day of the agreement, where it has one. */
export function inClock({ start, until }: Clock, parties: readonly OrganisationId[], agreementUntil: CalendarDate | undefined): Check {
  return inStart(start, parties, earlier(until, agreementUntil), 'clock.start');
}

export function earlier(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
