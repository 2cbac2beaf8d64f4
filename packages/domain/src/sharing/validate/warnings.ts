import type { OrganisationId } from '../../kernel/index.ts';
import type { MoneyTerm, SharingTerm } from '../term/index.ts';

/** What terms may say, but somebody should look at. */
export interface TermWarning {
  readonly path: string;
  /**
   * `share-to-company`: a share of tax goes on to a company. Sharing between governments is fine; without a law, regulation or
   * State Council approval a refund of tax to a company is not (公平竞争审查条例, in force 2024-08-01).
   */
  readonly warning: 'share-to-company';
  /** The company. */
  readonly organisation: OrganisationId;
}

/** Every warning of a term. Which organisations are companies is known outside; bodies say it themselves. */
export function warningsInTerm(term: SharingTerm, isCompany: (organisation: OrganisationId) => boolean): readonly TermWarning[] {
  if (term.node === 'share') {
    const bands = term.allocation.bands.flatMap(({ shares }, at) =>
      shares.map(({ party, ratio }, index) => ({ path: `allocation.bands.${at}.shares.${index}`, party, ratio })),
    );
    return bands.filter(({ party, ratio }) => ratio[0] !== '0' && isCompany(party)).map(({ path, party }) => warned(path, party));
  }
  if (term.node !== 'money' || !term.base.sources.some(({ node }) => node === 'tax')) return [];
  return [...recipients(term)]
    .filter(({ organisation, company }) => company ?? isCompany(organisation))
    .map(({ path, organisation }) => warned(path, organisation));
}

const warned = (path: string, organisation: OrganisationId): TermWarning => ({ path, warning: 'share-to-company', organisation });

interface Recipient {
  readonly path: string;
  readonly organisation: OrganisationId;
  readonly company?: boolean;
}

function* recipients({ bands, recovery, caps, guarantees, redirection }: MoneyTerm): Iterable<Recipient> {
  for (const [at, { allocation }] of bands.entries()) {
    const path = `bands.${at}.allocation`;
    if (allocation.node === 'tiers')
      for (const [index, tier] of allocation.tiers.entries()) yield* sharing(tier.shares, `${path}.tiers.${index}.shares`);
    else if ('shares' in allocation) yield* sharing(allocation.shares, `${path}.shares`);
    else if (allocation.node === 'equity') {
      for (const [index, { party, units }] of allocation.holdings.entries())
        if (units !== '0') yield { path: `${path}.holdings.${index}`, organisation: party };
    }
  }
  for (const [index, { creditor }] of recovery?.claims.entries() ?? []) yield { path: `recovery.claims.${index}.creditor`, organisation: creditor };
  for (const [index, { excessTo }] of caps.entries()) yield { path: `caps.${index}.excessTo`, organisation: excessTo };
  for (const [index, { party }] of guarantees.entries()) yield { path: `guarantees.${index}.party`, organisation: party };
  if (redirection) yield { path: 'redirection.to', organisation: redirection.to.organisation, company: redirection.to.kind === 'company' };
}

function* sharing(
  shares: readonly { readonly party: OrganisationId; readonly ratio: readonly [string, string] }[],
  path: string,
): Iterable<Recipient> {
  for (const [index, { party, ratio }] of shares.entries()) if (ratio[0] !== '0') yield { path: `${path}.${index}`, organisation: party };
}
