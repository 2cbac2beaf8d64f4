import { type Evaluation, evaluate } from '@lianyu/domain/sharing';
import { type Agreement, agreementOf, parties, QUARTERS } from './agreements.ts';
import { bareTotals } from './bare.ts';

const BATCH = 1;

/**
 * Evaluates agreements with their derivations, and the same allocations bare, batch by batch in turns, so that both see the
 * same machine. What both give each party is compared. An evaluation is one statement: a quarter of an agreement.
 */
export function evaluating(agreements: number) {
  let ours = 0;
  let bare = 0;
  let steps = 0;
  let rss = 0;
  for (let first = -200; first < agreements; first += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index) => agreementOf(Math.abs(first) + index));
    const [evaluations, evaluatedIn] = timed(() => batch.map(({ input }) => evaluate(input)));
    const [totals, addedIn] = timed(() => batch.map(bareTotals));
    batch.forEach((agreement, index) => {
      sameTotals(agreement, evaluations[index], totals[index] ?? []);
    });
    if (first < 0) continue; // what comes before zero warms up
    ours += evaluatedIn;
    bare += addedIn;
    for (const { statements } of evaluations)
      for (const { derivation } of statements) steps += derivation.reduce((sum, part) => sum + part.steps.length, 0);
    rss = Math.max(rss, process.memoryUsage.rss());
  }
  const evaluations = agreements * QUARTERS;
  return {
    agreements,
    quarters: QUARTERS,
    stepsPerEvaluation: round(steps / evaluations),
    evaluationsPerSecond: Math.round(evaluations / (ours / 1_000)),
    barePerSecond: Math.round(evaluations / (bare / 1_000)),
    ratioToBareArithmetic: round(bare / ours, 4),
    rssMb: Math.round(rss / 2 ** 20),
  };
}

function sameTotals({ shape }: Agreement, evaluation: Evaluation | undefined, totals: readonly bigint[]): void {
  parties(shape).forEach((party, index) => {
    let sum = 0n;
    for (const { lines } of evaluation?.statements ?? []) for (const line of lines) if (line.party === party) sum += BigInt(line.amount);
    if (sum !== totals[index]) throw new Error(`${shape}: ${party} gets ${sum} from the engine and ${totals[index]} in the bare loop`);
  });
}

function timed<T>(work: () => T): [T, number] {
  const begun = performance.now();
  const done = work();
  return [done, performance.now() - begun];
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));
