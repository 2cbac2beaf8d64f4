import { type CalendarDate, type Decision, entriesOf, numbered, type Refusal, type RefusalCode, refuse } from '../../kernel/index.ts';
import type { NewFigure } from './commands.ts';
import { type Covering, createCover } from './cover.ts';
import type { Of, OpenReporting } from './decide.ts';
import type { FiguresEvent } from './events.ts';
import { counts, type Report, stands } from './report.ts';
import type { FiguresState } from './state.ts';

/** How much one agreement, and one command, may hold (ER-3). */
export const figureLimits = { reports: 50_000, batch: 1_000, milestones: 2_000, periodDays: 366 } as const;

/** Each figure is looked at with those before it in the batch; the first that cannot stand refuses the whole. `row` counts from zero. */
export function reportFigures({ actor, today, figures }: Of<'report-figures'>, state: OpenReporting): Decision<FiguresEvent> {
  if (figures.length === 0 || figures.length > figureLimits.batch) return refuse('REPORTS_TOO_MANY', { limit: figureLimits.batch });
  if (state.figures.size + figures.length > figureLimits.reports) return refuse('REPORTS_TOO_MANY', { limit: figureLimits.reports });
  const judge = judging(state);
  const events: FiguresEvent[] = [];
  for (const [row, each] of figures.entries()) {
    const refusal = judge(each, actor.organisation, today);
    if (refusal) return refuse(refusal.code, { ...refusal.data, row });
    const number = state.figures.size + row + 1;
    const data = { agreement: state.agreement, number, party: actor.organisation, readers: [...state.readers], figure: each.figure };
    events.push(each.restates ? { type: 'FigureRestated', data: { ...data, ...each.restates } } : { type: 'FigureReported', data });
  }
  return events;
}

/** Says of one figure after the other what stands against it, and takes those against which nothing stands as if reported. */
export function judging(state: FiguresState) {
  const cover = createCover(entriesOf(state.figures).flatMap((report): [number, Covering][] => (stands(report) ? [[report.number, report]] : [])));
  const taken = new Set<number>();
  let next = state.figures.size;
  return ({ figure, restates }: NewFigure, party: Covering['party'], today: CalendarDate): Refusal<RefusalCode> | undefined => {
    const refusal = wrongPeriod(figure.period, today) ?? (restates && notToBeRestated(state, restates.supersedes, party, taken));
    if (refusal) return refusal;
    const same = cover.find({ party, content: figure }, restates?.supersedes);
    if (same !== undefined) return refuse('FIGURE_COVERED', { number: same });
    next += 1;
    if (restates) taken.add(restates.supersedes);
    cover.add(next, { party, content: figure });
    return undefined;
  };
}

function wrongPeriod({ from, to }: NewFigure['figure']['period'], today: CalendarDate): Refusal<RefusalCode> | undefined {
  if (to < from || Date.parse(to) - Date.parse(from) >= figureLimits.periodDays * 86_400_000) return refuse('FIGURE_PERIOD_INVALID', { from, to });
  return from > today ? refuse('FIGURE_NOT_YET', { from, today }) : undefined;
}

function notToBeRestated(state: FiguresState, supersedes: number, party: string, taken: ReadonlySet<number>): Refusal<RefusalCode> | undefined {
  const old = numbered(state.figures, supersedes);
  const about = { kind: 'figure', number: supersedes };
  if (!old) return refuse('REPORT_UNKNOWN', about);
  if (old.party !== party) return refuse('REPORT_NOT_OWN', about);
  if (!stands(old) || old.phase === 'withdrawing') return refuse('REPORT_NOT_STANDING', { ...about, phase: old.phase });
  if (old.change !== undefined) return refuse('REPORT_CHANGE_PENDING', { ...about, change: old.change });
  const pendingOn = restatedBy(old, state);
  if (pendingOn !== undefined) return refuse('REPORT_CHANGE_PENDING', { kind: 'figure', number: pendingOn, change: supersedes });
  return taken.has(supersedes) ? refuse('REPORT_CHANGE_PENDING', about) : undefined;
}

/** The confirmed figure in whose place this one is to stand, once it is confirmed itself. */
export function restatedBy({ number, supersedes }: Report<unknown>, { figures }: FiguresState): number | undefined {
  const old = supersedes && numbered(figures, supersedes.number);
  return old && counts(old) && old.change === number ? old.number : undefined;
}

export function reportMilestone({ actor, today, milestone }: Of<'report-milestone'>, state: OpenReporting): Decision<FiguresEvent> {
  if (state.milestones.size >= figureLimits.milestones) return refuse('REPORTS_TOO_MANY', { limit: figureLimits.milestones });
  if (milestone.on > today) return refuse('MILESTONE_NOT_YET', { on: milestone.on, today });
  const same = entriesOf(state.milestones).find(
    (report) => stands(report) && report.content.kind === milestone.kind && report.content.company?.code === milestone.company?.code,
  );
  if (same) return refuse('MILESTONE_REPORTED', { number: same.number });
  const number = state.milestones.size + 1;
  return [
    { type: 'MilestoneReported', data: { agreement: state.agreement, number, party: actor.organisation, readers: [...state.readers], milestone } },
  ];
}
