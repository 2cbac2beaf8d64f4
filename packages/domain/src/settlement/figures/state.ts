import {
  appended,
  emptyNumbered,
  type MemberId,
  type NegotiationId,
  type Numbered,
  numbered,
  type OrganisationId,
  type Recorded,
  replaced,
} from '../../kernel/index.ts';
import type { FigureContent, FiguresEvent, MilestoneContent } from './events.ts';
import { reportAfter, touchedBy } from './evolve-report.ts';
import type { Report } from './report.ts';

/** What the parties of one agreement have reported to each other. */
export interface FiguresState {
  readonly agreement: NegotiationId | undefined;
  readonly parties: readonly OrganisationId[];
  /** The parties that read single figures and confirm them; the others are told sums. */
  readonly readers: readonly OrganisationId[];
  readonly figures: Numbered<Report<FigureContent>>;
  readonly milestones: Numbered<Report<MilestoneContent>>;
  /** For whom each person has acted here: one person acts for one party (AZ-3). */
  readonly sides: ReadonlyMap<MemberId, OrganisationId>;
}

export const noFigures: FiguresState = {
  agreement: undefined,
  parties: [],
  readers: [],
  figures: emptyNumbered,
  milestones: emptyNumbered,
  sides: new Map(),
};

type Said = Exclude<FiguresEvent, { type: 'ReportingOpened' }>;

export function evolve(state: FiguresState, recorded: Recorded<FiguresEvent>): FiguresState {
  const { event, metadata } = recorded;
  if (event.type === 'ReportingOpened') {
    const { agreement, parties, readers } = event.data;
    return { ...state, agreement, parties, readers };
  }
  const { actor } = metadata;
  const known = actor.kind !== 'person' || state.sides.has(actor.member);
  const sides = known ? state.sides : new Map(state.sides).set(actor.member, event.data.party);
  // `isOf` has been answered above: what is left says something about one report.
  const said = recorded as Recorded<Said>;
  return event.type.startsWith('Figure')
    ? { ...state, sides, figures: listAfter(state.figures, said, figureIn) }
    : { ...state, sides, milestones: listAfter(state.milestones, said, milestoneIn) };
}

/** The figure or milestone that an event reports. */
export const figureIn = (event: FiguresEvent) => ('figure' in event.data ? event.data.figure : undefined);
export const milestoneIn = (event: FiguresEvent) => ('milestone' in event.data ? event.data.milestone : undefined);

function listAfter<Content>(
  list: Numbered<Report<Content>>,
  recorded: Recorded<Said>,
  contentOf: (event: Said) => Content | undefined,
): Numbered<Report<Content>> {
  return touchedBy(recorded.event).reduce((before, number) => {
    const report = reportAfter(numbered(before, number), number, recorded, contentOf);
    if (!report) return before;
    return number > before.size ? appended(before, report) : replaced(before, number, report);
  }, list);
}
