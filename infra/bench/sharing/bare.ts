import { type Agreement, CAP, MINIMUM, OUTLAY, type Shape } from './agreements.ts';

/**
 * The same allocations in a bare loop over numbers that are parsed already: sums, largest remainder, running balances. No dates,
 * no strings, no terms, no derivation. Answers what each party got over all quarters.
 */
export function bareTotals({ shape, amounts }: Agreement): bigint[] {
  return totalsOf(shape, amounts);
}

/** The same between texts, as statements are made: amounts read from strings, and what each party gets in a quarter written as one. */
export function bareTotalsOfTexts({ shape, texts }: Agreement): bigint[] {
  const written: string[][] = [];
  const totals = totalsOf(
    shape,
    texts.map((quarter) => quarter.map(BigInt)),
    written,
  );
  if (written.length !== texts.length) throw new Error('a quarter was not written');
  return totals;
}

function totalsOf(shape: Shape, amounts: readonly (readonly bigint[])[], written?: string[][]): bigint[] {
  const totals = shape === 'four' ? [0n, 0n, 0n, 0n] : [0n, 0n];
  let open = shape === 'recovery' ? OUTLAY : 0n;
  let received = 0n;
  let inYear = 0n;
  for (let quarter = 0; quarter < amounts.length; quarter += 1) {
    let base = 0n;
    for (const amount of amounts[quarter] ?? []) base += amount;
    const recovered = open < base ? open : base;
    open -= recovered;
    const [weights, denominator] = weightsOf(shape, quarter);
    const parts = largestRemainder(base - recovered, weights, denominator);
    if (shape === 'cap' && received + (parts[0] ?? 0n) > CAP) {
      const excess = received + (parts[0] ?? 0n) - CAP;
      parts[0] = (parts[0] ?? 0n) - excess;
      parts[1] = (parts[1] ?? 0n) + excess;
    }
    received += parts[0] ?? 0n;
    inYear += parts[0] ?? 0n;
    if (quarter % 4 === 3) {
      if (shape === 'minimum' && inYear < MINIMUM) {
        parts[0] = (parts[0] ?? 0n) + MINIMUM - inYear;
        parts[1] = (parts[1] ?? 0n) - MINIMUM + inYear;
      }
      inYear = 0n;
    }
    for (let party = 0; party < totals.length; party += 1) totals[party] = (totals[party] ?? 0n) + (parts[party] ?? 0n);
    totals[0] = (totals[0] ?? 0n) + recovered;
    written?.push([base.toString(), ...parts.map(String)]);
  }
  return totals;
}

const FOUR = [4n, 3n, 2n, 1n];
const EARLY = [3n, 2n];
const LATE = [1n, 1n];

function weightsOf(shape: Shape, quarter: number): readonly [readonly bigint[], bigint] {
  if (shape === 'four') return [FOUR, 10n];
  return quarter < 20 ? [EARLY, 5n] : [LATE, 2n];
}

function largestRemainder(base: bigint, weights: readonly bigint[], denominator: bigint): bigint[] {
  const parts = weights.map((weight) => (base * weight) / denominator);
  const rests = weights.map((weight) => (base * weight) % denominator);
  let left = base;
  for (const part of parts) left -= part;
  while (left > 0n) {
    let most = 0;
    for (let at = 1; at < rests.length; at += 1) if ((rests[at] ?? 0n) > (rests[most] ?? 0n)) most = at;
    parts[most] = (parts[most] ?? 0n) + 1n;
    rests[most] = -1n;
    left -= 1n;
  }
  return parts;
}
