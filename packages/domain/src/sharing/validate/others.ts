import type { CalendarDate, OrganisationId } from '../../kernel/index.ts';
import type { QuotaTerm, StatisticsTerm } from '../term/index.ts';
import { inClock } from './clock.ts';
import { among, type Check, exactly, first, known, sharesOf, twice, wrong, yearsOf } from './found.ts';

export function inStatistics(term: StatisticsTerm, parties: readonly OrganisationId[], until: CalendarDate | undefined): Check {
  const { placesOfOperation, clock, bands, rounding } = term;
  return first(
    (function* () {
      yield among(placesOfOperation, parties, 'placesOfOperation');
      yield inClock(clock, parties, until);
      yield yearsOf(bands, 'bands');
      for (const [at, { indicators }] of bands.entries()) {
        yield twice(
          indicators.map(({ indicator }) => indicator),
          (index) => `bands.${at}.indicators.${index}`,
          'indicator-twice',
        );
        for (const [index, { counting }] of indicators.entries()) {
          const path = `bands.${at}.indicators.${index}.counting`;
          if (counting.node === 'split') yield sharesOf(counting.shares, parties, `${path}.shares`);
          else if (counting.node === 'full-on-each') yield among(counting.parties, parties, `${path}.parties`);
          else yield known(counting.party, parties, `${path}.party`);
        }
      }
      yield exactly(rounding.ties, parties, 'rounding.ties');
    })(),
  );
}

export function inQuota({ clock, rule, rounding }: QuotaTerm, parties: readonly OrganisationId[], until: CalendarDate | undefined): Check {
  return first(
    (function* () {
      yield inClock(clock, parties, until);
      if (rule.node === 'split') yield sharesOf(rule.shares, parties, 'rule.shares');
      else {
        yield known(rule.from, parties, 'rule.from');
        yield known(rule.to, parties, 'rule.to');
        yield wrong(rule.from === rule.to, 'rule.to', 'payer-is-payee');
      }
      yield exactly(rounding.ties, parties, 'rounding.ties');
    })(),
  );
}
