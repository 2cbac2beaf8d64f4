import type { OrganisationId } from '../../kernel/index.ts';
import type { Allocation, MoneyTerm, PartyShares } from '../term/index.ts';
import { type Check, first, known, twice, wrong } from './found.ts';

/** Taxes move between treasuries, through each hop that the terms name; only what is no tax is paid directly (domain rule 7). */
export function inRoutes(term: MoneyTerm, parties: readonly OrganisationId[]): Check {
  const { settlement, base, redirection } = term;
  const { routes } = settlement;
  const ends = redirection ? [...parties, redirection.to.organisation] : parties;
  const taxes = base.sources.some(({ node }) => node === 'tax');
  return first(
    (function* () {
      yield twice(
        routes.map(({ from, to }) => [from, to].sort().join(' ')),
        (index) => `settlement.routes.${index}`,
        'route-twice',
      );
      for (const [index, { node, from, to, via }] of routes.entries()) {
        const path = `settlement.routes.${index}`;
        yield known(from, ends, `${path}.from`);
        yield known(to, ends, `${path}.to`);
        yield wrong(from === to, `${path}.to`, 'payer-is-payee');
        yield wrong(node === 'direct' && taxes, `${path}.node`, 'direct-route-for-tax');
        yield wrong(node === 'direct' && via.length > 0, `${path}.via`, 'direct-route-with-bodies');
        yield wrong(node !== 'direct' && via.length === 0, `${path}.via`, 'route-without-bodies');
      }
      for (const [payer, payee] of payments(term)) {
        const there = routes.some(({ from, to }) => (from === payer && to === payee) || (from === payee && to === payer));
        yield wrong(payer !== payee && !there, 'settlement.routes', 'route-missing');
      }
    })(),
  );
}

/** Who may have to pay whom: each who collects, to each who may receive; and those who pay fixed sums or make up minimums. */
function* payments({ base, bands, recovery, caps, guarantees, redirection }: MoneyTerm): Iterable<readonly [OrganisationId, OrganisationId]> {
  const receivers = [
    ...bands.flatMap(({ allocation }) => receiving(allocation)),
    ...(recovery?.claims.map(({ creditor }) => creditor) ?? []),
    ...caps.map(({ excessTo }) => excessTo),
    ...(redirection ? [redirection.to.organisation] : []),
  ];
  for (const payer of base.collectedBy) for (const payee of receivers) yield [payer, payee];
  for (const { allocation } of bands) if ('payer' in allocation) yield [allocation.payer, allocation.payee];
  for (const { party, fundedBy } of guarantees) yield [fundedBy.party, party];
}

function receiving(allocation: Allocation): OrganisationId[] {
  const some = (shares: PartyShares) => shares.filter(({ ratio }) => ratio[0] !== '0').map(({ party }) => party);
  switch (allocation.node) {
    case 'ratio':
      return some(allocation.shares);
    case 'equity':
      return allocation.holdings.filter(({ units }) => units !== '0').map(({ party }) => party);
    case 'tiers':
      return allocation.tiers.flatMap(({ shares }) => some(shares));
    case 'increment':
      return [...some(allocation.shares), ...allocation.stocks.filter(({ amount }) => amount !== '0').map(({ party }) => party)];
    case 'contribution':
    case 'fixed-return':
    case 'fixed-amount':
    case 'not-shared':
      return [];
  }
}
