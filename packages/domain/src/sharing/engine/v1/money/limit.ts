import type { Step } from '../../../statement.ts';
import type { Day } from '../days.ts';
import { rounded, times, whole } from '../fraction.ts';
import { partOfYear, type YearWindow, yearAt } from '../years.ts';
import type { Setting, State } from './instance.ts';
import type { PlannedGuarantee } from './plan.ts';
import type { Tally } from './tally.ts';

/**
 * Cuts shares to their caps, in the order of the terms. A cap looks at all that was granted in its window: what comes out is
 * the capped sum so far less what was granted before, so that the order of payments changes nothing and no more than the cap
 * is ever given. What is above goes to the party that the terms name.
 */
export function limit(
  setting: Setting,
  shares: bigint[],
  recovered: readonly bigint[],
  window: YearWindow,
  stretch: number,
  state: State,
  steps: Step[],
): void {
  for (const { term, at, party, excessTo } of setting.plan.caps) {
    const path = `caps.${at}`;
    const { amount: full, inputs } = setting.caps[at] ?? { amount: undefined, inputs: [] };
    if (full === undefined) {
      steps.push({ path, rule: 'cap', applied: false, why: 'no-figures', inputs: [...inputs] });
      continue;
    }
    const key = term.over === 'whole' ? 0 : term.over === 'year' ? window.year : stretch;
    const before = state.caps.get(term.id);
    const kept = before !== undefined && before.key === key ? before : { key, shares: 0n, recovery: 0n, granted: 0n };
    const amount = term.over === 'year' ? forYear(setting, full, window) : full;
    const share = shares[party] ?? 0n;
    kept.shares += share;
    if (term.counts === 'shares-and-recovery') kept.recovery += recovered[party] ?? 0n;
    const room = amount > kept.recovery ? amount - kept.recovery : 0n;
    const granted = kept.shares < room ? kept.shares : room;
    const given = granted - kept.granted;
    kept.granted = granted;
    state.caps.set(term.id, kept);
    const values = { cap: amount.toString(), granted: granted.toString() };
    if (given === share) {
      steps.push({ path, rule: 'cap', applied: false, why: 'below-limit', inputs: [...inputs], values });
      continue;
    }
    shares[party] = given;
    shares[excessTo] = (shares[excessTo] ?? 0n) + share - given;
    steps.push({ path, rule: 'cap', applied: true, party: term.party, inputs: [...inputs], values, result: given.toString() });
  }
}

/** A cap for a year, in a part of a year as the terms say. */
function forYear({ plan }: Setting, full: bigint, window: YearWindow): bigint {
  const { clock, rounding } = plan.term;
  return rounded(times(whole(full), partOfYear(window.from, window.to, window, clock.years, clock.partial.amounts)), rounding.amounts);
}

/** Tops up minimums at the end of a stretch, on what the year has brought since the guarantee began. */
export function guarantee(setting: Setting, place: GuaranteePlace, before: readonly bigint[], tally: Tally, state: State, steps: Step[]): void {
  for (const planned of setting.plan.guarantees) steps.push(toppedUp(planned, setting, place, before, tally, state));
}

interface GuaranteePlace {
  readonly from: Day;
  readonly to: Day;
}

function toppedUp(
  planned: PlannedGuarantee,
  setting: Setting,
  { from, to }: GuaranteePlace,
  before: readonly bigint[],
  tally: Tally,
  state: State,
): Step {
  const { plan } = setting;
  const { clock, rounding } = plan.term;
  const { term, at, party, by, amount } = planned;
  const { on, inputs: ids } = setting.guarantees[at] ?? { on: undefined, inputs: [] };
  const step = { path: `guarantees.${at}`, rule: 'guarantee', inputs: [...ids] };
  if (on === undefined || to < on) return { ...step, applied: false, why: 'not-started' };
  const window = yearAt(on, clock.years, from);
  if (term.years !== undefined && window.year > term.years) return { ...step, applied: false, why: 'ended' };
  const found = state.guarantees.get(term.id);
  const kept = found !== undefined && found.key === window.from ? found : { key: window.from, received: 0n, guarantor: 0n, toppedUp: 0n, unmet: 0n };
  kept.received += attributed(tally, party) - (before[party] ?? 0n);
  kept.guarantor += attributed(tally, by) - (before[by] ?? 0n);
  state.guarantees.set(term.id, kept);
  const last = Math.min(window.to, plan.until ?? window.to, plan.to, setting.end ?? window.to);
  if (term.assessed === 'year-end' && to < last)
    return { ...step, applied: false, why: 'not-assessed-yet', values: { received: kept.received.toString() } };
  const floor = rounded(times(whole(amount), partOfYear(window.from, to, window, clock.years, clock.partial.amounts)), rounding.amounts);
  const missing = floor > kept.received ? floor - kept.received : 0n;
  const pool = kept.guarantor > 0n ? kept.guarantor : 0n;
  const funded = term.fundedBy.source === 'pool' && missing > pool ? pool : missing;
  const topUp = funded - kept.toppedUp;
  kept.toppedUp = funded;
  kept.unmet = missing - funded;
  const values = {
    floor: floor.toString(),
    received: kept.received.toString(),
    fromOwnPart: (funded < pool ? funded : pool).toString(),
    unmet: kept.unmet.toString(),
  };
  if (topUp === 0n) return { ...step, applied: false, why: missing === 0n ? 'above-minimum' : 'nothing-to-take', values };
  tally.add('guarantee', party, topUp);
  tally.add('guarantee', by, -topUp);
  return { ...step, applied: true, party: term.party, values, result: topUp.toString() };
}

/** What a party has been given in the period so far, without top-ups and wherever its cash goes. */
export function attributed(tally: Tally, party: number): bigint {
  return tally.of('share', party) + tally.of('recovery', party) + tally.of('charge', party);
}
