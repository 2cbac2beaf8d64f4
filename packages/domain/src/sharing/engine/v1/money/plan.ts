import type { SharingReference } from '../../../input.ts';
import type { Allocation, Band, Cap, Guarantee, Measure, MoneyTerm, PartyShares, SchemeLevel, TaxSource } from '../../../term/index.ts';
import { type Day, dayOf } from '../days.ts';
import { commonDenominator, type Fraction, fractionOf } from '../fraction.ts';
import type { Roster } from '../roster.ts';

/** A version of money terms made ready for computing: texts parsed, parties as indexes, ratios on one denominator. */
export interface Plan {
  readonly term: MoneyTerm;
  readonly digest: string;
  readonly from: Day;
  readonly to: Day;
  readonly roster: Roster;
  /** By index of the roster: who comes first for an odd fen. */
  readonly ranks: readonly number[];
  /** What a figure of a measure is in these terms. */
  readonly roles: ReadonlyMap<Measure, readonly Role[]>;
  readonly collectors: ReadonlySet<string>;
  readonly bands: readonly PlannedBand[];
  readonly until: Day | undefined;
  readonly caps: readonly PlannedCap[];
  readonly guarantees: readonly PlannedGuarantee[];
  readonly redirected: readonly { readonly party: number; readonly ratio: Fraction }[];
  readonly redirectedTo: number;
  readonly portion: Fraction;
}

/** `source`: adds to a source, or where it is a refund takes from it; `deduction`: takes from the base. `bearer` −1 is all. */
export type Role =
  | { readonly kind: 'source'; readonly at: number; readonly valid: Validity; readonly rates: readonly DatedRate[] | undefined }
  | {
      readonly kind: 'refund';
      readonly at: number;
      readonly bearer: number;
      readonly valid: Validity;
      readonly rates: readonly DatedRate[] | undefined;
      readonly reason: 'ordinary' | 'credit';
    }
  | { readonly kind: 'deduction'; readonly at: number; readonly bearer: number };

/** Days on which a tax counts as this source: 营业税 until it ended, its successor from then on. */
export interface Validity {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

export interface DatedRate {
  readonly from: Day;
  readonly to: Day | undefined;
  readonly ratio: Fraction;
  readonly text: string;
}

export interface PlannedBand {
  readonly band: Band;
  readonly at: number;
  readonly allocation: PlannedAllocation;
}

/** Shares as whole numbers over one denominator, by index of the roster. */
export interface Weights {
  readonly weights: readonly bigint[];
  readonly d: bigint;
  readonly texts: readonly (string | undefined)[];
}

export type PlannedAllocation =
  | { readonly node: 'weights'; readonly rule: 'ratio' | 'equity'; readonly by: Weights }
  | { readonly node: 'contribution'; readonly measures: readonly Measure[] }
  | {
      readonly node: 'tiers';
      readonly term: Extract<Allocation, { node: 'tiers' }>;
      readonly tiers: readonly { readonly upTo: bigint | undefined; readonly by: Weights }[];
    }
  | {
      readonly node: 'increment';
      readonly term: Extract<Allocation, { node: 'increment' }>;
      readonly stocks: readonly bigint[];
      readonly stock: bigint;
      readonly by: Weights;
    }
  | {
      readonly node: 'fixed';
      readonly term: Extract<Allocation, { node: 'fixed-return' | 'fixed-amount' }>;
      readonly payer: number;
      readonly payee: number;
    }
  | { readonly node: 'not-shared' };

export interface PlannedCap {
  readonly term: Cap;
  readonly at: number;
  readonly party: number;
  readonly excessTo: number;
}

export interface PlannedGuarantee {
  readonly term: Guarantee;
  readonly at: number;
  readonly party: number;
  readonly by: number;
  readonly amount: bigint;
}

/** Everybody whom money terms name, in the order of the tie list, then bodies. */
export function* namedIn({ rounding, base, redirection, recovery }: MoneyTerm): Iterable<string> {
  yield* rounding.ties;
  yield* base.collectedBy;
  for (const { creditor } of recovery?.claims ?? []) yield creditor;
  if (redirection) yield redirection.to.organisation;
}

export function planOf(
  version: { readonly term: MoneyTerm; readonly digest: string; readonly from: Day; readonly to: Day },
  roster: Roster,
  reference: SharingReference,
): Plan {
  const { term } = version;
  return {
    ...version,
    roster,
    ranks: roster.ids.map((id) => {
      const rank = term.rounding.ties.indexOf(id as MoneyTerm['rounding']['ties'][number]);
      return rank < 0 ? roster.ids.length : rank;
    }),
    roles: rolesOf(term, roster, reference),
    collectors: new Set(term.base.collectedBy),
    bands: term.bands.map((band, at) => ({ band, at, allocation: plannedAllocation(band.allocation, roster) })),
    until: term.clock.until === undefined ? undefined : dayOf(term.clock.until),
    caps: term.caps.map((cap, at) => ({ term: cap, at, party: roster.indexOf(cap.party), excessTo: roster.indexOf(cap.excessTo) })),
    guarantees: term.guarantees.map((guarantee, at) => ({
      term: guarantee,
      at,
      party: roster.indexOf(guarantee.party),
      by: roster.indexOf(guarantee.fundedBy.party),
      amount: BigInt(guarantee.amount),
    })),
    redirected: term.redirection?.from.map(({ party, ratio }) => ({ party: roster.indexOf(party), ratio: fractionOf(ratio) })) ?? [],
    redirectedTo: term.redirection ? roster.indexOf(term.redirection.to.organisation) : -1,
    portion: term.recovery ? fractionOf(term.recovery.portion) : { n: 0n, d: 1n },
  };
}

function plannedAllocation(allocation: Allocation, roster: Roster): PlannedAllocation {
  switch (allocation.node) {
    case 'ratio':
      return { node: 'weights', rule: 'ratio', by: weightsOf(allocation.shares, roster) };
    case 'equity': {
      const weights = roster.ids.map((id) => BigInt(allocation.holdings.find(({ party }) => party === id)?.units ?? '0'));
      const d = weights.reduce((sum, units) => sum + units, 0n);
      return { node: 'weights', rule: 'equity', by: { weights, d, texts: weights.map((units) => (units === 0n ? undefined : `${units}/${d}`)) } };
    }
    case 'contribution':
      return { node: 'contribution', measures: allocation.measures };
    case 'tiers': {
      const tiers = allocation.tiers.map(({ upTo, shares }) => ({
        upTo: upTo === undefined ? undefined : BigInt(upTo),
        by: weightsOf(shares, roster),
      }));
      return { node: 'tiers', term: allocation, tiers };
    }
    case 'increment': {
      const stocks = roster.ids.map((id) => BigInt(allocation.stocks.find(({ party }) => party === id)?.amount ?? '0'));
      const stock = stocks.reduce((sum, each) => sum + each, 0n);
      return { node: 'increment', term: allocation, stocks, stock, by: weightsOf(allocation.shares, roster) };
    }
    case 'fixed-return':
    case 'fixed-amount':
      return { node: 'fixed', term: allocation, payer: roster.indexOf(allocation.payer), payee: roster.indexOf(allocation.payee) };
    case 'not-shared':
      return { node: 'not-shared' };
  }
}

function weightsOf(shares: PartyShares, roster: Roster): Weights {
  const texts = roster.ids.map((id) => shares.find(({ party }) => party === id)?.ratio.join('/'));
  const { weights, d } = commonDenominator(
    roster.ids.map((id) => {
      const share = shares.find(({ party }) => party === id);
      return share ? fractionOf(share.ratio) : { n: 0n, d: 1n };
    }),
  );
  return { weights, d, texts };
}

function rolesOf(term: MoneyTerm, roster: Roster, reference: SharingReference): Map<Measure, Role[]> {
  const roles = new Map<Measure, Role[]>();
  const add = (measure: Measure, role: Role) => {
    const found = roles.get(measure);
    if (found) found.push(role);
    else roles.set(measure, [role]);
  };
  const bearerOf = (bearer: MoneyTerm['base']['refunds']['ordinary']) => (bearer.node === 'all' ? -1 : roster.indexOf(bearer.party));
  const named = new Set(term.base.sources.flatMap((source) => (source.node === 'tax' ? `${source.tax}/${source.level}` : [])));
  term.base.sources.forEach((source, at) => {
    if (source.node === 'income') {
      add(`income/${source.income}`, { kind: 'source', at, valid: ALWAYS, rates: undefined });
      return;
    }
    const level: SchemeLevel = source.conversion.node === 'as-reported' ? source.level : 'gross';
    const as = (tax: TaxSource['tax'], valid: Validity) => {
      const rates = ratesOf({ ...source, tax }, reference);
      add(`tax/${tax}/${level}`, { kind: 'source', at, valid, rates });
      for (const [measure, reason] of [
        ['refund', 'ordinary'],
        ['credit-refund', 'credit'],
      ] as const) {
        add(`${measure}/${tax}/${level}`, { kind: 'refund', at, bearer: bearerOf(term.base.refunds[reason]), valid, rates, reason });
      }
    };
    const { from, until } = reference.taxes.find(({ tax }) => tax === source.tax) ?? {};
    as(source.tax, { from: from === undefined ? undefined : dayOf(from), to: until === undefined ? undefined : dayOf(until) });
    const { successor } = source;
    if (until !== undefined && successor !== undefined && successor !== 'none' && !named.has(`${successor}/${source.level}`)) {
      as(successor, { from: dayOf(until) + 1, to: undefined });
    }
  });
  term.deductions.forEach(({ measure, borneBy }, at) => {
    add(measure, { kind: 'deduction', at, bearer: bearerOf(borneBy) });
  });
  return roles;
}

const ALWAYS: Validity = { from: undefined, to: undefined };

/** The rates of a source, earliest first; none where figures are reported at its level. */
function ratesOf({ tax, level, conversion }: TaxSource, { rates }: SharingReference): readonly DatedRate[] | undefined {
  if (conversion.node === 'as-reported' || level === 'gross') return undefined;
  if (conversion.node === 'stated') {
    const sorted = [...conversion.rates].sort((a, b) => (a.from < b.from ? -1 : 1));
    return sorted.map(({ from, ratio }, at) => {
      const next = sorted[at + 1];
      return { from: dayOf(from), to: next && dayOf(next.from) - 1, ratio: fractionOf(ratio), text: ratio.join('/') };
    });
  }
  const of = (region: string) => rates.filter((rate) => rate.tax === tax && rate.level === level && rate.region === region);
  const { region } = conversion;
  const found = [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, '000000'].map(of).find((each) => each.length > 0) ?? [];
  return [...found]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, until, ratio }) => ({
      from: dayOf(from),
      to: until === undefined ? undefined : dayOf(until),
      ratio: fractionOf(ratio),
      text: ratio.join('/'),
    }));
}
