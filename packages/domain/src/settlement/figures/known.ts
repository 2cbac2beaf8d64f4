import { entriesOf, type Numbered } from '../../kernel/index.ts';
import { type Figure, type Milestone, unitOf } from '../../sharing/index.ts';
import type { InputSum } from '../account/events.ts';
import type { FigureContent, MilestoneContent } from './events.ts';
import { counts, type Report, stands } from './report.ts';
import type { FiguresState } from './state.ts';

/** Figures and milestones as an engine takes them. */
export interface KnownInputs {
  readonly figures: readonly Figure[];
  readonly milestones: readonly Milestone[];
}

/**
 * What counts of all that was reported: what all have confirmed. With `provisional` also what waits for confirmation, in the
 * place of what it restates, and without what is to be withdrawn: what a statement will be if all is confirmed.
 */
export function knownInputs({ figures, milestones }: FiguresState, provisional = false): KnownInputs {
  return {
    figures: chosen(figures, provisional).map(asFigure),
    milestones: chosen(milestones, provisional).map(asMilestone),
  };
}

function chosen<Content>(list: Numbered<Report<Content>>, provisional: boolean): readonly Report<Content>[] {
  const all = entriesOf(list);
  if (!provisional) return all.filter(counts);
  return all.filter((report) => stands(report) && report.phase !== 'withdrawing' && report.change === undefined);
}

function asFigure({ eventId, party, content }: Report<FigureContent>): Figure {
  const { measure, company, period, amount, effectiveOn, consolidated, estimated } = content;
  return {
    eventId,
    measure,
    party,
    ...(company === undefined ? {} : { company: company.code }),
    period,
    amount,
    effectiveOn,
    flags: [...(consolidated === undefined ? [] : [consolidated]), ...(estimated ? (['estimated'] as const) : [])],
  };
}

function asMilestone({ eventId, content: { kind, on, company } }: Report<MilestoneContent>): Milestone {
  return { eventId, kind, on, ...(company === undefined ? {} : { company: company.code }) };
}

/** Sums by measure, party and period: what may be told to those who may not read single figures. In the order of period, measure and party. */
export function sumsOf(figures: readonly Figure[]): readonly InputSum[] {
  const sums = new Map<string, { sum: bigint; figure: Figure }>();
  for (const figure of figures) {
    const key = `${figure.period.from} ${figure.period.to} ${figure.measure} ${figure.party}`;
    const known = sums.get(key);
    sums.set(key, { figure, sum: (known?.sum ?? 0n) + BigInt(figure.amount) });
  }
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([
        ,
        {
          sum,
          figure: { measure, party, period },
        },
      ]) => ({ measure, unit: unitOf(measure), party, period, amount: sum.toString() }),
    );
}
