import type { Fen } from './fen.ts';

/** One line of an allocation. `rank` decides ties: the lower rank receives the odd fen first (MN-2). */
export interface Weight {
  readonly weight: bigint;
  readonly rank: number;
}

/**
 * Divides `base` by weights so that the parts sum exactly to it: each gets the whole fen of its quota, the fen that are
 * left go to the largest remainders, ties by rank. A negative base mirrors the positive one. Answers in the order given.
 * @throws RangeError when there is no positive weight, a weight is negative, or two ranks are equal.
 */
export function allocate(base: Fen, weights: readonly Weight[]): Fen[] {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0n);
  if (total <= 0n || weights.some(({ weight }) => weight < 0n)) throw new RangeError('weights must be zero or more and not all zero');
  if (new Set(weights.map(({ rank }) => rank)).size !== weights.length) throw new RangeError('ranks must differ');
  const magnitude = base < 0n ? -base : base;
  const lines = weights.map(({ weight, rank }, index) => ({ index, rank, part: (magnitude * weight) / total, rest: (magnitude * weight) % total }));
  let left = magnitude - lines.reduce((sum, { part }) => sum + part, 0n);
  for (const line of [...lines].sort((a, b) => (a.rest === b.rest ? a.rank - b.rank : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break;
    line.part += 1n;
    left -= 1n;
  }
  return lines.map(({ part }) => (base < 0n ? -part : part) as Fen);
}
