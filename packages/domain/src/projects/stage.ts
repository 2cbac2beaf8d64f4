import { z } from 'zod';
import { type CalendarDate, daysBetween } from '../kernel/index.ts';
import type { Amounts, Indicator } from './figures.ts';
import { investmentOf } from './figures.ts';
import type { ProjectMilestone, ProjectMilestoneKind } from './milestone.ts';

/** How far a project has come; two ways of being permitted, or of being given to a zone, are one stage. */
export const projectStage = z.enum([
  'opened', // 已建档
  'lead',
  'negotiating',
  'reported',
  'assigned',
  'signed',
  'code-assigned',
  'land-secured',
  'permitted',
  'started',
  'completed',
  'verified',
  'in-production',
  'full-capacity',
]);
export type ProjectStage = z.infer<typeof projectStage>;

export const projectStanding = z.enum(['active', 'stalled', 'terminated', 'relocated']);
export type ProjectStanding = z.infer<typeof projectStanding>;

const stageOfKind: Readonly<Partial<Record<ProjectMilestoneKind, ProjectStage>>> = {
  ...Object.fromEntries(projectStage.options.map((stage) => [stage, stage])),
  transferred: 'assigned',
  'permitted-on-commitment': 'permitted',
};

type Dated = Pick<ProjectMilestone, 'kind' | 'on'>;

/** Stage and standing of these milestones: of the set alone, in whatever order they were recorded. */
export function derived(milestones: readonly Dated[]): { readonly stage: ProjectStage; readonly standing: ProjectStanding } {
  let furthest = 0;
  for (const { kind } of milestones) furthest = Math.max(furthest, projectStage.options.indexOf(stageOfKind[kind] ?? 'opened'));
  return { stage: projectStage.options[furthest] ?? 'opened', standing: standingOf(milestones) };
}

/** What ends a project stays; of stalled and resumed the later day counts, and on one day the work goes on. */
function standingOf(milestones: readonly Dated[]): ProjectStanding {
  const lastOf = (wanted: ProjectMilestoneKind) => milestones.reduce((last, { kind, on }) => (kind === wanted && on > last ? on : last), '');
  const [terminated, relocated, stalled, resumed] = [lastOf('terminated'), lastOf('relocated'), lastOf('stalled'), lastOf('resumed')];
  if (terminated !== '' || relocated !== '') return relocated > terminated ? 'relocated' : 'terminated';
  return stalled > resumed ? 'stalled' : 'active';
}

/** The days that a funnel counts: the first on which each of these was reached. */
export const funnelSteps = ['lead', 'signed', 'code-assigned', 'started', 'in-production', 'full-capacity'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

export function reachedOn(milestones: readonly Dated[]): Readonly<Partial<Record<FunnelStep, CalendarDate>>> {
  const first: Partial<Record<FunnelStep, CalendarDate>> = {};
  for (const { kind, on } of milestones) {
    const step = funnelSteps.find((each) => each === kind);
    if (step !== undefined && (first[step] === undefined || on < first[step])) first[step] = on;
  }
  return first;
}

/** Days from the step before it that was reached to each step; below zero where it came first (先建后验). */
export function daysBetweenSteps(
  reached: Readonly<Partial<Record<FunnelStep, CalendarDate>>>,
): readonly { readonly step: FunnelStep; readonly days: number }[] {
  const steps = funnelSteps.flatMap((step) => (reached[step] === undefined ? [] : [{ step, on: reached[step] }]));
  return steps.flatMap(({ step, on }, index) => {
    const before = steps[index - 1];
    return before ? [{ step, days: daysBetween(before.on, on) }] : [];
  });
}

/**
 * What was promised and what has come, each indicator by the latest day on which it was told: promised are the figures of
 * 签约 and of what is agreed about the land, everything after that is actual. On one day the larger amount counts, so that the
 * order of recording does not.
 */
export function figuresOf(milestones: readonly Pick<ProjectMilestone, 'kind' | 'on' | 'figures'>[]): {
  readonly promised: Amounts;
  readonly actual: Amounts;
} {
  const promises = milestones.filter(({ kind }) => promising.has(kind));
  const measured = milestones.filter(({ kind }) => !promising.has(kind));
  return { promised: latest(promises), actual: latest(measured) };
}

const promising: ReadonlySet<ProjectMilestoneKind> = new Set(['lead', 'negotiating', 'reported', 'assigned', 'signed', 'land-secured']);

function latest(milestones: readonly Pick<ProjectMilestone, 'on' | 'figures'>[]): Amounts {
  const found = new Map<Indicator, { on: string; amount: string }>();
  for (const { on, figures } of milestones)
    for (const { indicator, amount } of figures) {
      const before = found.get(indicator);
      if (!before || on > before.on || (on === before.on && BigInt(amount) > BigInt(before.amount))) found.set(indicator, { on, amount });
    }
  return Object.fromEntries([...found].map(([indicator, { amount }]) => [indicator, amount]));
}

/** The capital of a project, promised and in place, in fen. */
export const capitalOf = (milestones: Parameters<typeof figuresOf>[0]) => {
  const { promised, actual } = figuresOf(milestones);
  return { promised: investmentOf(promised), actual: investmentOf(actual) };
};
