import type { CalendarDate, NegotiationId, OrganisationId, Person } from '../../kernel/index.ts';
import type { FigureContent, MilestoneContent } from './events.ts';

/** Figures and milestones are said the same things to. */
export type ReportKind = 'figure' | 'milestone';

/** One figure to be reported; with `supersedes` it restates the one with that number, for a reason. */
export interface NewFigure {
  readonly figure: FigureContent;
  readonly restates?: { readonly supersedes: number; readonly reason: string } | undefined;
}

interface Given {
  readonly actor: Person;
}

/** Commands on `figures-<agreement>`. The party is always the actor's organisation. What a number names never changes, so it is its own basis. */
export type FiguresCommand =
  /** Carried over by a process. */
  | {
      readonly type: 'open-reporting';
      readonly agreement: NegotiationId;
      readonly parties: readonly OrganisationId[];
      readonly readers: readonly OrganisationId[];
    }
  /** Carried over by a process from a project of the parties, or taken back with it: confirmed there, and so here, by the same. */
  | {
      readonly type: 'carry-milestone';
      readonly party: OrganisationId;
      readonly confirmedBy: readonly OrganisationId[];
      readonly milestone: MilestoneContent;
    }
  | {
      readonly type: 'take-back-milestone';
      readonly party: OrganisationId;
      readonly confirmedBy: readonly OrganisationId[];
      readonly project: NonNullable<MilestoneContent['project']>;
      readonly reason: string;
    }
  /** All of them or none: an import is one command. */
  | (Given & { readonly type: 'report-figures'; readonly today: CalendarDate; readonly figures: readonly NewFigure[] })
  | (Given & { readonly type: 'report-milestone'; readonly today: CalendarDate; readonly milestone: MilestoneContent })
  | (Given & { readonly type: 'confirm-reports'; readonly figures: readonly number[]; readonly milestones: readonly number[] })
  | (Given & { readonly type: 'question-report'; readonly kind: ReportKind; readonly number: number; readonly reason: string })
  | (Given & { readonly type: 'answer-question'; readonly kind: ReportKind; readonly number: number; readonly answer: string })
  | (Given & { readonly type: 'withdraw-report'; readonly kind: ReportKind; readonly number: number; readonly reason: string })
  | (Given & { readonly type: 'confirm-withdrawal'; readonly kind: ReportKind; readonly number: number })
  | (Given & { readonly type: 'decline-withdrawal'; readonly kind: ReportKind; readonly number: number; readonly reason: string });
