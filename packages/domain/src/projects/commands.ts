import type { CalendarDate, CommandId, MemberId, NegotiationId, OrganisationId, Person, ProjectId } from '../kernel/index.ts';
import type { Imported } from '../registration/events.ts';
import type { SourceDocument } from '../settlement/words.ts';
import type { CommitmentContent, ProjectBasics, ProjectSchedule, ProjectSides } from './events.ts';
import type { ProjectMilestone } from './milestone.ts';

interface Given {
  readonly actor: Person;
}
interface OnNumber extends Given {
  readonly number: number;
}

/** One project as it is to be opened. */
export interface NewProject {
  readonly project: ProjectId;
  readonly sides: ProjectSides;
  readonly basics: ProjectBasics;
  readonly imported?: Imported | undefined;
}

/** Commands on `project-<id>`. The party is always the actor's organisation. What a number names never changes: it is its own basis. */
export type ProjectCommand =
  | (Given & NewProject & { readonly type: 'open-project' })
  /** Carried over by a process from what was imported. */
  | (NewProject & { readonly type: 'open-imported'; readonly party: OrganisationId })
  | (Given & { readonly type: 'correct-project'; readonly basics: ProjectBasics; readonly reason: string })
  | (Given & { readonly type: 'schedule-project'; readonly schedule: ProjectSchedule })
  | (Given & { readonly type: 'report-milestone'; readonly milestone: ProjectMilestone; readonly today: CalendarDate })
  | (OnNumber & { readonly type: 'confirm-milestone' })
  | (OnNumber & { readonly type: 'question-milestone'; readonly reason: string })
  | (OnNumber & { readonly type: 'answer-question'; readonly answer: string })
  | (OnNumber & { readonly type: 'retract-milestone'; readonly reason: string })
  | (OnNumber & { readonly type: 'confirm-retraction' })
  | (OnNumber & { readonly type: 'reject-retraction'; readonly reason: string })
  /** By a process: the code is another project's. */
  | { readonly type: 'refuse-code'; readonly number: number; readonly reason: string }
  | (Given & { readonly type: 'give-commitment'; readonly commitment: CommitmentContent; readonly today: CalendarDate })
  | (OnNumber & {
      readonly type: 'verify-commitment';
      readonly kept: boolean;
      readonly on: CalendarDate;
      readonly documents: readonly SourceDocument[];
      readonly note: string;
      readonly today: CalendarDate;
    })
  | (OnNumber & { readonly type: 'withdraw-commitment'; readonly reason: string })
  | (Given & { readonly type: 'appoint-agent'; readonly agent: MemberId })
  | (Given & { readonly type: 'assign-task'; readonly title: string; readonly dueOn: CalendarDate; readonly today: CalendarDate })
  | (OnNumber & { readonly type: 'complete-task'; readonly on: CalendarDate; readonly note: string; readonly today: CalendarDate });

export interface ProjectIntakeCommand {
  readonly type: 'import-projects';
  readonly intake: CommandId;
  readonly party: OrganisationId;
  readonly projects: readonly (NewProject & { readonly imported: Imported })[];
}

/** What a process carries into `figures-<agreement>` for a project that is under it. */
export interface CarriedMilestone {
  readonly project: ProjectId;
  readonly number: number;
  readonly agreement: NegotiationId;
}
