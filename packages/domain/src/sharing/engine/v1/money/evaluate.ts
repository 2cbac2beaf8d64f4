import type { SharingInput } from '../../../input.ts';
import type { Evaluation, Statement } from '../../../statement.ts';
import type { MoneyTerm } from '../../../term/index.ts';
import { addMonths, type Day, dayOf } from '../days.ts';
import { type Fact, type Facts, factsOf } from '../facts.ts';
import { FOREVER, type Period, periodAt, periodsOf } from '../periods.ts';
import { type Roster, rosterOf } from '../roster.ts';
import { type Instance, instanceOf } from './instance.ts';
import { namedIn, type Plan, planOf } from './plan.ts';
import { statementOf } from './statement.ts';

export interface MoneyVersion {
  readonly digest: string;
  readonly clause: string;
  readonly from: Day;
  readonly to: Day;
  readonly term: MoneyTerm;
}

/** What the periods of a clause are computed from, one after the other. */
export interface Run {
  readonly input: SharingInput;
  readonly clause: string;
  readonly plans: readonly Plan[];
  readonly roster: Roster;
  /** By index of the roster: who gets a line even if it is nothing. */
  readonly sharing: readonly boolean[];
  readonly facts: Facts;
  readonly instances: readonly Instance[];
  /** Figures by instance and period. */
  readonly buckets: readonly (readonly (readonly Fact[])[])[];
}

/** Statements of a money clause for all its periods, folded from the first on. */
export function evaluateMoney(versions: readonly MoneyVersion[], input: SharingInput): Evaluation {
  const facts = factsOf(input);
  const roster = rosterOf(versions.flatMap(({ term }) => [...namedIn(term)]));
  const plans = versions.map((version) => planOf(version, roster, input.reference));
  const last = versions.at(-1);
  const through = Math.min(
    dayOf(input.through),
    last === undefined || last.to >= FOREVER ? FOREVER : addMonths(last.to, last.term.settlement.lateItems.months),
  );
  const periods = periodsOf(
    versions.map(({ from, to, term }) => ({ from, to, period: term.settlement.period })),
    through,
  );
  const { instances, problems } = instancesOf(plans, facts, { from: periods[0]?.from ?? 0, to: periods.at(-1)?.to ?? 0 });
  const run: Run = {
    input,
    clause: versions[0]?.clause ?? '',
    plans,
    roster,
    sharing: roster.ids.map((id) => versions.some(({ term }) => term.rounding.ties.some((party) => party === id))),
    facts,
    instances,
    buckets: instances.map((instance) => bucketsOf(instance.facts, periods, plans)),
  };
  const statements = periods.map((period, at) => statementOf(period, at, run));
  return { engine: 'sharing/1', statements, problems: [...problems, ...problemsIn(statements)] };
}

/** One for all enterprises together, or one for each that a figure or milestone names. `over`: all periods. */
function instancesOf(
  plans: readonly Plan[],
  facts: Facts,
  over: Period,
): { readonly instances: Instance[]; readonly problems: Evaluation['problems'] } {
  if (plans[0]?.term.base.scope !== 'each-company') return { instances: [instanceOf(plans, facts, facts.figures, undefined, over)], problems: [] };
  const companies = [...new Set([...facts.figures, ...facts.happened].flatMap(({ company }) => company ?? []))].sort();
  const without = facts.figures.filter(({ company, measure }) => company === undefined && plans.some(({ roles }) => roles.has(measure)));
  return {
    instances: companies.map((company) =>
      instanceOf(
        plans,
        facts,
        facts.figures.filter((fact) => fact.company === company),
        company,
        over,
      ),
    ),
    problems: without.length === 0 ? [] : [{ path: 'base.scope', problem: 'figure-without-company', inputs: without.map(({ id }) => id) }],
  };
}

/** Each figure that the terms look at goes to every period that it touches. */
function bucketsOf(facts: readonly Fact[], periods: readonly Period[], plans: readonly Plan[]): Fact[][] {
  const buckets = periods.map((): Fact[] => []);
  for (const fact of facts) {
    if (!plans.some(({ roles }) => roles.has(fact.measure))) continue;
    const last = periodAt(periods, fact.to);
    for (let at = Math.max(0, periodAt(periods, fact.from)); at <= last; at += 1) buckets[at]?.push(fact);
  }
  return buckets;
}

function problemsIn(statements: readonly Statement[]): Evaluation['problems'] {
  const found = new Map<string, { path: string; problem: Evaluation['problems'][number]['problem']; inputs: string[] }>();
  for (const { marks, derivation } of statements) {
    if (!marks.includes('incomplete')) continue;
    for (const { path, why, inputs } of derivation.flatMap(({ steps }) => steps)) {
      if (why !== 'figure-crosses-cut' && why !== 'rate-missing') continue;
      const key = `${path} ${why}`;
      const problem = found.get(key) ?? { path, problem: why, inputs: [] };
      problem.inputs.push(...inputs.filter((id) => !problem.inputs.includes(id)));
      found.set(key, problem);
    }
  }
  return [...found.values()];
}
