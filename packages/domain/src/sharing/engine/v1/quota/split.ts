import type { Step } from '../../../statement.ts';
import type { QuotaTerm } from '../../../term/index.ts';
import { commonDenominator, fractionOf, largestRemainder } from '../fraction.ts';
import type { QuotaPeriod, QuotaStretch } from './evaluate.ts';

/** What is granted to the parties is divided; until then it is with whoever was granted it. */
export function split(stretch: QuotaStretch, rule: Extract<QuotaTerm['rule'], { node: 'split' }>, into: QuotaPeriod, steps: Step[]): void {
  const { ties } = stretch.term.rounding;
  let total = 0n;
  const inputs: Step['inputs'] = [];
  for (const party of ties) {
    const { amount, inputs: ids } = stretch.moved('granted', party);
    total += amount;
    inputs.push(...ids);
    into.made.set(party, (into.made.get(party) ?? 0n) + amount);
  }
  steps.push({ path: 'quota', rule: 'source', applied: true, inputs, result: total.toString() });
  const { weights, d } = commonDenominator(rule.shares.map(({ ratio }) => fractionOf(ratio)));
  const quotas = weights.map((weight) => total * weight);
  const given = largestRemainder(
    quotas,
    d,
    total,
    rule.shares.map(({ party }) => ties.indexOf(party)),
  );
  into.base += total;
  rule.shares.forEach(({ party, ratio }, at) => {
    const amount = given[at] ?? 0n;
    into.lines.set(party, (into.lines.get(party) ?? 0n) + amount);
    steps.push({
      path: 'rule.shares',
      rule: 'ratio',
      applied: true,
      party,
      inputs: [],
      values: { ratio: ratio.join('/') },
      exact: [(quotas[at] ?? 0n).toString(), d.toString()],
      result: amount.toString(),
    });
  });
}
