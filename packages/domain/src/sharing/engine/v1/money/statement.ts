import type { DerivationPart, Statement, Step } from '../../../statement.ts';
import type { MoneyTerm } from '../../../term/index.ts';
import type { Day } from '../days.ts';
import { lateFrom, type Period, rangeOf, stretchesOf } from '../periods.ts';
import { sourcePath } from '../roster.ts';
import { anniversariesIn } from '../years.ts';
import { balancesOf } from './balances.ts';
import type { Run } from './evaluate.ts';
import { type Instance, lastDay, type Setting } from './instance.ts';
import { attributed } from './limit.ts';
import { type Outcome, run } from './stretch.ts';
import { Tally } from './tally.ts';

/** The statement of one period: every instance runs through its stretches, and what they remember is taken along. */
export function statementOf(period: Period, at: number, of: Run): Statement {
  const { instances, roster, input, sharing } = of;
  const range = rangeOf(period);
  const runs: PeriodRun[] = [];
  for (let which = 0; which < instances.length; which += 1) {
    const instance = instances[which];
    if (instance) runs.push(runPeriod(instance, period, range, of.buckets[which]?.[at] ?? [], of));
  }
  const only = runs.length === 1 ? runs[0] : undefined;
  const tally = only?.tally ?? new Tally(roster);
  if (only === undefined) for (const each of runs) tally.take(each.tally);
  const derivation = only?.parts ?? runs.flatMap(({ parts }) => parts);
  const year = runs[runs.length - 1]?.last?.year;
  const marks = marksOf(runs);
  const balances = balancesOf(runs, roster);
  const over = overOn(runs, period.to);
  const closing = over === undefined ? undefined : runs[0]?.setting?.plan.term;
  if (closing !== undefined) {
    marks.push('ended');
    discretion(closing, balances, derivation, marks);
  }
  const sources: Statement['sources'] = [];
  for (let source = 0; source < tally.sources.length; source += 1)
    sources.push({ path: sourcePath(source), base: (tally.sources[source] ?? 0n).toString() });
  const statement: Statement = {
    engine: 'sharing/1',
    reference: input.reference.version,
    kind: 'entitlement',
    clause: of.clause,
    terms: only?.terms ?? [...new Set(runs.flatMap(({ terms }) => terms))],
    period: range,
    knownAt: input.knownAt,
    ledger: 'official',
    subject: 'money',
    unit: 'fen',
    base: tally.base.toString(),
    sources,
    held: tally.heldBy(),
    lines: tally.lines(sharing),
    net: tally.net(sharing),
    balances,
    marks,
    derivation,
  };
  if (year !== undefined) statement.year = year;
  if (closing !== undefined && over !== undefined) statement.late = lateFrom(over, closing.settlement.lateItems);
  return statement;
}

/** One instance through one period. */
interface PeriodRun {
  readonly instance: Instance;
  readonly tally: Tally;
  readonly parts: DerivationPart[];
  readonly terms: Statement['terms'];
  /** The setting at the end of the period. */
  readonly setting: Setting | undefined;
  readonly last: Outcome | undefined;
  readonly estimated: boolean;
  readonly incomplete: boolean;
}

function runPeriod(instance: Instance, period: Period, range: Statement['period'], bucket: Instance['facts'], { roster, facts }: Run): PeriodRun {
  const tally = new Tally(roster);
  const parts: DerivationPart[] = [];
  const terms: Statement['terms'] = [];
  let setting: Setting | undefined;
  let last: Outcome | undefined;
  let estimated = false;
  let incomplete = false;
  for (const { from, to } of stretchesOf(period.from, period.to, beginsIn(period, instance))) {
    const inForce = instance.settings.find(({ plan }) => plan.from <= from && from <= plan.to);
    if (inForce === undefined) continue;
    setting = inForce;
    const digest = setting.plan.digest as DerivationPart['terms'];
    if (!terms.includes(digest)) terms.push(digest);
    last = run(instance, setting, { from, to, period: period.from, next: period.to + 1, facts, bucket, tally });
    tally.base += last.base;
    estimated ||= last.estimated;
    incomplete ||= last.incomplete;
    const part: DerivationPart = {
      stretch: from === period.from && to === period.to ? range : rangeOf({ from, to }),
      terms: digest,
      base: last.base.toString(),
      steps: last.steps,
    };
    if (instance.company !== undefined) part.company = instance.company;
    if (last.year !== undefined) part.year = last.year;
    parts.push(part);
  }
  const { received } = instance.state;
  for (let party = 0; party < received.length; party += 1) {
    received[party] = (received[party] ?? 0n) + attributed(tally, party) + tally.of('guarantee', party);
  }
  setting ??= instance.settings.filter(({ plan }) => plan.from <= period.to).at(-1);
  return { instance, tally, parts, terms, setting, last, estimated, incomplete };
}

function marksOf(runs: readonly PeriodRun[]): Statement['marks'] {
  const marks: Statement['marks'] = [];
  if (runs.some(({ estimated }) => estimated)) marks.push('estimated');
  if (runs.some(({ incomplete }) => incomplete)) marks.push('incomplete');
  for (const why of ['not-started', 'not-eligible'] as const) {
    if (runs.length > 0 && runs.every(({ last }) => last?.kept === why)) marks.push(why);
  }
  return marks;
}

/** The day on which sharing was over for all, if it was by the end of the period. */
function overOn(runs: readonly PeriodRun[], to: Day): Day | undefined {
  let latest: Day | undefined;
  for (const { instance, setting } of runs) {
    const over = setting && lastDay(instance, setting);
    if (over === undefined || over > to) return undefined;
    if (latest === undefined || over > latest) latest = over;
  }
  return latest;
}

/** Where the period is cut: where something begins, and at anniversaries. */
function beginsIn({ from, to }: Period, { begins, state, settings }: Instance): readonly Day[] {
  const inside: Day[] = [];
  for (const day of begins) if (day > from && day <= to) inside.push(day);
  if (state.bandStart !== undefined && settings.some(({ plan }) => plan.term.clock.years.node === 'anniversary'))
    inside.push(...anniversariesIn(state.bandStart, from, to));
  return inside;
}

/** Once sharing has ended, somebody may pay at their discretion; how much stays open (R21). */
function discretion({ discretionary, caps }: MoneyTerm, balances: Statement['balances'], parts: DerivationPart[], marks: Statement['marks']): void {
  discretionary.forEach(({ when, payee }, at) => {
    const cap = when.node === 'cap-not-reached' ? caps.findIndex(({ id }) => id === when.cap) : -1;
    const room = cap < 0 ? undefined : balances.find(({ path, kind }) => kind === 'cap-room' && path === `caps.${cap}`)?.amount;
    const possible = when.node === 'sharing-ended' || (room !== undefined && room !== '0');
    if (possible && !marks.includes('discretionary-possible')) marks.push('discretionary-possible');
    const step: Step = possible
      ? {
          path: `discretionary.${at}`,
          rule: 'discretionary',
          applied: true,
          party: payee,
          inputs: [],
          ...(room === undefined ? {} : { values: { shortfall: room } }),
        }
      : { path: `discretionary.${at}`, rule: 'discretionary', applied: false, why: 'condition-not-met', inputs: [] };
    parts.at(-1)?.steps.push(step);
  });
}
