import type { NotApplied, Step } from '../../../statement.ts';
import { addMonths, type Day } from '../days.ts';
import type { Facts } from '../facts.ts';
import { largestRemainder, rounded, times, whole } from '../fraction.ts';
import type { YearWindow } from '../years.ts';
import { allocate } from './allocate.ts';
import { fixedAmount } from './fixed.ts';
import { type Gathered, gather } from './gather.ts';
import { type Instance, type Setting, windowOf } from './instance.ts';
import { attributed, guarantee, limit } from './limit.ts';
import type { Plan, PlannedBand } from './plan.ts';
import { allRecovered, recover } from './recover.ts';
import type { Tally } from './tally.ts';

/** A stretch of a period: its days, and where its figures come from and its amounts go to. */
export interface Place {
  readonly from: Day;
  readonly to: Day;
  /** First day of the settlement period, and of the next. */
  readonly period: Day;
  readonly next: Day;
  readonly facts: Facts;
  readonly bucket: Instance['facts'];
  readonly tally: Tally;
}

export interface Outcome {
  readonly steps: Step[];
  /** What was shared, or stayed where it was. */
  readonly base: bigint;
  readonly year: number | undefined;
  /** Why nothing was shared. */
  readonly kept: NotApplied | undefined;
  readonly estimated: boolean;
  readonly incomplete: boolean;
}

/** Runs the pipeline once: base → deductions → recovery → allocation → caps → guarantees → redirection. */
export function run(instance: Instance, setting: Setting, place: Place): Outcome {
  const { plan } = setting;
  const { tally } = place;
  const gathered = gather(plan, place.bucket, place.from, place.to);
  const { steps, estimated, incomplete } = gathered;
  for (let at = 0; at < gathered.sources.length; at += 1) tally.source(at, gathered.sources[at] ?? 0n);
  steps.push(setting.startStep);
  const why = whyNot(instance, setting, place);
  if (why !== undefined) {
    const base = retain(gathered, tally);
    if (why !== 'not-started') steps.push({ path: 'bands', rule: 'retained', applied: true, why, inputs: [], result: base.toString() });
    if (why === 'not-eligible') steps.push(...setting.eligibilitySteps);
    return { steps, base, year: undefined, kept: why, estimated, incomplete };
  }

  steps.push(...setting.eligibilitySteps);
  if (plan.term.deductions.length === 0) steps.push(NO_DEDUCTION);
  const before = snapshot(plan, tally);
  const base = carried(instance, plan, gathered, tally, steps);
  charged(gathered, plan, tally, steps);
  tally.hold(gathered.held);
  for (let at = 0; at < gathered.paid.length; at += 1) tally.lay(at, -(gathered.paid[at] ?? 0n));

  const { left, window } = recovered(instance, setting, place, base, steps);
  const band = window && bandFor(setting, instance, window, tally, steps);
  let kept: NotApplied | undefined;
  if (window === undefined || band === undefined) {
    kept = window === undefined ? 'recovery-open' : 'ended';
    if (left !== 0n) stay(left, gathered, plan, tally);
    steps.push({ path: 'bands', rule: 'retained', applied: true, why: kept, inputs: [], result: left.toString() });
  } else {
    steps.push({ path: `bands.${band.at}`, rule: 'year', applied: true, inputs: [], values: yearValues(window, band) });
    share(instance, setting, place, window, band, left, gathered, before.recovery, steps);
  }
  if (plan.guarantees.length === 0) steps.push(NO_GUARANTEE);
  else guarantee(setting, place, before.attributed, tally, instance.state, steps);
  if (plan.redirected.length === 0) steps.push(NO_REDIRECTION);
  else redirect(plan, tally, before.withTopUps, steps);
  return { steps, base: gathered.collected - gathered.deducted, year: window?.year, kept, estimated, incomplete };
}

/** Why nothing is shared on these days, if so. */
function whyNot({ state }: Instance, { start, end, plan, eligible }: Setting, { from }: Place): NotApplied | undefined {
  if (start.on === undefined || from < start.on) return 'not-started';
  if ((end !== undefined && from > end) || (plan.until !== undefined && from > plan.until) || (state.endedOn !== undefined && from > state.endedOn))
    return 'ended';
  return eligible ? undefined : 'not-eligible';
}

/** Nothing is shared: each keeps what it collected, refunds taken off, and nobody's deductions count. */
function retain({ held }: Gathered, tally: Tally): bigint {
  tally.hold(held);
  let base = 0n;
  for (let at = 0; at < held.length; at += 1) {
    const amount = held[at] ?? 0n;
    tally.add('retained', at, amount);
    base += amount;
  }
  return base;
}

/** A base below zero, where the terms carry it forward, stays with whoever holds it until a later base makes it good. */
function carried({ state }: Instance, { term }: Plan, { added, collected, deducted }: Gathered, tally: Tally, steps: Step[]): bigint {
  const base = collected - deducted;
  if (term.rounding.negative === 'mirror') return base;
  let brought = 0n;
  for (const each of state.carried) brought += each;
  if (base + brought >= 0n) {
    if (brought === 0n) return base;
    for (let at = 0; at < state.carried.length; at += 1) {
      tally.add('carried', at, -(state.carried[at] ?? 0n));
      state.carried[at] = 0n;
    }
    steps.push({
      path: 'rounding.negative',
      rule: 'carried',
      applied: true,
      inputs: [],
      values: { brought: brought.toString() },
      result: (base + brought).toString(),
    });
    return base + brought;
  }
  for (let at = 0; at < added.length; at += 1) {
    const amount = added[at] ?? 0n;
    tally.add('carried', at, amount);
    state.carried[at] = (state.carried[at] ?? 0n) + amount;
  }
  steps.push({
    path: 'rounding.negative',
    rule: 'carried',
    applied: true,
    inputs: [],
    values: { brought: brought.toString(), forward: (base + brought).toString() },
    result: '0',
  });
  return 0n;
}

function charged({ refundsBorne, deductionsBorne }: Gathered, { roster }: Plan, tally: Tally, steps: Step[]): void {
  if (refundsBorne.length === 0 && deductionsBorne.length === 0) return;
  for (let at = 0; at < roster.ids.length; at += 1) {
    const amount = (refundsBorne[at] ?? 0n) + (deductionsBorne[at] ?? 0n);
    if (amount === 0n) continue;
    tally.add('charge', at, -amount);
    steps.push({
      path: 'base.refunds',
      rule: 'charge',
      applied: true,
      party: roster.ids[at] as Step['party'],
      inputs: [],
      result: (-amount).toString(),
    });
  }
}

/** What is left after claims, and the year that it falls into; no year while the bands wait for the claims. */
function recovered(
  instance: Instance,
  setting: Setting,
  place: Place,
  base: bigint,
  steps: Step[],
): { left: bigint; window: YearWindow | undefined } {
  const { plan, start } = setting;
  const { state } = instance;
  const { recovery } = plan.term;
  const begin = start.on ?? place.from;
  if (recovery === undefined) {
    steps.push(NO_RECOVERY);
    return { left: base, window: windowOf(setting, begin, place.from) };
  }
  const left = recover(plan, recovery, base, place.to, place.facts, state, place.tally, steps);
  if (recovery.yearsCount === 'from-start') return { left, window: windowOf(setting, begin, place.from) };
  if (state.bandStart === undefined && allRecovered(recovery, state)) {
    state.bandStart = recovery.yearsCount === 'from-period-after' ? place.next : Math.max(place.period, begin);
  }
  if (state.bandStart === undefined) return { left, window: undefined };
  const early = state.bandStart > place.from;
  return { left, window: early ? { year: 1, from: place.from, to: addMonths(place.from, 12) - 1 } : windowOf(setting, state.bandStart, place.from) };
}

/** The band of a year. A band with a condition is asked once, when its first year begins; where it fails, sharing has ended. */
function bandFor({ plan, caps }: Setting, { state }: Instance, window: YearWindow, tally: Tally, steps: Step[]): PlannedBand | undefined {
  const found = plan.bands.find(({ band }) => band.fromYear <= window.year && (band.toYear === undefined || window.year <= band.toYear));
  const { onlyIf } = found?.band ?? {};
  if (found === undefined || onlyIf === undefined) return found;
  const key = `${plan.digest} ${found.at}`;
  let holds = state.conditions.get(key);
  if (holds === undefined) {
    holds = met();
    state.conditions.set(key, holds);
    if (!holds) state.endedOn = window.from - 1;
  }
  steps.push({
    path: `bands.${found.at}.onlyIf`,
    rule: 'condition',
    applied: holds,
    ...(holds ? {} : { why: 'condition-not-met' as const }),
    inputs: [],
    result: holds ? 'met' : 'not-met',
  });
  return holds ? found : undefined;

  function met(): boolean {
    switch (onlyIf?.node) {
      case undefined:
        return true;
      case 'cap-not-reached': {
        const at = plan.caps.findIndex(({ term }) => term.id === onlyIf.cap);
        const amount = caps[at]?.amount;
        return amount === undefined || (state.caps.get(onlyIf.cap)?.granted ?? 0n) < amount;
      }
      case 'claim-open': {
        const claim = state.claims.get(onlyIf.claim);
        return claim === undefined || claim.recovered < claim.outlay;
      }
      case 'received-below': {
        const party = plan.roster.indexOf(onlyIf.party);
        return (state.received[party] ?? 0n) + attributed(tally, party) + tally.of('guarantee', party) < BigInt(onlyIf.amount);
      }
    }
  }
}

function share(
  instance: Instance,
  setting: Setting,
  place: Place,
  window: YearWindow,
  band: PlannedBand,
  left: bigint,
  gathered: Gathered,
  recoveryBefore: readonly bigint[],
  steps: Step[],
): void {
  const { plan } = setting;
  const { tally } = place;
  const stretch = { plan, band, window, from: place.from, to: place.to, facts: place.facts };
  let shares: bigint[] = [];
  const { allocation } = band;
  if (allocation.node === 'fixed') {
    const amount = fixedAmount(allocation, stretch, steps);
    shares = plan.roster.ids.map((_, at) => (at === allocation.payee ? amount : at === allocation.payer ? -amount : 0n));
    stay(left, gathered, plan, tally);
  } else if (allocation.node === 'not-shared') stay(left, gathered, plan, tally);
  else {
    shares = allocate(plan.term.rounding.level === 'total' ? [left] : gathered.sources, stretch, instance.state, steps);
    if (shares.length === 0) stay(left, gathered, plan, tally);
  }
  if (shares.length === 0) {
    steps.push({ path: `bands.${band.at}.allocation`, rule: 'retained', applied: true, inputs: [], result: left.toString() });
    return;
  }
  if (plan.caps.length === 0) steps.push(NO_CAP);
  else {
    const recovery = plan.roster.ids.map((_, at) => tally.of('recovery', at) - (recoveryBefore[at] ?? 0n));
    limit(setting, shares, recovery, window, place.from, instance.state, steps);
  }
  for (let at = 0; at < shares.length; at += 1) tally.add('share', at, shares[at] ?? 0n);
}

/** What is not shared stays with whoever added it, in proportion. */
function stay(amount: bigint, { added, collected, deducted }: Gathered, { ranks, roster, term }: Plan, tally: Tally): void {
  if (amount === 0n) return;
  const base = collected - deducted;
  if (amount !== base && (base === 0n || added.some((each) => each < 0n !== base < 0n && each !== 0n))) {
    tally.add('retained', roster.indexOf(term.base.collectedBy[0] ?? ''), amount);
    return;
  }
  const parts =
    amount === base
      ? added
      : largestRemainder(
          added.map((each) => (base < 0n ? -each : each) * amount),
          base < 0n ? -base : base,
          amount,
          ranks,
        );
  for (let at = 0; at < parts.length; at += 1) tally.add('retained', at, parts[at] ?? 0n);
}

/** Shares stay attributed; the cash of the named parties, top-ups included, goes to the body. */
function redirect({ redirected, redirectedTo, term, roster }: Plan, tally: Tally, before: readonly bigint[], steps: Step[]): void {
  redirected.forEach(({ party, ratio }, at) => {
    const part = attributed(tally, party) + tally.of('guarantee', party) - (before[party] ?? 0n);
    const amount = rounded(times(whole(part), ratio), term.rounding.amounts);
    tally.add('redirected', party, -amount);
    tally.add('redirected', redirectedTo, amount);
    const id = roster.ids[party] as Step['party'];
    steps.push({
      path: `redirection.from.${at}`,
      rule: 'redirection',
      applied: true,
      party: id,
      inputs: [],
      values: { part: part.toString() },
      result: amount.toString(),
    });
  });
}

const NONE: readonly bigint[] = [];

/** What stood in the tally before a stretch, for those parts of the pipeline that look at the stretch alone. */
function snapshot(plan: Plan, tally: Tally) {
  const { ids } = plan.roster;
  const looks = plan.guarantees.length > 0 || plan.redirected.length > 0;
  return {
    attributed: looks ? ids.map((_, at) => attributed(tally, at)) : NONE,
    withTopUps: looks ? ids.map((_, at) => attributed(tally, at) + tally.of('guarantee', at)) : NONE,
    recovery: plan.caps.length > 0 ? ids.map((_, at) => tally.of('recovery', at)) : NONE,
  };
}

function yearValues(window: YearWindow, { band }: PlannedBand): Record<string, string> {
  const values = { year: String(window.year), from: String(band.fromYear) };
  return band.toYear === undefined ? values : { ...values, to: String(band.toYear) };
}

/** What the terms leave out is told as well; these steps are the same everywhere. */
const notInTerms = (path: string, rule: string): Step => ({ path, rule, applied: false, why: 'not-in-terms', inputs: [] });
const NO_DEDUCTION = notInTerms('deductions', 'deduction');
const NO_RECOVERY = notInTerms('recovery', 'recovery');
const NO_CAP = notInTerms('caps', 'cap');
const NO_GUARANTEE = notInTerms('guarantees', 'guarantee');
const NO_REDIRECTION = notInTerms('redirection', 'redirection');
