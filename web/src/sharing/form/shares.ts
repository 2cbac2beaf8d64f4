import { addRatios, exactPercent, isOne, lowestTerms, type Ratio, type RatioText, ratio } from '@lianyu/domain/money';

const PERCENT = /^(\d{1,3})(?:\.(\d{1,6}))?$/;
const FRACTION = /^(\d{1,12})\/(\d{1,12})$/;

/**
 * A share as it is typed: `60`, `60%` and `33.33` are per cent, `2/3` is a fraction and stays as it is typed. Exact: no
 * number of the language is used (MN-1). Anything else, and more than the whole, is no share.
 */
export function shareFrom(typed: string): RatioText | undefined {
  const text = typed
    .replace(/[\s%％]/g, '')
    .replace('／', '/')
    .replace('．', '.');
  const [, n, d] = FRACTION.exec(text) ?? [];
  if (n !== undefined && d !== undefined) return within(BigInt(n), BigInt(d));
  const [, whole, places = ''] = PERCENT.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const { numerator, denominator } = lowestTerms({ numerator: BigInt(whole + places), denominator: 100n * 10n ** BigInt(places.length) });
  return within(numerator, denominator);
}

/** A share as one would type it, and such that typing it gives the very same ratio: 2/4 does not become 1/2. */
export function shareText(share: RatioText): string {
  const percent = exactPercent(ratio(share));
  const back = percent === undefined ? undefined : shareFrom(percent);
  return percent !== undefined && back?.[0] === share[0] && back[1] === share[1] ? percent : share.join('/');
}

/** What the shares typed so far come to; undefined while one of them is none. */
export function sumOf(typed: readonly string[]): Ratio | undefined {
  const shares = typed.map(shareFrom);
  return shares.every((share) => share !== undefined) ? addRatios(shares.map(ratio)) : undefined;
}

/** What is left for the last party, as it would be typed; undefined when it is not clear or there is nothing. */
export function restOf(typed: readonly string[]): string | undefined {
  const sum = sumOf(typed);
  if (!sum || sum.numerator > sum.denominator) return undefined;
  const { numerator, denominator } = lowestTerms({ numerator: sum.denominator - sum.numerator, denominator: sum.denominator });
  return shareText([numerator.toString(), denominator.toString()]);
}

/** 100 %, 2/3 */
export function sumText(sum: Ratio): string {
  const { numerator, denominator } = lowestTerms(sum);
  const percent = exactPercent(sum);
  return percent === undefined ? `${numerator}/${denominator}` : `${percent} %`;
}

export const isWhole = isOne;

function within(n: bigint, d: bigint): RatioText | undefined {
  return d > 0n && n <= d ? [n.toString(), d.toString()] : undefined;
}
