import { type AnyEvent, isFiguresEvent } from '@lianyu/domain/events';
import type { NegotiationId, Recorded } from '@lianyu/domain/kernel';
import {
  type FigureContent,
  type FiguresEvent,
  figureIn,
  type MilestoneContent,
  milestoneIn,
  type Report,
  reportAfter,
  touchedBy,
} from '@lianyu/domain/settlement';
import type { Projection } from '../projection.ts';
import { figureDocuments, milestoneDocuments } from './documents.ts';

/** One figure or milestone with all that was said to it. */
export type ReportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'figure'; readonly agreement: NegotiationId; readonly report: Report<FigureContent> }
  | { readonly kind: 'milestone'; readonly agreement: NegotiationId; readonly report: Report<MilestoneContent> };

type Said = Exclude<FiguresEvent, { type: 'ReportingOpened' }>;

/** Each for itself: an agreement may have thousands of figures, and what is said to one of them touches that one alone. */
export const reports: Projection<ReportState> = {
  name: 'reports',
  version: 2,
  categories: ['figures'],
  keyOf: (recorded) => (isSaid(recorded) ? keyFor(recorded.event, recorded.event.data.number) : undefined),
  alsoKeysOf: (recorded) =>
    isSaid(recorded)
      ? touchedBy(recorded.event)
          .slice(1)
          .map((number) => keyFor(recorded.event, number))
      : [],
  initial: { kind: 'none' },
  evolve(state, recorded) {
    if (!isSaid(recorded)) return state;
    const { agreement } = recorded.event.data;
    const number = state.kind === 'none' ? recorded.event.data.number : state.report.number;
    if (kindOf(recorded.event) === 'figure') {
      const report = reportAfter(state.kind === 'figure' ? state.report : undefined, number, recorded, figureIn);
      return report ? { kind: 'figure', agreement, report } : state;
    }
    const report = reportAfter(state.kind === 'milestone' ? state.report : undefined, number, recorded, milestoneIn);
    return report ? { kind: 'milestone', agreement, report } : state;
  },
  documents(state) {
    if (state.kind === 'none') return [];
    return state.kind === 'figure' ? figureDocuments(state.report, state.agreement) : milestoneDocuments(state.report, state.agreement);
  },
};

function isSaid(recorded: Recorded<AnyEvent>): recorded is Recorded<Said> {
  return isFiguresEvent(recorded) && recorded.event.type !== 'ReportingOpened';
}

const kindOf = ({ type }: Said) => (type.startsWith('Figure') ? 'figure' : 'milestone');
const keyFor = (event: Said, number: number) => `${event.data.agreement}/${kindOf(event)}/${number}`;
