import type { CalendarDate, OrganisationId } from '../../kernel/index.ts';
import type { MoneyTerm, SharingTerm } from '../term/index.ts';
import { inBands } from './bands.ts';
import { inBase, inDeductions } from './base.ts';
import { inClock } from './clock.ts';
import { type Check, type Found, first } from './found.ts';
import { inCaps, inEligibility, inGuarantees, inRecovery, inRest } from './limits.ts';
import { inQuota, inStatistics } from './others.ts';
import { inRounding } from './rounding.ts';
import { inRoutes } from './routes.ts';
import { inShare } from './share.ts';

export type { Found as TermContradiction, TermProblem } from './found.ts';
export { statedAmount } from './stated-amount.ts';
export { type TermWarning, warningsInTerm } from './warnings.ts';

/**
 * The first way in which a term contradicts itself or names somebody who is no party, in reading order, with the path of the
 * node; nothing when it says nothing against itself. `until` is the last day of the agreement, where it has one.
 */
export function contradictionInTerm(term: SharingTerm, parties: readonly OrganisationId[], until?: CalendarDate): Found | undefined {
  switch (term.node) {
    case 'share':
      return inShare(term, parties);
    case 'money':
      return first(inMoneyTerm(term, parties, until));
    case 'statistics':
      return inStatistics(term, parties, until);
    case 'quota':
      return inQuota(term, parties, until);
  }
}

function* inMoneyTerm(term: MoneyTerm, parties: readonly OrganisationId[], until: CalendarDate | undefined): Iterable<Check> {
  yield inBase(term.base, parties);
  yield inClock(term.clock, parties, until);
  yield inEligibility(term, parties);
  yield inDeductions(term, parties);
  yield inRecovery(term, parties);
  yield inBands(term, parties);
  yield inCaps(term, parties);
  yield inGuarantees(term, parties, until);
  yield inRest(term, parties);
  yield inRounding(term, parties);
  yield inRoutes(term, parties);
}
