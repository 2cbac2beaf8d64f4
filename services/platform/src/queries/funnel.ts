import type { ProjectFunnel } from '@lianyu/contract';
import { daysBetweenSteps, funnelSteps, projectStanding } from '@lianyu/domain/projects';
import type { Documents } from '@lianyu/projections';
import type { ProjectSteps } from '@lianyu/projections/folds';
import type { Viewer } from '../access/viewer.ts';
import { everyDocument, present } from './every.ts';

/** How many projects are looked at (ER-3). */
const MOST = 20_000;
/** A sum over fewer would tell single projects to who may not know them (AZ-2). */
const SUM_FROM = 3;

interface Asked {
  readonly destination?: string | undefined;
  readonly kind?: string | undefined;
  readonly industry?: string | undefined;
  readonly year?: string | undefined;
}

/** How many of the viewer's projects reached each step, how long that took, and their capital in sum. */
export function funnelOf(readStore: Pick<Documents, 'list'>, viewer: Viewer, { year, ...asked }: Asked): ProjectFunnel {
  const { documents, more } = everyDocument(readStore, viewer, { kind: 'project-steps', where: present(asked) }, MOST);
  const all = documents.map(({ body }) => body as ProjectSteps).filter(({ reached }) => year === undefined || reached['signed']?.startsWith(year));
  const days = new Map<string, number[]>();
  for (const { reached } of all)
    for (const { step, days: taken } of daysBetweenSteps(reached)) {
      const known = days.get(step);
      if (known) known.push(taken);
      else days.set(step, [taken]);
    }
  const telling = all.filter(({ promised, actual }) => promised !== undefined || actual !== undefined);
  const parties = viewer.audiences.includes(`organisation:${viewer.organisation}`) && !viewer.audiences.includes('overview');
  const sum = (of: 'promised' | 'actual') => telling.reduce((total, each) => total + BigInt(each[of] ?? '0'), 0n).toString();
  return {
    steps: funnelSteps.map((step) => {
      const taken = (days.get(step) ?? []).sort((one, other) => one - other);
      const count = all.filter(({ reached }) => reached[step] !== undefined).length;
      if (taken.length === 0) return { step, count };
      return { step, count, days: { projects: taken.length, median: taken[taken.length >> 1] ?? 0, longest: taken.at(-1) ?? 0 } };
    }),
    projects: all.length,
    standing: Object.fromEntries(projectStanding.options.map((each) => [each, all.filter(({ standing }) => standing === each).length])) as Record<
      (typeof projectStanding.options)[number],
      number
    >,
    ...(telling.length >= SUM_FROM || (parties && telling.length > 0)
      ? { capital: { projects: telling.length, promised: sum('promised'), actual: sum('actual') } }
      : {}),
    more,
  };
}
