import type { SharingInput } from '../../../input.ts';
import type { DerivationPart, Evaluation, Line, Statement } from '../../../statement.ts';
import type { IndicatorKind } from '../../../term/index.ts';
import { addMonths, dayOf } from '../days.ts';
import { type Facts, factsOf } from '../facts.ts';
import { FOREVER, lateFrom, type Period, periodsOf, rangeOf, stretchesOf } from '../periods.ts';
import { appraise, type Window } from './appraise.ts';
import { owned, readFigures } from './read.ts';
import { begins, type Clocked, clockedBy, type StatisticsVersion } from './version.ts';

/**
 * Statements of a statistics clause: for each period and indicator one in the official ledger, where every figure belongs to
 * the place of operation, and one in the appraisal ledger, as the parties agreed. Appraisal may count more than there is.
 */
export function evaluateStatistics(versions: readonly StatisticsVersion[], input: SharingInput): Evaluation {
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
  const indicators = [
    ...new Set(versions.flatMap(({ term }) => term.bands.flatMap(({ indicators: named }) => named.map(({ indicator }) => indicator)))),
  ];
  const statements = periods.flatMap((period) => indicators.map((indicator) => ({ period, indicator })));
  const windows = new Map<IndicatorKind, Window>();
  const found = statements.flatMap(({ period, indicator }) => ledgersOf(period, indicator, clocked, facts, windows, input));
  return { engine: 'sharing/1', statements: found, problems: problemsIn(found) };
}

function ledgersOf(
  period: Period,
  indicator: IndicatorKind,
  versions: readonly Clocked[],
  facts: Facts,
  windows: Map<IndicatorKind, Window>,
  input: SharingInput,
): Statement[] {
  const official = new Map<string, bigint>();
  const appraisal = new Map<string, bigint>();
  const officialParts: DerivationPart[] = [];
  const appraisalParts: DerivationPart[] = [];
  const terms: Statement['terms'] = [];
  const marks = new Set<Statement['marks'][number]>();
  let base = 0n;
  let year: number | undefined;
  let standing: Clocked | undefined;
  const window = windows.get(indicator) ?? { key: '', base: 0n, given: new Map() };
  windows.set(indicator, window);
  for (const { from, to } of stretchesOf(
    period.from,
    period.to,
    versions.flatMap((version) => begins(version, period)),
  )) {
    const version = versions.find((each) => each.from <= from && from <= each.to);
    if (version === undefined) continue;
    standing = version;
    const digest = version.digest as DerivationPart['terms'];
    if (!terms.includes(digest)) terms.push(digest);
    const read = readFigures(version, facts.byMeasure(`indicator/${indicator}`), from, to, marks);
    const stretch = rangeOf({ from, to });
    for (const [party, amount] of read.byParty) official.set(party, (official.get(party) ?? 0n) + amount);
    base += read.total;
    officialParts.push({ stretch, terms: digest, base: read.total.toString(), steps: owned(read) });
    const counted = appraise(version, indicator, from, read, window);
    year = counted.year;
    if (counted.why === 'not-started') marks.add('not-started');
    for (const [party, amount] of counted.amounts) appraisal.set(party, (appraisal.get(party) ?? 0n) + amount);
    appraisalParts.push({
      stretch,
      terms: digest,
      ...(year === undefined ? {} : { year }),
      base: read.total.toString(),
      steps: [...read.steps, ...counted.steps],
    });
  }
  if (standing === undefined) return [];
  if (standing.end !== undefined && standing.end <= period.to) marks.add('ended');
  const late = standing.end === undefined || standing.end > period.to ? undefined : standing.end;
  const shared: Omit<Statement, 'ledger' | 'lines' | 'derivation' | 'held'> = {
    engine: 'sharing/1',
    reference: input.reference.version,
    kind: 'entitlement',
    clause: standing.clause,
    terms,
    period: rangeOf(period),
    knownAt: input.knownAt,
    subject: `indicator/${indicator}`,
    unit: unitOf[indicator],
    ...(year === undefined ? {} : { year }),
    base: base.toString(),
    sources: [],
    net: [],
    balances: [],
    ...(late === undefined ? {} : { late: lateFrom(late, standing.term.reporting.lateItems) }),
    marks: [...marks],
  };
  const parties = standing.term.rounding.ties;
  return [
    { ...shared, ledger: 'official', held: [], lines: linesOf(official, standing.term.placesOfOperation), derivation: officialParts },
    { ...shared, ledger: 'appraisal', held: [], lines: linesOf(appraisal, parties), derivation: appraisalParts },
  ];
}

/** A line for each who is named, if it is nothing too, and for whoever has something. */
function linesOf(amounts: ReadonlyMap<string, bigint>, named: readonly string[]): Line[] {
  return [...new Set([...named, ...amounts.keys()])].map((party) => ({
    party: party as Line['party'],
    amount: (amounts.get(party) ?? 0n).toString(),
    kind: 'counted',
  }));
}

function problemsIn(statements: readonly Statement[]): Evaluation['problems'] {
  const inputs = [
    ...new Set(
      statements.flatMap(({ derivation }) =>
        derivation.flatMap(({ steps }) => steps.flatMap((step) => (step.why === 'figure-crosses-cut' ? step.inputs : []))),
      ),
    ),
  ];
  return inputs.length === 0 ? [] : [{ path: 'placesOfOperation', problem: 'figure-crosses-cut', inputs }];
}

/** Units as they were when this engine was released. */
const unitOf: Readonly<Record<IndicatorKind, Statement['unit']>> = {
  'gross-industrial-output': 'fen',
  'industrial-value-added': 'fen',
  gdp: 'fen',
  'fixed-asset-investment': 'fen',
  'operating-revenue': 'fen',
  'service-revenue': 'fen',
  'trade-sales': 'fen',
  'domestic-capital': 'fen',
  'foreign-capital': 'usd-cent',
  'foreign-trade': 'usd-cent',
  'new-jobs': 'person',
  'energy-consumption': 'tce',
};
