import type { SharingInput } from '../../../input.ts';
import type { Balance, DerivationPart, Evaluation, Line, Statement, Step } from '../../../statement.ts';
import type { QuotaMovement, QuotaTerm } from '../../../term/index.ts';
import { amountIn } from '../cut.ts';
import { addMonths, type Day, dayOf, textOf } from '../days.ts';
import { type Facts, factsOf } from '../facts.ts';
import { FOREVER, lateFrom, type Period, periodsOf, rangeOf, stretchesOf } from '../periods.ts';
import { rosterOf } from '../roster.ts';
import { type Started, startedOn } from '../start.ts';
import { anniversariesIn, endOfYear, type YearWindow, yearAt } from '../years.ts';
import { split } from './split.ts';
import { transfer } from './transfer.ts';

export interface QuotaVersion {
  readonly digest: string;
  readonly clause: string;
  readonly from: Day;
  readonly to: Day;
  readonly term: QuotaTerm;
}

/** A stretch of a quota clause inside its clock. */
export interface QuotaStretch {
  readonly term: QuotaTerm;
  readonly from: Day;
  readonly to: Day;
  readonly window: YearWindow;
  /** First day of the year under these terms. */
  readonly begin: Day;
  /** Whether the clause is over before this stretch. */
  readonly ended: boolean;
  /** Whether it ends with this stretch. */
  readonly last: boolean;
  readonly moved: (movement: QuotaMovement, party: string) => Moved;
}

/** The figures of a movement by a party on the days of a stretch, and their events. */
export interface Moved {
  readonly amount: bigint;
  readonly inputs: Step['inputs'];
}

/** What runs on from period to period, and what a period comes to, by party. */
export interface QuotaState {
  promised: bigint;
  transferred: bigint;
  used: bigint;
  reserved: bigint;
  dueBack: bigint;
  returned: bigint;
}
export interface QuotaPeriod {
  base: bigint;
  readonly lines: Map<string, bigint>;
  readonly made: Map<string, bigint>;
}

interface Clocked extends QuotaVersion {
  readonly start: Started;
  readonly end: Day | undefined;
}

/** Statements of a quota clause: what each party is entitled to in a period, what was made over, and what stands open. */
export function evaluateQuota(versions: readonly QuotaVersion[], input: SharingInput): Evaluation {
  const facts = factsOf(input);
  const clocked = versions.map((version): Clocked => clockedBy(version, facts, versions[0]?.from ?? 0));
  const last = versions.at(-1);
  const through = Math.min(
    dayOf(input.through),
    last === undefined || last.to >= FOREVER ? FOREVER : addMonths(last.to, last.term.reporting.lateItems.months),
  );
  const periods = periodsOf(
    versions.map(({ from, to, term }) => ({ from, to, period: term.reporting.period })),
    through,
  );
  const state: QuotaState = { promised: 0n, transferred: 0n, used: 0n, reserved: 0n, dueBack: 0n, returned: 0n };
  const statements = periods.flatMap((period) => statementOf(period, clocked, facts, state, input));
  return { engine: 'sharing/1', statements, problems: [] };
}

function clockedBy(version: QuotaVersion, facts: Facts, notBefore: Day): Clocked {
  const { quota, rule, clock } = version.term;
  const shared = () => facts.byMeasure(`quota/${quota}/${rule.node === 'split' ? 'granted' : 'transferred'}`);
  const start = startedOn(clock.start, { facts, company: undefined, shared, notBefore });
  const ends = [
    ...(start.on === undefined || rule.years === undefined ? [] : [endOfYear(start.on, clock.years, rule.years)]),
    ...(clock.until === undefined ? [] : [dayOf(clock.until)]),
  ];
  return { ...version, start, end: ends.length === 0 ? undefined : Math.min(...ends) };
}

function statementOf(period: Period, versions: readonly Clocked[], facts: Facts, state: QuotaState, input: SharingInput): Statement[] {
  const into: QuotaPeriod = { base: 0n, lines: new Map(), made: new Map() };
  const marks = new Set<Statement['marks'][number]>();
  const derivation: Statement['derivation'] = [];
  let standing: Clocked | undefined;
  const cuts = versions.flatMap((version) => begins(version, period));
  for (const { from, to } of stretchesOf(period.from, period.to, cuts)) {
    const version = versions.find((each) => each.from <= from && from <= each.to);
    if (version === undefined) continue;
    standing = version;
    derivation.push(runStretch(version, from, to, facts, state, into, marks));
  }
  if (standing === undefined) return [];
  const { end, term, clause } = standing;
  const year = derivation.at(-1)?.year;
  const late = end === undefined || end > period.to ? undefined : lateFrom(end, term.reporting.lateItems);
  if (late !== undefined) marks.add('ended');
  const { ids } = rosterOf([...term.rounding.ties, ...into.lines.keys(), ...into.made.keys()]);
  const of = (amount: (party: string) => bigint) => ids.map((party) => ({ party: party as Line['party'], amount: amount(party).toString() }));
  const line = (party: string) => into.lines.get(party) ?? 0n;
  const made = (party: string) => into.made.get(party) ?? 0n;
  return [
    {
      engine: 'sharing/1',
      reference: input.reference.version,
      kind: 'entitlement',
      clause,
      terms: [...new Set(derivation.map(({ terms }) => terms))],
      period: rangeOf(period),
      knownAt: input.knownAt,
      ledger: 'official',
      subject: `quota/${term.quota}/${term.rule.node === 'split' ? 'granted' : 'transferred'}`,
      unit: unitOf[term.quota],
      ...(year === undefined ? {} : { year }),
      base: into.base.toString(),
      sources: [],
      held: of(made),
      lines: of(line).map((each) => ({ ...each, kind: 'counted' as const })),
      net: of((party) => line(party) - made(party)),
      balances: balancesOf(term, state),
      ...(late === undefined ? {} : { late }),
      marks: [...marks],
      derivation,
    },
  ];
}

function runStretch(
  version: Clocked,
  from: Day,
  to: Day,
  facts: Facts,
  state: QuotaState,
  into: QuotaPeriod,
  marks: Set<Statement['marks'][number]>,
): DerivationPart {
  const { term, start, end } = version;
  const before = into.base;
  const steps: Step[] = [];
  const part = { stretch: rangeOf({ from, to }), terms: version.digest as DerivationPart['terms'], steps };
  const outside = start.on === undefined || from < start.on ? 'not-started' : end !== undefined && from > end ? 'ended' : undefined;
  if (start.on === undefined || outside === 'not-started' || (outside === 'ended' && term.rule.node === 'split')) {
    steps.push({ path: 'clock.start', rule: 'start', applied: false, why: outside ?? 'not-started', inputs: [...start.inputs] });
    if (outside === 'not-started') marks.add('not-started');
    return { ...part, base: '0' };
  }
  steps.push({ path: 'clock.start', rule: 'start', applied: true, inputs: [...start.inputs], result: textOf(start.on) });
  const window = yearAt(start.on, term.clock.years, from);
  const stretch: QuotaStretch = {
    term,
    from,
    to,
    window,
    ended: outside === 'ended',
    begin: Math.max(window.from, version.from),
    last: to === end || to === version.to,
    moved: (movement, party) => movedIn(term, facts, from, to, movement, party, marks),
  };
  if (term.rule.node === 'transfer') transfer(stretch, term.rule, state, into, steps);
  else split(stretch, term.rule, into, steps);
  return { ...part, ...(stretch.ended ? {} : { year: window.year }), base: (into.base - before).toString() };
}

function balancesOf({ rule }: QuotaTerm, { promised, transferred, used, returned }: QuotaState): Balance[] {
  if (rule.node === 'split') return [];
  return [
    { path: 'rule.amount', kind: 'quota-open', party: rule.to, amount: (promised - transferred).toString() },
    { path: 'rule.unused', kind: 'quota-held', party: rule.to, amount: (transferred - used - returned).toString() },
  ];
}

function movedIn(
  { quota, clock }: QuotaTerm,
  facts: Facts,
  from: Day,
  to: Day,
  movement: QuotaMovement,
  party: string,
  marks: Set<Statement['marks'][number]>,
) {
  let amount = 0n;
  const inputs: Step['inputs'] = [];
  for (const fact of facts.byMeasure(`quota/${quota}/${movement}`)) {
    if (fact.to < from || fact.from > to || fact.party !== party) continue;
    const part = amountIn(fact, from, to, clock.partial.figures);
    if (part === undefined) {
      marks.add('incomplete');
      continue;
    }
    if (fact.estimated || fact.from < from || fact.to > to) marks.add('estimated');
    amount += part;
    inputs.push(fact.id);
  }
  return { amount, inputs };
}

function begins({ from, to, start, end, term }: Clocked, period: Period): Day[] {
  const years = start.on !== undefined && term.clock.years.node === 'anniversary' ? anniversariesIn(start.on, period.from, period.to) : [];
  return [from, to + 1, ...(start.on === undefined ? [] : [start.on]), ...(end === undefined ? [] : [end + 1]), ...years];
}

/** Units as they were when this engine was released. */
const unitOf: Readonly<Record<QuotaTerm['quota'], Statement['unit']>> = {
  land: 'mu',
  energy: 'tce',
  electricity: 'kwh',
  carbon: 'tco2',
  water: 'm3',
};
