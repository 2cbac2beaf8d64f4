import type { PartialRule } from '../../term/index.ts';
import { type Day, monthsBegun } from './days.ts';
import type { Fact } from './facts.ts';
import { rounded } from './fraction.ts';

/**
 * What of a figure falls on the days from `from` to `to`. Whole where its period lies within; otherwise divided by days or
 * months, so that the pieces sum exactly to the figure. Nothing may be said where the terms wait for finer figures.
 */
export function amountIn(fact: Fact, from: Day, to: Day, rule: PartialRule['figures']): bigint | undefined {
  if (from <= fact.from && to >= fact.to) return fact.amount;
  if (rule === 'wait') return undefined;
  const until = to >= fact.to ? fact.amount : upTo(fact, to, rule);
  return from <= fact.from ? until : until - upTo(fact, from - 1, rule);
}

function upTo({ from, to, amount }: Fact, day: Day, rule: 'by-days' | 'by-months'): bigint {
  if (day < from) return 0n;
  const months = rule === 'by-months' ? monthsBegun(from, to) : 0;
  const [part, all] = months > 0 ? [monthsBegun(from, day), months] : [day - from + 1, to - from + 1];
  return rounded({ n: amount * BigInt(part), d: BigInt(all) }, 'half-up');
}
