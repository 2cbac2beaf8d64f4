import type { Step } from '../../../statement.ts';
import type { QuotaTerm } from '../../../term/index.ts';
import { rounded, times, whole } from '../fraction.ts';
import { partOfYear } from '../years.ts';
import type { Moved, QuotaPeriod, QuotaState, QuotaStretch } from './evaluate.ts';

type Transfer = Extract<QuotaTerm['rule'], { node: 'transfer' }>;

/**
 * One party makes a quota over to another. What was made over lessens what is due. Where the terms say so, what is neither used
 * nor reserved at the end of a year is due back, or what was carried through the years at the end of the clause.
 * After that only what is still made over or given back counts.
 */
export function transfer(stretch: QuotaStretch, rule: Transfer, state: QuotaState, into: QuotaPeriod, steps: Step[]): void {
  if (stretch.ended) steps.push({ path: 'rule.amount', rule: 'quota-promised', applied: false, why: 'ended', inputs: [] });
  else {
    const due = promised(stretch, rule, state);
    state.promised += due;
    into.base += due;
    give(into.lines, rule, due);
    steps.push({ path: 'rule.amount', rule: 'quota-promised', applied: true, party: rule.to, inputs: [], result: due.toString() });
  }

  const given = stretch.moved('transferred', rule.from);
  const back = stretch.moved('returned', rule.to);
  const used = stretch.moved('used', rule.to);
  const reserved = stretch.moved('reserved', rule.to);
  state.transferred += given.amount;
  state.returned += back.amount;
  state.used += used.amount;
  state.reserved += reserved.amount;
  give(into.made, rule, given.amount - back.amount);
  steps.push(told('transferred', given), told('reserved', reserved), told('used', used), told('returned', back));

  const path = 'rule.unused';
  const ends =
    !stretch.ended && (rule.unused === 'returned' ? stretch.to === stretch.window.to || stretch.last : rule.unused === 'carried' && stretch.last);
  if (!ends) {
    steps.push({ path, rule: 'quota-unused', applied: false, why: rule.unused === 'kept' ? 'not-in-terms' : 'not-assessed-yet', inputs: [] });
    return;
  }
  const unused = state.transferred - state.dueBack - larger(state.used, state.reserved);
  if (unused <= 0n) {
    steps.push({ path, rule: 'quota-unused', applied: false, why: 'nothing-to-take', inputs: [] });
    return;
  }
  state.dueBack += unused;
  give(into.lines, rule, -unused);
  steps.push({ path, rule: 'quota-unused', applied: true, party: rule.from, inputs: [], result: unused.toString() });
}

const larger = (a: bigint, b: bigint) => (a > b ? a : b);

/** What becomes due in a stretch: of an amount in all what is not yet promised, of an amount per year the part that the days are of it. */
function promised({ term, from, to, begin, window }: QuotaStretch, rule: Transfer, state: QuotaState): bigint {
  const amount = BigInt(rule.amount);
  if (rule.per === 'whole') return amount - state.promised;
  const { years, partial } = term.clock;
  const until = (day: number) => rounded(times(whole(amount), partOfYear(begin, day, window, years, partial.amounts)), 'half-up');
  return until(to) - until(from - 1);
}

function give(amounts: Map<string, bigint>, { from, to }: Transfer, amount: bigint): void {
  amounts.set(to, (amounts.get(to) ?? 0n) + amount);
  amounts.set(from, (amounts.get(from) ?? 0n) - amount);
}

function told(movement: string, { amount, inputs }: Moved): Step {
  const step = { path: 'rule', rule: `quota-${movement}`, inputs };
  return inputs.length === 0 ? { ...step, applied: false, why: 'no-figures' } : { ...step, applied: true, result: amount.toString() };
}
