import type { OrganisationId } from '../../kernel/index.ts';
import type { ShareTerm } from '../term/share.ts';
import { type Check, exactly, first, sharesOf, twice, yearsOf } from './found.ts';

/** The first form of terms. */
export function inShare({ base, allocation, rounding }: ShareTerm, parties: readonly OrganisationId[]): Check {
  return first(
    (function* () {
      yield twice(
        base.taxes.map(({ tax, level }) => `${tax}/${level}`),
        (index) => `base.taxes.${index}`,
        'tax-twice',
      );
      yield yearsOf(allocation.bands, 'allocation.bands');
      for (const [index, { shares }] of allocation.bands.entries()) yield sharesOf(shares, parties, `allocation.bands.${index}.shares`);
      yield exactly(rounding.ties, parties, 'rounding.ties');
    })(),
  );
}
