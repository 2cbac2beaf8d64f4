import type { NegotiationId, OrganisationId } from '../kernel/index.ts';
import type { FiguresCommand, MilestoneContent } from '../settlement/figures/index.ts';
import { counts, type Report } from '../settlement/figures/report.ts';
import type { ProjectEvent } from './events.ts';
import type { ProjectMilestone, ProjectMilestoneKind } from './milestone.ts';
import { agreementOf, type ProjectState } from './state.ts';

/** What in a project starts a clock of sharing, by the name that terms know it under. */
export const clockKinds: Readonly<Partial<Record<ProjectMilestoneKind, MilestoneContent['kind']>>> = {
  signed: 'signed',
  started: 'construction-start',
  completed: 'completed',
  'in-production': 'in-production',
  'full-capacity': 'full-capacity',
};

export interface Carried {
  readonly agreement: NegotiationId;
  readonly step: string;
  readonly command: Extract<FiguresCommand, { type: 'carry-milestone' | 'take-back-milestone' }>;
}

type Milestone = Report<ProjectMilestone>;

/**
 * What an event in a project does to the figures of the agreement that the project is under (CM-5): what all have confirmed
 * comes there as reported and confirmed by the same parties, what is retracted goes, with the reason; when the project comes
 * under the agreement, or leaves it, all of it does.
 */
export function carriedBy({ type, data }: ProjectEvent, before: ProjectState, after: ProjectState): readonly Carried[] {
  if (!('number' in data) || !type.startsWith('Project')) return [];
  const touched = (state: ProjectState) => state.milestones.find(({ number }) => number === data.number);
  const [was, is] = [touched(before), touched(after)];
  if (!is || (was !== undefined && counts(was)) === counts(is)) return [];
  if (is.content.kind === 'under-agreement') {
    const { agreement } = is.content;
    const all = after.milestones.filter(counts);
    if (agreement === undefined) return [];
    return counts(is)
      ? all.flatMap((each) => coming(each, agreement, after))
      : all.flatMap((each) => going(each, agreement, after, is.withdrawal?.reason ?? ''));
  }
  const agreement = agreementOf(after);
  if (agreement === undefined) return [];
  return counts(is) ? coming(is, agreement, after) : going(is, agreement, after, is.withdrawal?.reason ?? '');
}

function coming({ number, party, content, readers }: Milestone, agreement: NegotiationId, { id, basics }: ProjectState): readonly Carried[] {
  const kind = clockKinds[content.kind];
  if (kind === undefined || id === undefined) return [];
  const company = basics?.company?.code === undefined ? {} : { company: { name: basics.company.name, code: basics.company.code } };
  const milestone: MilestoneContent = {
    kind,
    on: content.on,
    documents: content.documents,
    note: content.note,
    ...company,
    project: { id, milestone: number },
  };
  return [
    { agreement, step: `carry/${agreement}/${number}`, command: { type: 'carry-milestone', party, confirmedBy: others(readers, party), milestone } },
  ];
}

function going({ number, party, content, readers }: Milestone, agreement: NegotiationId, { id }: ProjectState, reason: string): readonly Carried[] {
  if (clockKinds[content.kind] === undefined || id === undefined) return [];
  const command = { type: 'take-back-milestone' as const, party, confirmedBy: others(readers, party), project: { id, milestone: number }, reason };
  return [{ agreement, step: `take-back/${agreement}/${number}`, command }];
}

const others = (readers: readonly OrganisationId[], party: OrganisationId) => readers.filter((reader) => reader !== party);
