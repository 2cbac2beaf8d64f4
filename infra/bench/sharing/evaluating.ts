import { type Evaluation, evaluate } from '@lianyu/domain/sharing';
import { type Agreement, agreementOf, parties, QUARTERS } from './agreements.ts';
import { bareTotals, bareTotalsOfTexts } from './bare.ts';

const WARM_UP = 200;

/**
 * Evaluates agreements with their derivations, and the same allocations bare, one agreement after the other in turns, so that
 * both see the same machine. What both give each party is compared. An evaluation is one statement: a quarter of an agreement.
 */
export function evaluating(agreements: number) {
  let [ours, bare, bareOfTexts, steps, rss] = [0, 0, 0, 0, 0];
  for (let ordinal = -WARM_UP; ordinal < agreements; ordinal += 1) {
    const agreement = agreementOf(Math.abs(ordinal));
    const [evaluation, evaluatedIn] = timed(() => evaluate(agreement.input));
    const [totals, addedIn] = timed(() => bareTotals(agreement));
    const [totalsOfTexts, writtenIn] = timed(() => bareTotalsOfTexts(agreement));
    sameTotals(agreement, evaluation, totals);
    sameTotals(agreement, evaluation, totalsOfTexts);
    if (ordinal < 0) continue;
    ours += evaluatedIn;
    bare += addedIn;
    bareOfTexts += writtenIn;
    for (const { derivation } of evaluation.statements) for (const part of derivation) steps += part.steps.length;
    rss = Math.max(rss, process.memoryUsage.rss());
  }
  const evaluations = agreements * QUARTERS;
  return {
    agreements,
    quarters: QUARTERS,
    stepsPerEvaluation: round(steps / evaluations),
    evaluationsPerSecond: Math.round(evaluations / (ours / 1_000)),
    /** Numbers to numbers. */
    ratioToBareArithmetic: round(bare / ours, 4),
    /** Texts to texts, as figures and statements are. */
    ratioToBareOfTexts: round(bareOfTexts / ours, 4),
    rssMb: Math.round(rss / 2 ** 20),
  };
}

function sameTotals({ shape }: Agreement, { statements }: Evaluation, totals: readonly bigint[]): void {
  parties(shape).forEach((party, index) => {
    let sum = 0n;
    for (const { lines } of statements) for (const line of lines) if (line.party === party) sum += BigInt(line.amount);
    if (sum !== totals[index]) throw new Error(`${shape}: ${party} gets ${sum} from the engine and ${totals[index]} in the bare loop`);
  });
}

function timed<T>(work: () => T): [T, number] {
  const begun = performance.now();
  const done = work();
  return [done, performance.now() - begun];
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));
