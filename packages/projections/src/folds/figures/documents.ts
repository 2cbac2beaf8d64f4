import { beijingDate, type NegotiationId, type OrganisationId } from '@lianyu/domain/kernel';
import {
  type Act,
  awaited,
  type FigureContent,
  type MilestoneContent,
  openQuestions,
  type Report,
  type SourceDocument,
} from '@lianyu/domain/settlement';
import { unitOf } from '@lianyu/domain/sharing';
import type { Document } from '../projection.ts';
import { fileReferences } from './files.ts';
import type { FigureDocument, MilestoneDocument } from './schemas.ts';

/** A figure for each of its readers. */
export function figureDocuments(report: Report<FigureContent>, agreement: NegotiationId): readonly Document[] {
  const { content, supersedes } = report;
  const { period, measure, company, document } = content;
  const own = { ...content, unit: unitOf(measure), year: period.to.slice(0, 4), ...(supersedes === undefined ? {} : { supersedes }) };
  const search = [company?.name, company?.code, measure, document.name, content.note, period.from, period.to];
  return documentsOf('figure', report, agreement, [document], (common): FigureDocument => ({ ...common, ...own, search: searchText(search) }));
}

export function milestoneDocuments(report: Report<MilestoneContent>, agreement: NegotiationId): readonly Document[] {
  const { content } = report;
  const search = [content.company?.name, content.company?.code, content.kind, content.note, content.on, ...content.documents.map(({ name }) => name)];
  return documentsOf(
    'milestone',
    report,
    agreement,
    content.documents,
    (common): MilestoneDocument => ({
      ...common,
      ...content,
      search: searchText(search),
    }),
  );
}

function documentsOf(
  kind: 'figure' | 'milestone',
  report: Report<unknown>,
  agreement: NegotiationId,
  sources: readonly SourceDocument[],
  bodyOf: (common: ReturnType<typeof commonFor>) => unknown,
): readonly Document[] {
  const key = `${agreement}/${report.number.toString().padStart(6, '0')}`;
  const audiences = report.readers.map((reader) => `organisation:${reader}` as const);
  return [
    ...report.readers.map((reader): Document => {
      const topic = `figures/${agreement}`;
      const sort = `${report.at}/${report.number.toString().padStart(6, '0')}`;
      return { kind, key, audience: `organisation:${reader}`, topic, sort, body: bodyOf(commonFor(reader, report, agreement)) };
    }),
    ...fileReferences(sources, `${kind}/${key}`, audiences, { owner: report.party, on: beijingDate(report.at) }),
  ];
}

/** As one reader has it: who acted is told of the own organisation alone (LV-5). */
function commonFor(reader: OrganisationId, report: Report<unknown>, agreement: NegotiationId) {
  const { number, eventId, party, phase, questions, change, withdrawal } = report;
  const acts = (list: readonly Act[]) => list.map((act) => actFor(reader, act));
  const awaits = openQuestions(report).length > 0 && phase === 'questioned' ? [party] : [...awaited(report)];
  return {
    agreement,
    number,
    eventId,
    ...actFor(reader, report),
    phase,
    confirmations: acts(report.confirmations),
    questions: questions.map((question) => ({
      ...actFor(reader, question),
      reason: question.reason,
      ...(question.answer === undefined
        ? {}
        : { answer: { text: question.answer.text, at: question.answer.at, ...memberFor(reader, party, question.answer) } }),
    })),
    ...(change === undefined ? {} : { change }),
    ...(withdrawal === undefined
      ? {}
      : { withdrawal: { ...actFor(reader, withdrawal), reason: withdrawal.reason, confirmations: acts(withdrawal.confirmations) } }),
    awaits,
    waitsForUs: awaits.includes(reader),
    ours: party === reader,
  };
}

function actFor(reader: OrganisationId, act: Act) {
  return { party: act.party, at: act.at, ...memberFor(reader, act.party, act) };
}

function memberFor(reader: OrganisationId, party: OrganisationId, { member, onBehalfOf }: Pick<Act, 'member' | 'onBehalfOf'>) {
  if (member === undefined || reader !== party) return {};
  return { member, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

const searchText = (words: readonly (string | undefined)[]) => words.filter(Boolean).join(' ').toLowerCase();
