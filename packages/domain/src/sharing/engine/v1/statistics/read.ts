import type { Statement, Step } from '../../../statement.ts';
import { amountIn } from '../cut.ts';
import type { Day } from '../days.ts';
import type { Fact } from '../facts.ts';
import type { Clocked } from './version.ts';

/** Figures of the places of operation on the days of a stretch. */
export interface Read {
  readonly byParty: ReadonlyMap<string, bigint>;
  readonly total: bigint;
  readonly steps: readonly Step[];
}

export function readFigures({ term }: Clocked, figures: readonly Fact[], from: Day, to: Day, marks: Set<Statement['marks'][number]>): Read {
  const byParty = new Map<string, bigint>();
  const inputs: Step['inputs'] = [];
  const crossing: Step['inputs'] = [];
  const elsewhere: Step['inputs'] = [];
  let total = 0n;
  for (const fact of figures) {
    if (fact.to < from || fact.from > to) continue;
    if (!term.placesOfOperation.some((place) => place === fact.party)) {
      elsewhere.push(fact.id);
      continue;
    }
    const amount = amountIn(fact, from, to, term.clock.partial.figures);
    if (amount === undefined) {
      crossing.push(fact.id);
      marks.add('incomplete');
      continue;
    }
    if (fact.estimated || fact.from < from || fact.to > to) marks.add('estimated');
    inputs.push(fact.id);
    byParty.set(fact.party, (byParty.get(fact.party) ?? 0n) + amount);
    total += amount;
  }
  const path = 'placesOfOperation';
  const skipped = (why: 'figure-crosses-cut' | 'not-of-this-party', ids: Step['inputs']): Step[] =>
    ids.length === 0 ? [] : [{ path, rule: 'source', applied: false, why, inputs: ids }];
  return {
    byParty,
    total,
    steps: [
      { path, rule: 'source', applied: true, inputs, result: total.toString() },
      ...skipped('figure-crosses-cut', crossing),
      ...skipped('not-of-this-party', elsewhere),
    ],
  };
}

/** The official ledger: each figure belongs to the place of operation, and no agreement changes that. */
export function owned({ byParty, steps }: Read): Step[] {
  const owners = [...byParty].map(
    ([party, amount]): Step => ({
      path: 'placesOfOperation',
      rule: 'official',
      applied: true,
      party: party as NonNullable<Step['party']>,
      inputs: [],
      result: amount.toString(),
    }),
  );
  return [...steps, ...owners];
}
