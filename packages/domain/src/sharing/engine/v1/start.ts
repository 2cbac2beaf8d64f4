import type { EventId } from '../../../kernel/index.ts';
import type { Condition, Start } from '../../term/index.ts';
import { addMonths, type Day, dayOf, floorTo } from './days.ts';
import type { Fact, Facts, Happened } from './facts.ts';

/** When a clock starts, and by which events; without a day it has not started. */
export interface Started {
  readonly on: Day | undefined;
  readonly inputs: readonly EventId[];
}

/** What a start may depend on. `shared` are the figures of what is shared, for a clock that starts with the first of them. */
export interface StartContext {
  readonly facts: Facts;
  readonly company: string | undefined;
  readonly shared: () => readonly Fact[];
  /** Figures before this day start nothing: there was no agreement. */
  readonly notBefore: Day;
}

export function startedOn({ all, after, granularity }: Start, context: StartContext): Started {
  const inputs: EventId[] = [];
  let last: Day | undefined;
  for (const condition of all) {
    const met = metOn(condition, context);
    if (met === undefined) return { on: undefined, inputs };
    inputs.push(...met.inputs);
    if (last === undefined || met.on > last) last = met.on;
  }
  if (last === undefined) return { on: undefined, inputs };
  return { on: coarsened(addMonths(last, after.years * 12 + after.months), granularity), inputs };
}

/** The earliest report of a milestone that is of this company or of none. */
export function earliest(happened: readonly Happened[], kind: Happened['kind'], company: string | undefined): Happened | undefined {
  let first: Happened | undefined;
  for (const each of happened) {
    if (each.kind !== kind) continue;
    if (company !== undefined && each.company !== undefined && each.company !== company) continue;
    if (first === undefined || each.on < first.on) first = each;
  }
  return first;
}

function metOn(condition: Condition, { facts, company, shared, notBefore }: StartContext): { on: Day; inputs: EventId[] } | undefined {
  switch (condition.node) {
    case 'on-date':
      return { on: dayOf(condition.date), inputs: [] };
    case 'on-milestone': {
      const found = earliest(facts.happened, condition.milestone, company);
      return found && { on: found.on, inputs: [found.id] };
    }
    case 'first-figure': {
      let first: Fact | undefined;
      for (const fact of shared()) {
        if (fact.amount > 0n && fact.effectiveOn >= notBefore && (first === undefined || fact.effectiveOn < first.effectiveOn)) first = fact;
      }
      return first && { on: first.effectiveOn, inputs: [first.id] };
    }
    case 'amount-reached': {
      const amount = BigInt(condition.amount);
      const paid = facts.byMeasure(condition.measure).filter(({ party }) => party === condition.party);
      let sum = 0n;
      const inputs: EventId[] = [];
      for (const fact of [...paid].sort((a, b) => a.effectiveOn - b.effectiveOn || (a.id < b.id ? -1 : 1))) {
        sum += fact.amount;
        inputs.push(fact.id);
        if (sum >= amount) return { on: fact.effectiveOn, inputs };
      }
      return undefined;
    }
  }
}

function coarsened(day: Day, granularity: Start['granularity']): Day {
  switch (granularity) {
    case 'day':
      return day;
    case 'month':
      return floorTo(1, day);
    case 'next-month':
      return addMonths(floorTo(1, day), 1);
    case 'quarter':
      return floorTo(3, day);
    case 'next-quarter':
      return addMonths(floorTo(3, day), 3);
    case 'year':
      return floorTo(12, day);
    case 'next-year':
      return addMonths(floorTo(12, day), 12);
  }
}
