import type { OrganisationId } from '../../kernel/index.ts';
import type { Allocation, Band, MoneyTerm } from '../term/index.ts';
import { unitOf } from '../term/index.ts';
import { inMoney } from './base.ts';
import { among, type Check, exactly, first, known, sharesOf, twice, wrong, yearsOf } from './found.ts';

export function inBands(term: MoneyTerm, parties: readonly OrganisationId[]): Check {
  return first(
    (function* () {
      yield yearsOf(term.bands, 'bands');
      for (const [index, band] of term.bands.entries()) {
        yield inCondition(band, index, term, parties);
        yield inAllocation(band.allocation, term, parties, `bands.${index}.allocation`);
      }
    })(),
  );
}

function inCondition({ onlyIf }: Band, index: number, { caps, recovery }: MoneyTerm, parties: readonly OrganisationId[]): Check {
  if (onlyIf === undefined) return undefined;
  const path = `bands.${index}.onlyIf`;
  if (index === 0) return { path, problem: 'condition-on-first-band' };
  switch (onlyIf.node) {
    case 'cap-not-reached':
      return wrong(!caps.some(({ id, over }) => id === onlyIf.cap && over === 'whole'), `${path}.cap`, 'id-unknown');
    case 'claim-open':
      return wrong(!recovery?.claims.some(({ id }) => id === onlyIf.claim), `${path}.claim`, 'id-unknown');
    case 'received-below':
      return known(onlyIf.party, parties, `${path}.party`);
  }
}

function inAllocation(allocation: Allocation, term: MoneyTerm, parties: readonly OrganisationId[], path: string): Check {
  switch (allocation.node) {
    case 'ratio':
      return sharesOf(allocation.shares, parties, `${path}.shares`);
    case 'equity':
      return (
        exactly(
          allocation.holdings.map(({ party }) => party),
          parties,
          `${path}.holdings`,
        ) ??
        wrong(
          allocation.holdings.every(({ units }) => units === '0'),
          `${path}.holdings`,
          'holdings-empty',
        )
      );
    case 'contribution':
      return (
        twice(allocation.measures, (index) => `${path}.measures.${index}`, 'measure-twice') ??
        inMoney(allocation.measures, `${path}.measures`, term.base)
      );
    case 'tiers':
      return inTiers(allocation, parties, path);
    case 'increment':
      return inIncrement(allocation, term, parties, path);
    case 'fixed-return':
    case 'fixed-amount':
      return inFixed(allocation, term, parties, path);
    case 'not-shared':
      return undefined;
  }
}

function inTiers({ tiers }: Extract<Allocation, { node: 'tiers' }>, parties: readonly OrganisationId[], path: string): Check {
  return first(
    (function* () {
      for (const [index, { upTo, shares }] of tiers.entries()) {
        const last = index === tiers.length - 1;
        yield wrong((upTo === undefined) !== last, `${path}.tiers.${index}`, 'tiers-open-end');
        const before = tiers[index - 1]?.upTo;
        if (before !== undefined && upTo !== undefined)
          yield wrong(BigInt(upTo) <= BigInt(before), `${path}.tiers.${index}.upTo`, 'tiers-not-ascending');
        yield sharesOf(shares, parties, `${path}.tiers.${index}.shares`);
      }
    })(),
  );
}

function inIncrement(
  allocation: Extract<Allocation, { node: 'increment' }>,
  { base }: MoneyTerm,
  parties: readonly OrganisationId[],
  path: string,
): Check {
  const { stocks, shares, below } = allocation;
  return (
    wrong(base.scope === 'each-company', path, 'needs-together') ??
    among(
      stocks.map(({ party }) => party),
      parties,
      `${path}.stocks`,
    ) ??
    sharesOf(shares, parties, `${path}.shares`) ??
    (below.node === 'party' ? known(below.party, parties, `${path}.below.party`) : undefined)
  );
}

function inFixed(
  allocation: Extract<Allocation, { node: 'fixed-return' | 'fixed-amount' }>,
  { base }: MoneyTerm,
  parties: readonly OrganisationId[],
  path: string,
): Check {
  const { payer, payee } = allocation;
  const measured = allocation.node === 'fixed-return' && allocation.on.node === 'paid-in' ? allocation.on.measure : undefined;
  return (
    wrong(base.scope === 'each-company', path, 'needs-together') ??
    known(payer, parties, `${path}.payer`) ??
    known(payee, parties, `${path}.payee`) ??
    wrong(payer === payee, `${path}.payee`, 'payer-is-payee') ??
    wrong(measured !== undefined && unitOf(measured) !== 'fen', `${path}.on.measure`, 'measure-not-money')
  );
}
