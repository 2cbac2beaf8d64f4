import type { EventId } from '../../../../kernel/index.ts';
import type { Step } from '../../../statement.ts';
import type { Measure } from '../../../term/index.ts';
import type { Day } from '../days.ts';
import type { Facts } from '../facts.ts';
import { type Fraction, fractionOf, plus, rounded, times } from '../fraction.ts';
import { partOfYear } from '../years.ts';
import type { Stretch } from './allocate.ts';
import type { PlannedAllocation } from './plan.ts';

type Fixed = Extract<PlannedAllocation, { node: 'fixed' }>;

/**
 * What a fixed return or amount comes to in a stretch: what the year so far gives, less what it gave before the stretch, each
 * rounded once, so that the periods of a year sum to the year. The base does not matter: it is due in loss too.
 */
export function fixedAmount(allocation: Fixed, stretch: Stretch, steps: Step[]): bigint {
  const { plan, window, band, from, to } = stretch;
  const begin = Math.max(window.from, plan.from);
  const inputs: EventId[] = [];
  const exact = accrued(allocation, stretch, begin, to, inputs);
  const until = rounded(exact, plan.term.rounding.amounts);
  const before = from > begin ? rounded(accrued(allocation, stretch, begin, from - 1, []), plan.term.rounding.amounts) : 0n;
  const part = partOfYear(begin, to, window, plan.term.clock.years, plan.term.clock.partial.amounts);
  steps.push({
    path: `bands.${band.at}.allocation`,
    rule: allocation.term.node,
    applied: true,
    party: plan.roster.ids[allocation.payee] as Step['party'],
    inputs,
    values: { part: `${part.n}/${part.d}`, ...(before === 0n ? {} : { before: before.toString() }) },
    exact: [exact.n.toString(), exact.d.toString()],
    result: (until - before).toString(),
  });
  return until - before;
}

function accrued({ term }: Fixed, { plan, window, facts }: Stretch, from: Day, to: Day, inputs: EventId[]): Fraction {
  const { years, partial } = plan.term.clock;
  const part = (begin: Day) => partOfYear(Math.max(begin, from), to, window, years, partial.amounts);
  const each = (unit: Fraction, measure: Measure): Fraction => {
    let sum: Fraction = { n: 0n, d: 1n };
    for (const { id, amount, effectiveOn } of ofPayee(facts, measure, term.payee)) {
      if (effectiveOn > to) continue;
      inputs.push(id);
      const begin = partial.amounts === 'whole' ? from : effectiveOn;
      sum = plus(sum, times(times({ n: amount, d: 1n }, unit), part(begin)));
    }
    return sum;
  };
  if (term.node === 'fixed-return') {
    const rate = fractionOf(term.rate);
    return term.on.node === 'paid-in' ? each(rate, term.on.measure) : times(times({ n: BigInt(term.on.amount), d: 1n }, rate), part(from));
  }
  const amount: Fraction = { n: BigInt(term.amount), d: 1n };
  switch (term.per.node) {
    case 'year':
      return times(amount, part(from));
    case 'stated-units':
      return times({ n: amount.n * BigInt(term.per.units), d: 1n }, part(from));
    case 'delivered-units':
      return each(amount, 'count/delivered');
  }
}

const ofPayee = (facts: Facts, measure: Measure, payee: string) => facts.byMeasure(measure).filter(({ party }) => party === payee);
