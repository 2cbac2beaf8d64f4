import type { OrganisationId } from '../../kernel/index.ts';
import { addRatios, isOne, ratio } from '../../money/index.ts';
import type { PartyShares } from '../term/index.ts';

/** How terms can contradict themselves: stable words that the user interface translates. */
export type TermProblem =
  | 'party-unknown'
  | 'party-twice'
  | 'parties-missing'
  | 'shares-not-one'
  | 'holdings-empty'
  | 'bands-not-from-one'
  | 'bands-not-contiguous'
  | 'band-empty'
  | 'band-after-open-end'
  | 'condition-on-first-band'
  | 'tax-twice'
  | 'source-twice'
  | 'successor-missing'
  | 'conversion-of-gross'
  | 'dates-not-ascending'
  | 'measure-not-money'
  | 'measure-in-base'
  | 'measure-twice'
  | 'needs-together'
  | 'per-source-impossible'
  | 'clock-never-starts'
  | 'tiers-not-ascending'
  | 'tiers-open-end'
  | 'payer-is-payee'
  | 'id-twice'
  | 'id-unknown'
  | 'cap-excess-to-capped'
  | 'cap-below-paid'
  | 'redirected-to-itself'
  | 'direct-route-for-tax'
  | 'route-missing'
  | 'route-twice'
  | 'route-without-bodies'
  | 'direct-route-with-bodies'
  | 'indicator-twice';

/** Where in the term, by path, and what. */
export interface Found {
  readonly path: string;
  readonly problem: TermProblem;
}

/** A check that looks at one thing; the first that finds something is what is said. */
export type Check = Found | undefined;

export function first(checks: Iterable<Check>): Check {
  for (const found of checks) if (found !== undefined) return found;
  return undefined;
}

export const wrong = (so: boolean, path: string, problem: TermProblem): Check => (so ? { path, problem } : undefined);

/** Each party exactly once, and nobody else: whoever gets nothing is named with nothing. */
export function exactly(named: readonly OrganisationId[], parties: readonly OrganisationId[], path: string): Check {
  return among(named, parties, path) ?? wrong(named.length !== parties.length, path, 'parties-missing');
}

/** Parties, and none twice. */
export function among(named: readonly OrganisationId[], parties: readonly OrganisationId[], path: string): Check {
  for (const [index, party] of named.entries()) {
    if (!parties.includes(party)) return { path: `${path}.${index}`, problem: 'party-unknown' };
    if (named.indexOf(party) !== index) return { path: `${path}.${index}`, problem: 'party-twice' };
  }
  return undefined;
}

export const known = (party: OrganisationId, parties: readonly OrganisationId[], path: string): Check =>
  wrong(!parties.includes(party), path, 'party-unknown');

/** Every party with its share, and the shares one in all. */
export function sharesOf(shares: PartyShares, parties: readonly OrganisationId[], path: string): Check {
  return (
    exactly(
      shares.map(({ party }) => party),
      parties,
      path,
    ) ?? wrong(!isOne(addRatios(shares.map((share) => ratio(share.ratio)))), path, 'shares-not-one')
  );
}

/** The first value that stands twice. */
export function twice(values: readonly string[], path: (index: number) => string, problem: TermProblem): Check {
  const index = values.findIndex((value, at) => values.indexOf(value) !== at);
  return wrong(index >= 0, path(index), problem);
}

export interface YearRange {
  readonly fromYear: number;
  readonly toYear?: number | undefined;
}

/** Bands follow each other without a gap from year one; nothing comes after one without an end. */
export function yearsOf(bands: readonly YearRange[], path: string): Check {
  let next: number | undefined = 1;
  for (const [index, { fromYear, toYear }] of bands.entries()) {
    if (next === undefined) return { path: `${path}.${index}`, problem: 'band-after-open-end' };
    if (fromYear !== next) return { path: `${path}.${index}.fromYear`, problem: index === 0 ? 'bands-not-from-one' : 'bands-not-contiguous' };
    if (toYear !== undefined && toYear < fromYear) return { path: `${path}.${index}.toYear`, problem: 'band-empty' };
    next = toYear === undefined ? undefined : toYear + 1;
  }
  return undefined;
}
