import { addDays, type CalendarDate } from '../kernel/index.ts';
import type { TermsVersion } from '../sharing/input.ts';
import type { AgreementState, Version } from './state.ts';

/**
 * The sharing terms of an agreement through its versions, as settlement computes on them: each version's sharing clauses with
 * the days on which they hold, first to last. A later version holds from its day on, also where that lies before it was
 * concluded: back-dated amendments are computed again, never written over. Empty while the agreement is not in force; versions
 * whose day is still to come are among them, one that was overtaken before its day is not.
 */
export function termsVersions(state: AgreementState): readonly TermsVersion[] {
  return state.versions.flatMap((each) => {
    const { digest, effectiveFrom, content } = each;
    const until = lastDayOf(each, state);
    if (effectiveFrom === undefined || (until !== undefined && until < effectiveFrom)) return [];
    return content.clauses.flatMap(({ id, body }): TermsVersion[] =>
      body.kind === 'sharing' ? [{ digest, clause: id, effectiveFrom, ...(until === undefined ? {} : { until }), term: body.term }] : [],
    );
  });
}

/** The day before a later version or the end, whichever comes first; the last day of the terms where nothing else ends it. */
function lastDayOf({ version, content }: Version, { versions, endedOn }: AgreementState): CalendarDate | undefined {
  const following = versions.flatMap((each) => (each.version > version && each.effectiveFrom !== undefined ? [addDays(each.effectiveFrom, -1)] : []));
  const ends = [...following, ...(endedOn === undefined ? [] : [addDays(endedOn, -1)]), ...(content.until === undefined ? [] : [content.until])];
  return ends.sort()[0];
}
