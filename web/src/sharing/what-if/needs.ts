import {
  type Condition,
  type History,
  type Measure,
  type MilestoneKind,
  type MoneyTerm,
  measures,
  milestoneKind,
  type SharingTerm,
  type Start,
} from '@lianyu/domain/sharing';

/** A kind of figure by one party. */
export interface Row {
  readonly measure: Measure;
  readonly party: string;
}

/** What has to be known for a term to be computed: which things must have happened, and whose figures of what. */
export interface Needs {
  readonly milestones: readonly MilestoneKind[];
  /** Of what is shared: the ones that every year has. */
  readonly base: readonly Row[];
  /** What else the terms look at: outlays, investment, deductions, the years before. */
  readonly others: readonly Row[];
}

const none: Needs = { milestones: [], base: [], others: [] };

export function needsOf(term: SharingTerm, parties: readonly string[]): Needs {
  switch (term.node) {
    case 'share':
      return none;
    case 'money':
      return ofMoney(term, parties);
    case 'statistics':
      return {
        milestones: milestonesIn(term),
        base: term.placesOfOperation.flatMap((party) =>
          distinct(term.bands.flatMap(({ indicators }) => indicators.map(({ indicator }): Measure => `indicator/${indicator}`))).map((measure) => ({
            measure,
            party,
          })),
        ),
        others: startRows(term.clock.start),
      };
    case 'quota': {
      const movement = (name: 'granted' | 'transferred' | 'used', party: string): Row => ({ measure: `quota/${term.quota}/${name}`, party });
      const { rule } = term;
      return {
        milestones: milestonesIn(term),
        base:
          rule.node === 'split'
            ? parties.map((party) => movement('granted', party))
            : [movement('transferred', rule.from), movement('used', rule.to)],
        others: startRows(term.clock.start),
      };
    }
  }
}

function ofMoney(term: MoneyTerm, parties: readonly string[]): Needs {
  const { base, clock, deductions, recovery, bands, guarantees, caps, eligibility } = term;
  const sources = base.sources.flatMap((source): Measure[] => {
    if (source.node === 'income') return [`income/${source.income}`];
    const level = source.conversion.node === 'as-reported' ? source.level : 'gross';
    return [`tax/${source.tax}/${level}`, ...(source.successor && source.successor !== 'none' ? [`tax/${source.successor}/${level}` as const] : [])];
  });
  const histories: readonly History[] = [
    ...eligibility.flatMap((test) => (test.node === 'average-at-least' ? [test.history] : [])),
    ...caps.flatMap(({ amount }) => (amount.node === 'from-history' ? [amount.history] : [])),
  ];
  const before = histories.flatMap((history) =>
    history.node === 'figures-before' ? sources.map((measure): Row => ({ measure, party: history.party })) : [],
  );
  const others: Row[] = [
    ...startRows(clock.start),
    ...guarantees.flatMap(({ from }) => startRows(from)),
    ...deductions.flatMap(({ measure }) => base.collectedBy.map((party): Row => ({ measure, party }))),
    ...(recovery?.claims ?? []).flatMap(({ creditor, outlay }) =>
      outlay.node === 'figures' ? outlay.measures.map((measure): Row => ({ measure, party: creditor })) : [],
    ),
    ...bands.flatMap(({ allocation }): Row[] => {
      if (allocation.node === 'contribution') return allocation.measures.flatMap((measure) => parties.map((party) => ({ measure, party })));
      if (allocation.node === 'fixed-return' && allocation.on.node === 'paid-in')
        return [{ measure: allocation.on.measure, party: allocation.payee }];
      if (allocation.node === 'fixed-amount' && allocation.per.node === 'delivered-units')
        return [{ measure: 'count/delivered', party: allocation.payee }];
      return [];
    }),
    ...before,
  ];
  const own = base.collectedBy.flatMap((party) => distinct(sources).map((measure): Row => ({ measure, party })));
  return { milestones: milestonesIn(term), base: own, others: distinctRows(others).filter((row) => !own.some((each) => sameRow(each, row))) };
}

const startRows = ({ all }: Start): Row[] =>
  all.flatMap((each: Condition) => (each.node === 'amount-reached' ? [{ measure: each.measure, party: each.party }] : []));

/** Every milestone that a term names, wherever it stands. */
function milestonesIn(term: SharingTerm): readonly MilestoneKind[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'milestone' && typeof each === 'string') found.add(each);
      else look(each);
    }
  };
  look(term);
  return milestoneKind.options.filter((kind) => found.has(kind));
}

export const keyOf = ({ measure, party }: Row) => `${measure} ${party}`;
const sameRow = (one: Row, other: Row) => keyOf(one) === keyOf(other);
const distinctRows = (rows: readonly Row[]) => rows.filter((row, index) => rows.findIndex((each) => sameRow(each, row)) === index);
const distinct = (codes: readonly Measure[]) => measures.filter((code) => codes.includes(code));
