import { type Recorded, whoActed } from '../../kernel/index.ts';
import type { FiguresEvent } from './events.ts';
import { type Act, awaited, counts, openQuestions, type Report } from './report.ts';

type Said = Exclude<FiguresEvent, { type: 'ReportingOpened' }>;

/** The reports of its kind that an event changes, by number: nearly always the one that it is about. */
export function touchedBy(event: Said): readonly number[] {
  const { number } = event.data;
  if (event.type === 'FigureRestated') return [number, event.data.supersedes];
  return event.type === 'FigureWithdrawn' && event.data.restates !== undefined ? [number, event.data.restates] : [number];
}

/** One report after an event that touches it. The same step serves the decider and the documents. */
export function reportAfter<Content>(
  report: Report<Content> | undefined,
  number: number,
  recorded: Recorded<Said>,
  contentOf: (event: Said) => Content | undefined,
): Report<Content> | undefined {
  const { event, metadata, id: eventId } = recorded;
  const act: Act = { party: event.data.party, ...whoActed(metadata.actor), at: metadata.recordedAt };
  const content = event.data.number === number ? contentOf(event) : undefined;
  if (content !== undefined && 'readers' in event.data) {
    const supersedes = event.type === 'FigureRestated' ? { number: event.data.supersedes, reason: event.data.reason } : undefined;
    return { ...fresh, ...act, number, eventId, readers: event.data.readers, content, supersedes };
  }
  return report && changed(report, number, event, act);
}

const fresh = { phase: 'reported', confirmations: [], questions: [], change: undefined, withdrawal: undefined } as const;

function changed<Content>(report: Report<Content>, number: number, event: Said, act: Act): Report<Content> {
  switch (event.type) {
    case 'FigureReported':
    case 'MilestoneReported':
      return report;
    case 'FigureRestated':
      return { ...report, phase: counts(report) ? report.phase : 'superseded', change: event.data.number };
    case 'FigureConfirmed':
    case 'MilestoneConfirmed':
      return settled({ ...report, confirmations: [...report.confirmations, act] });
    case 'FigureSuperseded':
      return { ...report, phase: 'superseded', change: event.data.by };
    case 'FigureQuestioned':
    case 'MilestoneQuestioned':
      return { ...report, phase: 'questioned', questions: [...report.questions, { ...act, reason: event.data.reason, answer: undefined }] };
    case 'FigureQuestionAnswered':
    case 'MilestoneQuestionAnswered':
      return answered(report, act, event.data.answer);
    case 'FigureWithdrawn':
    case 'MilestoneRetracted':
      if (event.data.number !== number) return { ...report, change: undefined };
      return {
        ...report,
        phase: report.phase === 'confirmed' ? 'withdrawing' : 'withdrawn',
        withdrawal: { ...act, reason: event.data.reason, confirmations: [] },
      };
    case 'FigureWithdrawalConfirmed':
    case 'MilestoneRetractionConfirmed': {
      const withdrawal = report.withdrawal && { ...report.withdrawal, confirmations: [...report.withdrawal.confirmations, act] };
      const after = { ...report, withdrawal };
      return awaited(after).length === 0 ? { ...after, phase: 'withdrawn' } : after;
    }
    case 'FigureWithdrawalDeclined':
    case 'MilestoneRetractionDeclined':
      return { ...report, phase: 'confirmed', withdrawal: undefined };
  }
}

/** A confirmation by the last one who was awaited settles it, whatever had been asked before. */
function settled<Content>(report: Report<Content>): Report<Content> {
  return awaited(report).length === 0 ? { ...report, phase: 'confirmed' } : report;
}

function answered<Content>(report: Report<Content>, { party: _, ...by }: Act, text: string): Report<Content> {
  const open = openQuestions(report);
  const questions = report.questions.map((question) => (open.includes(question) ? { ...question, answer: { text, ...by } } : question));
  return { ...report, phase: 'reported', questions };
}
