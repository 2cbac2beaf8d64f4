import type { Bilingual } from '../agreements/content.ts';
import { type AgreementState, latestVersion } from '../agreements/state.ts';
import { termsVersions } from '../agreements/terms.ts';
import type { CalendarDate, OrganisationId } from '../kernel/index.ts';
import type { ComputedTerm, Reporting, Settlement, SharingTerm, TermsVersion } from '../sharing/index.ts';
import type { Ledger } from './account/events.ts';

/** A clause that is computed, and in which ledgers: statistics count officially and for appraisal, apart. */
export interface ComputedClause {
  readonly clause: string;
  readonly heading: Bilingual;
  readonly ledgers: readonly Ledger[];
}

/** The computed clauses of all versions of an agreement in force, each once; headings as they read in the newest that has it. */
export function computedClauses(state: AgreementState): readonly ComputedClause[] {
  const found = new Map<string, ComputedClause>();
  for (const { clause, term } of termsVersions(state)) {
    if (!isComputed(term)) continue;
    const versions = state.versions.flatMap(({ content }) => content.clauses.filter(({ id }) => id === clause));
    const heading = versions.at(-1)?.heading ?? { zh: clause, en: '' };
    found.set(clause, { clause, heading, ledgers: term.node === 'statistics' ? ['official', 'appraisal'] : ['official'] });
  }
  return [...found.values()];
}

/**
 * The versions of one clause as an account computes on them. The first holds from the day of force, or from an earlier day that
 * it names itself as the beginning of sharing; the last until the agreement ends, or until the last day of a winding-up.
 */
export function accountTerms(state: AgreementState, clause: string, lastDay?: CalendarDate): readonly ComputedVersion[] {
  const versions = termsVersions(state).filter((version): version is ComputedVersion => version.clause === clause && isComputed(version.term));
  return versions.map((version, index): ComputedVersion => {
    const effectiveFrom = index === 0 ? beginOfSharing(version) : version.effectiveFrom;
    const until = version.until !== undefined && (lastDay === undefined || version.until < lastDay) ? version.until : lastDay;
    return { ...version, effectiveFrom, ...(until === undefined ? {} : { until }) };
  });
}

/** A version in the form that an engine computes. */
export type ComputedVersion = TermsVersion & { readonly term: ComputedTerm };

/** The first day that is shared: of force, or an earlier one that the terms name themselves. */
export function beginOfSharing({ effectiveFrom, term }: Pick<ComputedVersion, 'effectiveFrom' | 'term'>): CalendarDate {
  const named = term.clock.start.all.flatMap((condition) => (condition.node === 'on-date' ? [condition.date] : []));
  return [effectiveFrom, ...named].sort()[0] ?? effectiveFrom;
}

/** The term that holds on a day; before the first one that one. */
export function termOn(versions: readonly ComputedVersion[], day: CalendarDate): ComputedTerm | undefined {
  return (versions.filter(({ effectiveFrom }) => effectiveFrom <= day).at(-1) ?? versions[0])?.term;
}

/** The first form of terms lacks choices and computes nothing. */
export function isComputed(term: SharingTerm): term is ComputedTerm {
  return term.node !== 'share';
}

/** How a clause is settled; statistics and quotas move no money. */
export function settlementOf(term: ComputedTerm): Settlement | Reporting {
  return term.node === 'money' ? term.settlement : term.reporting;
}

/** The parties from which the figures come. */
export function reportersIn(term: ComputedTerm): readonly OrganisationId[] {
  if (term.node === 'money') return term.base.collectedBy;
  if (term.node === 'statistics') return term.placesOfOperation;
  return term.rule.node === 'transfer' ? [term.rule.from] : [];
}

/** Title and parties as they stand in the newest version. */
export function standingOf(state: AgreementState) {
  const content = latestVersion(state)?.content;
  return content && { title: content.title, parties: state.parties };
}
