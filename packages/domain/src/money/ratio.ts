import { z } from 'zod';

const DIGITS = /^(0|[1-9]\d{0,17})$/;
const digits = z.string().regex(DIGITS);

/** A ratio on the wire: numerator and denominator as strings of digits (MN-1), not above one, denominator not zero. */
export const ratioText = z.tuple([digits, digits]).refine(isRatio, 'not a ratio from 0 to 1');
export type RatioText = z.infer<typeof ratioText>;

/** An exact ratio. Not necessarily in lowest terms. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function ratio([numerator, denominator]: RatioText): Ratio {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

export function addRatios(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(
    (sum, r) =>
      lowestTerms({ numerator: sum.numerator * r.denominator + r.numerator * sum.denominator, denominator: sum.denominator * r.denominator }),
    { numerator: 0n, denominator: 1n },
  );
}

export function isOne(r: Ratio): boolean {
  return r.numerator === r.denominator;
}

export function lowestTerms(r: Ratio): Ratio {
  const divisor = greatestCommonDivisor(r.numerator, r.denominator);
  return { numerator: r.numerator / divisor, denominator: r.denominator / divisor };
}

/** `3/5` → `"60"`, `2/3` → `undefined`: per cent only where that is exact with at most two decimals. */
export function exactPercent(r: Ratio): string | undefined {
  const scaled = r.numerator * 10_000n;
  if (scaled % r.denominator !== 0n) return undefined;
  const hundredths = scaled / r.denominator;
  const fraction = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  return `${hundredths / 100n}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Asked also of what is not digits at all: the check of the parts does not stop this one. */
function isRatio([n, d]: readonly [string, string]): boolean {
  return DIGITS.test(n) && DIGITS.test(d) && BigInt(d) > 0n && BigInt(n) <= BigInt(d);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : greatestCommonDivisor(b, a % b);
}
