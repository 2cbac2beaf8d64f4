import type { EventId } from '../../../../kernel/index.ts';
import type { Step } from '../../../statement.ts';
import type { History } from '../../../term/index.ts';
import { type Day, textOf, toDay, yearOf } from '../days.ts';
import type { Fact, Facts } from '../facts.ts';
import { fractionOf, rounded, times } from '../fraction.ts';
import { FOREVER, type Period } from '../periods.ts';
import { earliest, type StartContext, type Started, startedOn } from '../start.ts';
import { anniversariesIn, endOfYear, type YearWindow, yearAt } from '../years.ts';
import { gather } from './gather.ts';
import type { Plan } from './plan.ts';

/**
 * One run of the pipeline: all enterprises together, or one of them. What it remembers from stretch to stretch is in `State`;
 * what follows from terms and facts alone is in a `Setting` for each version of the terms.
 */
export interface Instance {
  readonly company: string | undefined;
  readonly facts: readonly Fact[];
  readonly settings: readonly Setting[];
  readonly state: State;
  /** Days on which something begins or is over, anniversaries among them: no stretch reaches across one. */
  readonly begins: readonly Day[];
}

export interface Setting {
  readonly plan: Plan;
  readonly start: Started;
  readonly startStep: Step;
  /** Last day of sharing as far as it is certain: of the last band that has an end, or `until`. */
  readonly end: Day | undefined;
  readonly eligible: boolean;
  readonly eligibilitySteps: readonly Step[];
  readonly caps: readonly { readonly amount: bigint | undefined; readonly inputs: readonly EventId[] }[];
  readonly guarantees: readonly Started[];
  window: YearWindow | undefined;
}

export interface State {
  /** First day of year one, where it waits for claims to be recovered. */
  bandStart: Day | undefined;
  endedOn: Day | undefined;
  readonly claims: Map<string, { outlay: bigint; recovered: bigint }>;
  readonly caps: Map<string, { key: number; shares: bigint; recovery: bigint; granted: bigint }>;
  readonly guarantees: Map<string, { key: Day; received: bigint; guarantor: bigint; toppedUp: bigint; unmet: bigint }>;
  readonly conditions: Map<string, boolean>;
  readonly carried: bigint[];
  readonly received: bigint[];
  /** The rounding window: what was added up, and what was given out of it, by unit and party. */
  windowKey: string;
  windowFrom: Day;
  readonly windowBase: bigint[];
  readonly windowGiven: bigint[][];
}

export function emptyState(size: number): State {
  return {
    bandStart: undefined,
    endedOn: undefined,
    claims: new Map(),
    caps: new Map(),
    guarantees: new Map(),
    conditions: new Map(),
    carried: new Array<bigint>(size).fill(0n),
    received: new Array<bigint>(size).fill(0n),
    windowKey: '',
    windowFrom: 0,
    windowBase: [],
    windowGiven: [],
  };
}

/** An instance before its first stretch. */
export function instanceOf(plans: readonly Plan[], all: Facts, facts: readonly Fact[], company: string | undefined, over: Period): Instance {
  const notBefore = plans[0]?.from ?? 0;
  const settings = plans.map((plan) => settingOf(plan, all, facts, company, notBefore));
  const begins: Day[] = [];
  for (const { plan, start, end, guarantees } of settings) {
    begins.push(plan.from, plan.to + 1);
    if (end !== undefined) begins.push(end + 1);
    if (plan.until !== undefined) begins.push(plan.until + 1);
    for (const { on } of [start, ...guarantees]) {
      if (on === undefined) continue;
      begins.push(on);
      if (plan.term.clock.years.node === 'anniversary') begins.push(...anniversariesIn(on, over.from, over.to));
    }
  }
  return { company, facts, settings, state: emptyState(plans[0]?.roster.ids.length ?? 0), begins };
}

/** The last day of sharing, once it is certain. */
export function lastDay({ state }: Instance, setting: Setting): Day | undefined {
  const { plan, end } = setting;
  const { bands, clock } = plan.term;
  const last = bands.at(-1)?.toYear;
  const byBands = state.bandStart === undefined || last === undefined ? end : earlier(endOfYear(state.bandStart, clock.years, last), end);
  const byTerms = plan.to >= FOREVER ? byBands : earlier(plan.to, byBands);
  return state.endedOn === undefined ? byTerms : earlier(state.endedOn, byTerms);
}

const earlier = (a: Day, b: Day | undefined) => (b === undefined || a < b ? a : b);

function settingOf(plan: Plan, all: Facts, facts: readonly Fact[], company: string | undefined, notBefore: Day): Setting {
  const { term } = plan;
  const context: StartContext = {
    facts: all,
    company,
    notBefore,
    shared: () => facts.filter(({ measure, party }) => plan.collectors.has(party) && plan.roles.get(measure)?.some(({ kind }) => kind === 'source')),
  };
  const start = startedOn(term.clock.start, context);
  const tests = term.eligibility.map((test, at): { ok: boolean; step: Step } => {
    const path = `eligibility.${at}`;
    if (test.node === 'milestone-confirmed') {
      const found = earliest(all.happened, test.milestone, company);
      const inputs = found ? [found.id] : [];
      return { ok: found !== undefined, step: { path, rule: 'eligibility', applied: true, inputs, result: found ? 'met' : 'not-met' } };
    }
    const { amounts, inputs } = historyOf(test.history, plan, facts, all, company);
    const sum = amounts?.reduce((total, amount) => total + amount, 0n);
    const ok = amounts !== undefined && sum !== undefined && sum >= BigInt(test.amount) * BigInt(amounts.length);
    const exact = amounts && sum !== undefined ? { exact: [sum.toString(), String(amounts.length)] as [string, string] } : {};
    return {
      ok,
      step: { path, rule: 'eligibility', applied: true, inputs, values: { least: test.amount }, ...exact, result: ok ? 'met' : 'not-met' },
    };
  });
  return {
    plan,
    start,
    startStep:
      start.on === undefined
        ? { path: 'clock.start', rule: 'start', applied: false, why: 'not-started', inputs: [...start.inputs] }
        : { path: 'clock.start', rule: 'start', applied: true, inputs: [...start.inputs], result: textOf(start.on) },
    end: endOf(plan, start.on),
    eligible: tests.every(({ ok }) => ok),
    eligibilitySteps: tests.map(({ step }) => step),
    caps: plan.caps.map(({ term: { amount } }) => {
      if (amount.node === 'stated') return { amount: BigInt(amount.amount), inputs: [] };
      const { amounts, inputs } = historyOf(amount.history, plan, facts, all, company);
      const sum = amounts?.reduce((total, each) => total + each, 0n);
      return { amount: sum === undefined ? undefined : rounded(times({ n: sum, d: 1n }, fractionOf(amount.times)), term.rounding.amounts), inputs };
    }),
    guarantees: plan.guarantees.map(({ term: { from } }) => startedOn(from, context)),
    window: undefined,
  };
}

/** The past that terms look back on, one amount a year; unknown while the milestone has not come. */
function historyOf(
  history: History,
  plan: Plan,
  facts: readonly Fact[],
  all: Facts,
  company: string | undefined,
): { readonly amounts: readonly bigint[] | undefined; readonly inputs: EventId[] } {
  if (history.node === 'stated') return { amounts: history.amounts.map(BigInt), inputs: [] };
  const moved = earliest(all.happened, history.milestone, company);
  if (moved === undefined) return { amounts: undefined, inputs: [] };
  const inputs = [moved.id];
  const collectedThere: Plan = { ...plan, collectors: new Set([history.party]) };
  const amounts = Array.from({ length: history.years }, (_, back) => {
    const year = yearOf(moved.on) - history.years + back;
    const { collected, refundsBorne, steps } = gather(collectedThere, facts, toDay(year, 1, 1), toDay(year, 12, 31));
    for (const { rule, applied, inputs: used } of steps) if (applied && (rule === 'source' || rule === 'refund')) inputs.push(...used);
    return collected - refundsBorne.reduce((sum, each) => sum + each, 0n);
  });
  return { amounts, inputs };
}

function endOf({ term, until }: Plan, start: Day | undefined): Day | undefined {
  if (start === undefined || (term.recovery && term.recovery.yearsCount !== 'from-start')) return until;
  const last = term.bands.at(-1)?.toYear;
  const end = last === undefined ? undefined : endOfYear(start, term.clock.years, last);
  return end === undefined || until === undefined ? (end ?? until) : Math.min(end, until);
}

/** The year in which a day lies, remembered because the next day asked for is most often in the same. */
export function windowOf(setting: Setting, start: Day, day: Day): YearWindow {
  const { window } = setting;
  if (window !== undefined && window.from <= day && day <= window.to) return window;
  setting.window = yearAt(start, setting.plan.term.clock.years, day);
  return setting.window;
}
