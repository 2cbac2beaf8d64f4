import type { EventId } from '../../../../kernel/index.ts';
import type { Step } from '../../../statement.ts';
import type { PartialRule } from '../../../term/index.ts';
import { amountIn } from '../cut.ts';
import type { Day } from '../days.ts';
import type { Fact } from '../facts.ts';
import { type Fraction, plus, rounded } from '../fraction.ts';
import { sourcePath, zeros } from '../roster.ts';
import type { DatedRate, Plan, Role, Validity } from './plan.ts';

/** What the figures of a stretch come to, before anything is shared. All in fen, by index of source or roster. */
export interface Gathered {
  /** Each source with its refunds taken off that all bear. */
  readonly sources: bigint[];
  /** Sum of the sources. */
  readonly collected: bigint;
  /** Deductions that all bear. */
  readonly deducted: bigint;
  /** In whose hands `collected`, less refunds that one party bears, lies. */
  readonly held: bigint[];
  /** What each adds to the base or, by refunds and deductions that all bear, takes from it. Sums to `collected - deducted`. */
  readonly added: bigint[];
  /** Who paid what is deducted; without those who paid nothing. */
  readonly paid: bigint[];
  /** What a party bears alone, of refunds and of deductions; likewise. */
  readonly refundsBorne: bigint[];
  readonly deductionsBorne: bigint[];
  readonly estimated: boolean;
  readonly incomplete: boolean;
  readonly steps: Step[];
}

interface Entry {
  readonly inputs: EventId[];
  whole: bigint;
  /** By party, where a rate makes fractions of it. */
  exact: Map<number, Fraction> | undefined;
  rates: Set<string> | undefined;
}

export function gather(plan: Plan, facts: readonly Fact[], from: Day, to: Day): Gathered {
  const gathering = new Gathering(plan, from, to);
  for (const fact of facts) if (fact.to >= from && fact.from <= to) gathering.add(fact);
  return gathering.finish();
}

type Skipped = 'not-of-this-party' | 'left-out-by-terms' | 'tax-ended' | 'figure-crosses-cut' | 'rate-missing';

class Gathering {
  readonly plan: Plan;
  readonly from: Day;
  readonly to: Day;
  readonly sources: bigint[];
  readonly held: bigint[];
  readonly added: bigint[];
  readonly paid: bigint[] = [];
  readonly refundsBorne: bigint[] = [];
  readonly deductionsBorne: bigint[] = [];
  estimated = false;
  incomplete = false;
  readonly #entries = new Map<Role, Entry>();
  #skipped: Map<string, Step> | undefined;

  constructor(plan: Plan, from: Day, to: Day) {
    const size = plan.roster.ids.length;
    this.plan = plan;
    this.from = from;
    this.to = to;
    this.sources = zeros(plan.term.base.sources.length);
    this.held = zeros(size);
    this.added = zeros(size);
  }

  add(fact: Fact): void {
    for (const role of this.plan.roles.get(fact.measure) ?? NO_ROLES) {
      const party = this.plan.roster.indexOf(fact.party);
      if (party < 0 || (role.kind !== 'deduction' && !this.plan.collectors.has(fact.party))) this.#skip(role, 'not-of-this-party', fact);
      else if (fact.consolidated !== undefined && role.kind !== 'deduction' && leftOut(this.plan, fact.consolidated))
        this.#skip(role, 'left-out-by-terms', fact);
      else this.#take(role, party, fact);
    }
  }

  #take(role: Role, party: number, fact: Fact): void {
    const valid = role.kind === 'deduction' ? ALWAYS : role.valid;
    const first = Math.max(this.from, valid.from ?? this.from);
    const last = Math.min(this.to, valid.to ?? this.to);
    if (fact.to < first || fact.from > last) {
      this.#skip(role, 'tax-ended', fact);
      return;
    }
    const entry = this.#entry(role);
    const rates = role.kind === 'deduction' ? undefined : role.rates;
    const rule = this.plan.term.clock.partial.figures;
    const amount = rates === undefined ? (amountIn(fact, first, last, rule) ?? 'figure-crosses-cut') : converted(rates, fact, first, last, rule);
    if (typeof amount === 'string') {
      this.#skip(role, amount, fact);
      return;
    }
    entry.inputs.push(fact.id);
    if (fact.estimated || fact.from < first || fact.to > last) this.estimated = true;
    if (typeof amount === 'bigint') {
      entry.whole += amount;
      this.#settle(role, party, amount);
      return;
    }
    entry.exact ??= new Map();
    const before = entry.exact.get(party);
    entry.exact.set(party, before === undefined ? amount.sum : plus(before, amount.sum));
    entry.rates ??= new Set();
    for (const text of amount.rates) entry.rates.add(text);
  }

  finish(): Gathered {
    const steps: Step[] = [];
    let deducted = 0n;
    for (const [role, entry] of this.#entries) {
      if (entry.exact !== undefined) {
        for (const [party, exact] of entry.exact) {
          const amount = rounded(exact, this.plan.term.rounding.amounts);
          entry.whole += amount;
          this.#settle(role, party, amount);
        }
      }
      if (role.kind === 'deduction' && role.bearer < 0) deducted += entry.whole;
      if (entry.inputs.length > 0) steps.push(stepOf(this.plan, role, entry));
    }
    if (!isInReadingOrder(steps)) steps.sort(inReadingOrder);
    if (this.#skipped !== undefined) steps.push(...this.#skipped.values());
    let collected = 0n;
    for (const source of this.sources) collected += source;
    const { sources, held, added, paid, refundsBorne, deductionsBorne, estimated, incomplete } = this;
    return { sources, collected, deducted, held, added, paid, refundsBorne, deductionsBorne, estimated, incomplete, steps };
  }

  #settle(role: Role, party: number, amount: bigint): void {
    if (role.kind === 'source') {
      increase(this.sources, role.at, amount);
      increase(this.held, party, amount);
      increase(this.added, party, amount);
      return;
    }
    increase(role.kind === 'refund' ? this.held : this.paid, party, role.kind === 'refund' ? -amount : amount);
    if (role.bearer >= 0) {
      increase(role.kind === 'refund' ? this.refundsBorne : this.deductionsBorne, role.bearer, amount);
      return;
    }
    increase(this.added, party, -amount);
    if (role.kind === 'refund') increase(this.sources, role.at, -amount);
  }

  #entry(role: Role): Entry {
    const found = this.#entries.get(role);
    if (found !== undefined) return found;
    const made: Entry = { inputs: [], whole: 0n, exact: undefined, rates: undefined };
    this.#entries.set(role, made);
    return made;
  }

  /** What does not count is told as well, with the reason. */
  #skip(role: Role, why: Skipped, { id }: Fact): void {
    if (why === 'figure-crosses-cut' || why === 'rate-missing') this.incomplete = true;
    const path = why === 'left-out-by-terms' ? 'base.consolidated' : pathOf(role);
    const key = `${path} ${why}`;
    this.#skipped ??= new Map();
    const found = this.#skipped.get(key);
    if (found !== undefined) found.inputs.push(id);
    else this.#skipped.set(key, { path, rule: why === 'left-out-by-terms' ? 'consolidated' : 'source', applied: false, why, inputs: [id] });
  }
}

/** A figure brought to the level of the terms: exact, each part of its period at the rate of its time. */
function converted(
  rates: readonly DatedRate[],
  fact: Fact,
  from: Day,
  to: Day,
  rule: PartialRule['figures'],
): { readonly sum: Fraction; readonly rates: readonly string[] } | 'figure-crosses-cut' | 'rate-missing' {
  const first = Math.max(from, fact.from);
  const last = Math.min(to, fact.to);
  let covered = first;
  let sum: Fraction = { n: 0n, d: 1n };
  const used: string[] = [];
  for (const rate of rates) {
    const begin = Math.max(first, rate.from);
    const end = Math.min(last, rate.to ?? last);
    if (end < begin) continue;
    if (begin > covered) return 'rate-missing';
    const amount = amountIn(fact, begin, end, rule);
    if (amount === undefined) return 'figure-crosses-cut';
    sum = plus(sum, { n: amount * rate.ratio.n, d: rate.ratio.d });
    used.push(rate.text);
    covered = end + 1;
  }
  return covered <= last ? 'rate-missing' : { sum, rates: used };
}

function increase(amounts: bigint[], at: number, by: bigint): void {
  amounts[at] = (amounts[at] ?? 0n) + by;
}

const NO_ROLES: readonly Role[] = [];
const ALWAYS: Validity = { from: undefined, to: undefined };

function stepOf(plan: Plan, role: Role, entry: Entry): Step {
  const result = (role.kind === 'source' ? entry.whole : -entry.whole).toString();
  const rates = entry.rates && { rate: [...entry.rates].join(', ') };
  if (role.kind === 'source')
    return rates === undefined
      ? { path: pathOf(role), rule: 'source', applied: true, inputs: entry.inputs, result }
      : { path: pathOf(role), rule: 'source', applied: true, inputs: entry.inputs, values: rates, result };
  const bearer = role.bearer < 0 ? {} : { party: plan.roster.ids[role.bearer] as Step['party'] };
  if (role.kind === 'deduction') return { path: pathOf(role), rule: 'deduction', applied: true, inputs: entry.inputs, ...bearer, result };
  return { path: pathOf(role), rule: 'refund', applied: true, inputs: entry.inputs, ...bearer, values: { reason: role.reason, ...rates }, result };
}

const pathOf = ({ kind, at }: Role) => (kind === 'deduction' ? `deductions.${at}` : sourcePath(at));

function leftOut(plan: Plan, flag: 'head-office' | 'branch'): boolean {
  const { headOffice, branch } = plan.term.base.consolidated;
  return (flag === 'head-office' ? headOffice : branch) === 'leave-out';
}

function isInReadingOrder(steps: readonly Step[]): boolean {
  let before: Step | undefined;
  for (const step of steps) {
    if (before !== undefined && inReadingOrder(before, step) > 0) return false;
    before = step;
  }
  return true;
}

const rank = { source: 0, refund: 1, deduction: 2 } as const;
function inReadingOrder(a: Step, b: Step): number {
  const order = rank[a.rule as keyof typeof rank] - rank[b.rule as keyof typeof rank];
  return order !== 0 ? order : a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
