import { isFiguresEvent } from '@lianyu/domain/events';
import type { Instant, NegotiationId, OrganisationId } from '@lianyu/domain/kernel';
import type { FiguresEvent } from '@lianyu/domain/settlement';
import type { Document, Projection } from '../projection.ts';
import type { ReportingDocument } from './schemas.ts';

interface ReportingState {
  readonly agreement: NegotiationId | undefined;
  readonly parties: readonly OrganisationId[];
  readonly readers: readonly OrganisationId[];
  readonly changes: number;
  readonly changedAt: Instant | undefined;
}

/** Words alone: what figures come to is as before. */
const words: ReadonlySet<FiguresEvent['type']> = new Set([
  'FigureQuestioned',
  'FigureQuestionAnswered',
  'MilestoneQuestioned',
  'MilestoneQuestionAnswered',
]);

/** That figures may be reported for an agreement, and that what they come to has changed: nothing of which. */
export const reporting: Projection<ReportingState> = {
  name: 'reporting',
  version: 1,
  categories: ['figures'],
  keyOf: (recorded) => (isFiguresEvent(recorded) ? recorded.event.data.agreement : undefined),
  initial: { agreement: undefined, parties: [], readers: [], changes: 0, changedAt: undefined },
  evolve(state, recorded) {
    if (!isFiguresEvent(recorded) || words.has(recorded.event.type)) return state;
    const changedAt = recorded.metadata.recordedAt;
    if (recorded.event.type !== 'ReportingOpened') return { ...state, changes: state.changes + 1, changedAt };
    const { agreement, parties, readers } = recorded.event.data;
    return { agreement, parties, readers, changes: 0, changedAt };
  },
  documents({ agreement, parties, readers, changes, changedAt }, key): readonly Document[] {
    if (agreement === undefined || changedAt === undefined) return [];
    const body: ReportingDocument = { agreement, parties: [...parties], readers: [...readers], changes, changedAt };
    return readers.map((reader): Document => {
      return { kind: 'reporting', key, audience: `organisation:${reader}`, topic: `figures/${agreement}`, sort: '', body };
    });
  },
};
