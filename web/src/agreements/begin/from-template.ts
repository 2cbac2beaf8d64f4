import type { CooperationMode } from '@lianyu/domain/agreements';
import type { Draft, DraftClause, DraftParty } from '../draft/model.ts';
import type { AgreementTemplates } from './use-agreement-templates.ts';

export interface Chosen {
  readonly title: string;
  readonly mode: CooperationMode;
  readonly parties: readonly DraftParty[];
  /** Ids of the clause library. */
  readonly clauses: readonly string[];
  readonly attachments: readonly string[];
}

/** The draft that the steps lead to; every word of it is there to be changed. */
export function draftFromTemplate(templates: AgreementTemplates, { title, mode, parties, clauses, attachments }: Chosen): Draft {
  const text = attachments.length === 0 ? [] : [clauseOf('attachments', '附件', templates.attachmentsText(attachments))];
  return {
    title: { zh: title.trim(), en: '' },
    mode,
    parties: [...parties],
    clauses: [...clauses.flatMap((id) => libraryClause(templates, id)), ...text],
    effect: { kind: 'on-conclusion', date: '' },
    until: '',
  };
}

/** A clause of the library as it begins in a draft; under another id where the draft has one of that id already. */
export function libraryClause({ clauseLibrary }: AgreementTemplates, id: string, taken: readonly string[] = []): readonly DraftClause[] {
  const found = clauseLibrary.find((each) => each.id === id);
  if (!found) return [];
  const free = taken.includes(id) ? `${id}-${crypto.randomUUID().slice(0, 6)}` : id;
  const clause = clauseOf(free, found.heading.zh, found.text);
  return [found.text === '' ? { ...clause, sharing: {} } : clause];
}

const clauseOf = (id: string, zh: string, text: string): DraftClause => ({ id, heading: { zh, en: '' }, text: { zh: text, en: '' } });

/** What an agreement of this mode must speak of and the draft does not yet; and the papers that it neither attaches nor names. */
export function missingIn(templates: AgreementTemplates, { mode, clauses, attachments = [] }: Pick<Draft, 'mode' | 'clauses' | 'attachments'>) {
  const template = templates.agreementTemplates.find((each) => each.mode === mode);
  if (!template) return { subjects: [], attachments: [] };
  const spoken = new Set(clauses.map((clause) => templates.subjectOf(clause)));
  const words = clauses.map(({ text }) => text.zh).join('\n');
  return {
    subjects: templates.neededSubjects(template).filter(({ id }) => !spoken.has(id)),
    attachments: templates.attachments.filter(
      ({ id, name }) => template.attachments.includes(id) && !words.includes(name.zh) && !attachments.some(({ kind }) => kind === id),
    ),
  };
}

/** Kinds of papers that the mode asks for and that no file is attached for yet. */
export function attachmentsWanted(
  { agreementTemplates, attachments: all }: AgreementTemplates,
  { mode, attachments = [] }: Pick<Draft, 'mode' | 'attachments'>,
) {
  const asked = agreementTemplates.find((each) => each.mode === mode)?.attachments ?? [];
  return all.map(({ id }) => id).filter((id) => asked.includes(id) && !attachments.some(({ kind }) => kind === id));
}
