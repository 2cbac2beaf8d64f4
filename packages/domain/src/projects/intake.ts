import { type Decider, refuse } from '../kernel/index.ts';
import type { ProjectCommand, ProjectIntakeCommand } from './commands.ts';
import { openingRefused } from './decide.ts';
import type { ProjectIntakeEvent } from './events.ts';

/** An import is one command; a longer file is divided by whoever brings it. */
export const PROJECT_ROWS = 500;

/** All rows of one import in one append: there is no half of it. */
export const projectIntakeDecider: Decider<ProjectIntakeCommand, { readonly projects: number }, ProjectIntakeEvent> = {
  initial: { projects: 0 },
  decide({ intake, party, projects }, state) {
    if (state.projects > 0) return refuse('INTAKE_EXISTS', { intake });
    if (projects.length > PROJECT_ROWS) return refuse('INTAKE_TOO_LARGE', { limit: PROJECT_ROWS });
    for (const each of projects) {
      const refusal = openingRefused(each, party);
      if (refusal) return refusal;
    }
    return projects.map(({ project, sides, basics, imported }) => ({
      type: 'ProjectImported',
      data: { intake, project, party, sides, basics, imported },
    }));
  },
  evolve: ({ projects }) => ({ projects: projects + 1 }),
};

/** What an imported row becomes. */
export function fromProjectIntake({ data }: ProjectIntakeEvent): Extract<ProjectCommand, { type: 'open-imported' }> {
  const { intake: _, ...project } = data;
  return { type: 'open-imported', ...project };
}
