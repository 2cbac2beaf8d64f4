import type { ContentProblem } from '../../agreements/validate.ts';
import type { OrganisationId } from '../../kernel/index.ts';
import { addRatios, isOne, ratio } from '../../money/index.ts';
import type { ShareTerm } from '../term/share.ts';

interface Found {
  readonly path: string;
  readonly problem: ContentProblem;
}

/** The first way in which a term contradicts itself or names somebody who is no party. */
export function contradictionInTerm({ base, allocation, rounding }: ShareTerm, parties: readonly OrganisationId[]): Found | undefined {
  const taxes = base.taxes.map(({ tax, level }) => `${tax}/${level}`);
  const repeated = taxes.findIndex((tax, index) => taxes.indexOf(tax) !== index);
  if (repeated >= 0) return { path: `base.taxes.${repeated}`, problem: 'tax-twice' };
  return inBands(allocation.bands, parties) ?? inParties(rounding.ties, parties, 'rounding.ties');
}

function inBands(bands: ShareTerm['allocation']['bands'], parties: readonly OrganisationId[]): Found | undefined {
  let next: number | undefined = 1;
  for (const [index, { fromYear, toYear, shares }] of bands.entries()) {
    const path = `allocation.bands.${index}`;
    if (next === undefined) return { path, problem: 'band-after-open-end' };
    if (fromYear !== next) return { path: `${path}.fromYear`, problem: index === 0 ? 'bands-not-from-one' : 'bands-not-contiguous' };
    if (toYear !== undefined && toYear < fromYear) return { path: `${path}.toYear`, problem: 'band-empty' };
    next = toYear === undefined ? undefined : toYear + 1;
    const wrong = inParties(
      shares.map(({ party }) => party),
      parties,
      `${path}.shares`,
    );
    if (wrong) return wrong;
    if (!isOne(addRatios(shares.map((share) => ratio(share.ratio))))) return { path: `${path}.shares`, problem: 'shares-not-one' };
  }
  return undefined;
}

/** Each party exactly once, and nobody else: whoever gets nothing is named with nothing. */
function inParties(named: readonly OrganisationId[], parties: readonly OrganisationId[], path: string): Found | undefined {
  for (const [index, party] of named.entries()) {
    if (!parties.includes(party)) return { path: `${path}.${index}`, problem: 'party-unknown' };
    if (named.indexOf(party) !== index) return { path: `${path}.${index}`, problem: 'party-twice' };
  }
  return named.length === parties.length ? undefined : { path, problem: 'parties-missing' };
}
