import { isProjectEvent } from '@lianyu/domain/events';
import { beijingDate, type Instant, type OrganisationId } from '@lianyu/domain/kernel';
import {
  agreementOf,
  awaitedIn,
  capitalOf,
  counted,
  derived,
  noProject,
  type ProjectState,
  projectDecider,
  projectStage,
  reachedOn,
} from '@lianyu/domain/projects';
import type { Imported } from '@lianyu/domain/registration';
import type { Document, Projection } from '../projection.ts';
import { evidence } from './evidence.ts';
import { pageFor } from './page.ts';
import type { ProjectRow, ProjectSteps } from './schemas.ts';

/** A project with what its documents need beside the rules: when it last moved, and the file that it came from. */
export interface ProjectHistory {
  readonly project: ProjectState;
  readonly movedAt: Instant | undefined;
  readonly imported: Imported | undefined;
}

/** Projects: whole for their parties, without name and figures for who looks across (AZ-2). */
export const projects: Projection<ProjectHistory> = {
  name: 'projects',
  version: 1,
  categories: ['project'],
  keyOf: (recorded) => (isProjectEvent(recorded) ? recorded.event.data.project : undefined),
  initial: { project: noProject, movedAt: undefined, imported: undefined },
  evolve(state, recorded) {
    if (!isProjectEvent(recorded)) return state;
    const imported = recorded.event.type === 'ProjectOpened' ? recorded.event.data.imported : state.imported;
    return { project: projectDecider.evolve(state.project, recorded), movedAt: recorded.metadata.recordedAt, imported };
  },
  documents: (history, key) => documentsOf(history, key),
};

function documentsOf({ project, movedAt, imported }: ProjectHistory, key: string): readonly Document[] {
  const { id, basics, sides, opened, parties } = project;
  if (!id || !basics || !sides || !opened || !movedAt) return [];
  const milestones = counted(project);
  const { stage, standing } = derived(milestones);
  const { promised, actual } = capitalOf(milestones);
  const openedOn = beijingDate(opened.at);
  const lastOn =
    milestones
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? openedOn;
  const industry = /^\d/.test(basics.industry) ? basics.industry.slice(0, 2) : basics.industry;
  const capital = {
    ...(promised === undefined ? {} : { promised: promised.toString() }),
    ...(actual === undefined ? {} : { actual: actual.toString() }),
  };
  const common = { stage, standing, kind: basics.kind, industry, ...sides };
  const shared: Omit<ProjectRow, 'search'> = { id, ...common, parties: [...parties], openedOn, lastOn };
  const steps: ProjectSteps = { ...common, reached: { ...reachedOn(milestones) }, ...capital };
  const awaited = awaitedIn(project);
  const code = milestones.find(({ kind }) => kind === 'code-assigned')?.code;
  const agreement = agreementOf(project);
  const nextDue = firstDue(project);
  const sort = `${projectStage.options.indexOf(stage).toString().padStart(2, '0')}/${movedAt}`;
  const row = (reader: OrganisationId): ProjectRow => ({
    ...shared,
    name: basics.name,
    ...(basics.company === undefined ? {} : { company: basics.company.name }),
    ...(code === undefined ? {} : { code }),
    ...(agreement === undefined ? {} : { agreement }),
    ...capital,
    waitsForUs: awaited.includes(reader),
    ...(nextDue === undefined ? {} : { nextDue }),
    search: [basics.name, basics.company?.name, basics.company?.code, code].filter(Boolean).join(' ').toLowerCase(),
  });
  return [
    { kind: 'project-row', key, audience: 'overview', topic: 'projects', sort, body: { ...shared, search: '' } },
    { kind: 'project-steps', key, audience: 'overview', topic: 'project-steps', sort: openedOn, body: steps },
    ...parties.flatMap((reader): Document[] => {
      const audience = `organisation:${reader}` as const;
      return [
        { kind: 'project-row', key, audience, topic: 'projects', sort, body: row(reader) },
        { kind: 'project-steps', key, audience, topic: 'project-steps', sort: openedOn, body: steps },
        { kind: 'project', key, audience, topic: `project/${key}`, sort: '', body: pageFor(reader, project, imported) },
      ];
    }),
    ...evidence(project),
  ];
}

function firstDue({ commitments, tasks }: ProjectState) {
  const open = [
    ...commitments.flatMap(({ verdict, withdrawn, content }) => (verdict || withdrawn ? [] : [content.dueOn])),
    ...tasks.flatMap(({ completed, dueOn }) => (completed ? [] : [dueOn])),
  ];
  return open.sort()[0];
}
