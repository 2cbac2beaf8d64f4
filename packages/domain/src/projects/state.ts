import type { CalendarDate, MemberId, NegotiationId, OrganisationId, ProjectId, Recorded } from '../kernel/index.ts';
import { type Act, awaited, counts, type Report, stands } from '../settlement/figures/report.ts';
import type { CommitmentContent, ProjectBasics, ProjectEvent, ProjectSchedule, ProjectSides } from './events.ts';
import { evolve as after } from './evolve.ts';
import type { ProjectMilestone } from './milestone.ts';

export interface Commitment extends Act {
  readonly number: number;
  readonly content: CommitmentContent;
  readonly verdict: (Act & { readonly kept: boolean; readonly on: CalendarDate; readonly note: string }) | undefined;
  readonly withdrawn: (Act & { readonly reason: string }) | undefined;
}

export interface AgencyTask extends Act {
  readonly number: number;
  readonly title: string;
  readonly dueOn: CalendarDate;
  readonly completed: { readonly on: CalendarDate; readonly note: string } | undefined;
}

/** 更正 of what the project is, newest last. */
export interface Correction extends Act {
  readonly reason: string;
  readonly before: ProjectBasics;
}

/** One project as its parties have told it to each other. */
export interface ProjectState {
  readonly id: ProjectId | undefined;
  readonly basics: ProjectBasics | undefined;
  /** As they are now: 流转 moves the destination. */
  readonly sides: ProjectSides | undefined;
  /** The destination with which it was opened, once it has been handed on. */
  readonly openedAt: OrganisationId | undefined;
  /** Everybody who reads it: both sides, and the zones that it was or is to be handed to. */
  readonly parties: readonly OrganisationId[];
  readonly opened: Act | undefined;
  readonly corrections: readonly Correction[];
  /** As it was first planned, and as it is planned now. */
  readonly schedules: readonly (Act & { readonly schedule: ProjectSchedule })[];
  readonly milestones: readonly Report<ProjectMilestone>[];
  readonly commitments: readonly Commitment[];
  readonly agent: (Act & { readonly agent: MemberId }) | undefined;
  readonly tasks: readonly AgencyTask[];
  /** For whom each person has acted here. */
  readonly sideOf: ReadonlyMap<MemberId, OrganisationId>;
}

export const noProject: ProjectState = {
  id: undefined,
  basics: undefined,
  sides: undefined,
  openedAt: undefined,
  parties: [],
  opened: undefined,
  corrections: [],
  schedules: [],
  milestones: [],
  commitments: [],
  agent: undefined,
  tasks: [],
  sideOf: new Map(),
};

export const evolve = (state: ProjectState, recorded: Recorded<ProjectEvent>): ProjectState => after(state, recorded);

/** What all parties have confirmed and nobody has taken back with their consent: stage, figures and clocks follow from it. */
export const counted = ({ milestones }: Pick<ProjectState, 'milestones'>): readonly ProjectMilestone[] =>
  milestones.filter(counts).map(({ content }) => content);

/** The agreement that the project is under, once both have confirmed it. */
export const agreementOf = (state: Pick<ProjectState, 'milestones'>): NegotiationId | undefined =>
  counted(state).find(({ kind }) => kind === 'under-agreement')?.agreement;

/** The other parties that have yet to confirm a report or its retraction. */
export const awaitedIn = ({ milestones }: Pick<ProjectState, 'milestones'>): readonly OrganisationId[] => [
  ...new Set(milestones.filter(stands).flatMap((report) => [...awaited(report), ...(report.phase === 'questioned' ? [report.party] : [])])),
];
