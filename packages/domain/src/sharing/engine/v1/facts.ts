import type { EventId } from '../../../kernel/index.ts';
import type { Figure, Milestone, SharingInput } from '../../input.ts';
import type { Measure, MilestoneKind } from '../../term/index.ts';
import { type Day, dayOf } from './days.ts';

/** A figure as the engine works with it: days and whole numbers. */
export interface Fact {
  readonly id: EventId;
  readonly measure: Measure;
  readonly party: string;
  readonly company: string | undefined;
  readonly from: Day;
  readonly to: Day;
  readonly amount: bigint;
  readonly effectiveOn: Day;
  readonly estimated: boolean;
  readonly consolidated: 'head-office' | 'branch' | undefined;
}

/** A milestone with its day. */
export interface Happened {
  readonly id: EventId;
  readonly kind: MilestoneKind;
  readonly on: Day;
  readonly company: string | undefined;
}

/** Everything that was reported, read once. Of restated figures only the last stands. */
export interface Facts {
  readonly figures: readonly Fact[];
  readonly happened: readonly Happened[];
  readonly byMeasure: (measure: Measure) => readonly Fact[];
}

const NONE: readonly Fact[] = [];

export function factsOf({ figures, milestones }: Pick<SharingInput, 'figures' | 'milestones'>): Facts {
  const read = inForce(figures).map(factOf);
  if (!isByTime(read)) read.sort(byTime);
  let index: Map<Measure, Fact[]> | undefined;
  return {
    figures: read,
    happened: milestones.map(happenedOf),
    byMeasure(measure) {
      index ??= indexed(read);
      return index.get(measure) ?? NONE;
    },
  };
}

function inForce(figures: readonly Figure[]): readonly Figure[] {
  let superseded: Set<string> | undefined;
  for (const { supersedes } of figures) {
    if (supersedes === undefined) continue;
    superseded ??= new Set();
    superseded.add(supersedes);
  }
  return superseded === undefined ? figures : figures.filter(({ eventId }) => !superseded.has(eventId));
}

/** The order in which they were handed in plays no part in anything. */
function byTime(a: Fact, b: Fact): number {
  return a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1);
}

function isByTime(facts: readonly Fact[]): boolean {
  let before: Fact | undefined;
  for (const fact of facts) {
    if (before !== undefined && byTime(before, fact) > 0) return false;
    before = fact;
  }
  return true;
}

function factOf({ eventId, measure, party, company, period, amount, effectiveOn, flags }: Figure): Fact {
  const to = dayOf(period.to);
  return {
    id: eventId,
    measure,
    party,
    company,
    from: dayOf(period.from),
    to,
    amount: BigInt(amount),
    effectiveOn: effectiveOn === period.to ? to : dayOf(effectiveOn),
    estimated: flags.length > 0 && flags.includes('estimated'),
    consolidated: flags.length === 0 ? undefined : flags.includes('head-office') ? 'head-office' : flags.includes('branch') ? 'branch' : undefined,
  };
}

function happenedOf({ eventId, kind, on, company }: Milestone): Happened {
  return { id: eventId, kind, on: dayOf(on), company };
}

function indexed(facts: readonly Fact[]): Map<Measure, Fact[]> {
  const index = new Map<Measure, Fact[]>();
  for (const fact of facts) {
    const found = index.get(fact.measure);
    if (found) found.push(fact);
    else index.set(fact.measure, [fact]);
  }
  return index;
}
