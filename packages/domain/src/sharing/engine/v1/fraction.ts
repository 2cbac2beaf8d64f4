/** Exact arithmetic of the engine. Denominators are above zero; nothing is brought to lowest terms unless it is shown. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export type Amounts = 'half-up' | 'down';

export const whole = (n: bigint): Fraction => ({ n, d: 1n });

export function plus(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** A single amount in whole units: half away from zero, or towards zero. */
export function rounded({ n, d }: Fraction, rule: Amounts): bigint {
  if (d === 1n) return n;
  if (rule === 'down') return n / d;
  return n < 0n ? -((-n * 2n + d) / (d * 2n)) : (n * 2n + d) / (d * 2n);
}

/**
 * Largest remainder. `quotas` are numerators over `d` and sum to `base * d`; `ranks` say who comes first for an odd unit when
 * remainders are equal. The parts sum to `base`, each within one unit of its quota. Negative quotas are mirrored one by one
 * where all are negative; mixed signs are rounded down first, which leaves as many units to place.
 * @throws RangeError when the quotas sum to something else.
 */
export function largestRemainder(quotas: readonly bigint[], d: bigint, base: bigint, ranks: readonly number[]): bigint[] {
  const mirrored = base < 0n && quotas.every((quota) => quota <= 0n);
  const parts: bigint[] = [];
  const rests: bigint[] = [];
  let left = mirrored ? -base : base;
  for (let at = 0; at < quotas.length; at += 1) {
    const quota = mirrored ? -(quotas[at] ?? 0n) : (quotas[at] ?? 0n);
    let part = quota / d;
    let rest = quota - part * d;
    if (rest < 0n) {
      part -= 1n;
      rest += d;
    }
    parts.push(part);
    rests.push(rest);
    left -= part;
  }
  if (left < 0n || left > BigInt(quotas.length)) throw new RangeError('quotas must sum to the base');
  for (; left > 0n; left -= 1n) {
    const first = largest(rests, ranks);
    parts[first] = (parts[first] ?? 0n) + 1n;
    rests[first] = -1n;
  }
  return mirrored ? parts.map((part) => -part) : parts;
}

function largest(rests: readonly bigint[], ranks: readonly number[]): number {
  let best = 0;
  for (let at = 1; at < rests.length; at += 1) {
    const rest = rests[at] ?? -1n;
    const other = rests[best] ?? -1n;
    if (rest > other || (rest === other && (ranks[at] ?? 0) < (ranks[best] ?? 0))) best = at;
  }
  return best;
}

/** Brings ratios to one denominator, so that a base is divided by multiplying alone. */
export function commonDenominator(ratios: readonly Fraction[]): { readonly weights: bigint[]; readonly d: bigint } {
  const d = ratios.reduce((all, ratio) => (all / gcd(all, ratio.d)) * ratio.d, 1n);
  return { weights: ratios.map((ratio) => (ratio.n * d) / ratio.d), d };
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** `["3", "5"]` as it stands in the terms. */
export const fractionOf = ([n, d]: readonly [string, string]): Fraction => ({ n: BigInt(n), d: BigInt(d) });
