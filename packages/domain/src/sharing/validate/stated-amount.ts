import type { Band, MoneyTerm, SharingTerm } from '../term/index.ts';

/** The largest sum of money in fen that terms state: an outlay to be repaid, a principal, a fixed amount, a cap, a guarantee. */
export function statedAmount(terms: readonly SharingTerm[]): bigint | undefined {
  const stated = terms.flatMap((term) => (term.node === 'money' ? sums(term) : [])).map(BigInt);
  return stated.reduce<bigint | undefined>((most, each) => (most === undefined || each > most ? each : most), undefined);
}

function sums({ recovery, caps, guarantees, bands }: MoneyTerm): readonly string[] {
  return [
    ...(recovery?.claims ?? []).flatMap(({ outlay }) => (outlay.node === 'stated' ? [outlay.amount] : [])),
    ...caps.flatMap(({ amount }) => (amount.node === 'stated' ? [amount.amount] : [])),
    ...guarantees.map(({ amount }) => amount),
    ...bands.flatMap(inBand),
  ];
}

function inBand({ allocation }: Band): readonly string[] {
  if (allocation.node === 'fixed-amount') return [allocation.amount];
  return allocation.node === 'fixed-return' && allocation.on.node === 'stated' ? [allocation.on.amount] : [];
}
