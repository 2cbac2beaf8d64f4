import { type AgreementContent, agreementContent, fileName } from '@lianyu/domain/agreements';
import { sharingTerm } from '@lianyu/domain/sharing';
import { termFrom } from '../../sharing/editor/term-shape.ts';
import { contentFrom, type LegalName } from './content.ts';
import { type Draft, type DraftClause, type DraftParty, partiesOf } from './model.ts';

interface Placeholders {
  readonly party: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly sharing: string;
}

/**
 * The draft as it would read so far: what is not written yet is said to be so, a sharing term that is not complete likewise.
 * Only for the eye: never sent.
 */
export function previewOf(draft: Draft, legalName: LegalName, words: Placeholders): AgreementContent | undefined {
  const named = draft.parties.map((party, index) =>
    (party.name ?? legalName(party.organisation)) ? party : { ...party, organisation: `unchosen-${index + 1}`, name: { zh: words.party, en: '' } },
  );
  const filled: Draft = {
    ...draft,
    title: written(draft.title, words.title),
    parties: named,
    clauses: draft.clauses.map((clause) => readable(clause, named, words)),
    effect: isComplete(draft.effect) ? draft.effect : { kind: 'on-conclusion', date: '' },
    ...(draft.exit ? { exit: { cureDays: days(draft.exit.cureDays), noticeDays: days(draft.exit.noticeDays) } } : {}),
    attachments: (draft.attachments ?? []).filter(({ name }) => fileName.safeParse(name).success),
    until: /^\d{4}-\d\d-\d\d$/.test(draft.until) ? draft.until : '',
  };
  return agreementContent.safeParse(contentFrom(filled, legalName)).data;
}

/** What is no number of days yet is left out of the eye's view. */
const days = (typed: string) => (/^[1-9]\d{0,2}$/.test(typed.trim()) && Number(typed) <= 365 ? typed : '');

function isComplete({ kind, date, condition }: Draft['effect']): boolean {
  return kind === 'on-condition' ? condition !== undefined && condition.zh.trim() !== '' : /^\d{4}-\d\d-\d\d$/.test(date);
}

function readable({ id, heading, text, sharing }: DraftClause, parties: readonly DraftParty[], words: Placeholders): DraftClause {
  const titled = { id, heading: written(heading, words.heading) };
  if (!sharing) return { ...titled, text: written(text, words.text) };
  if (sharingTerm.safeParse(termFrom(sharing, partiesOf(parties))).success) return { ...titled, text, sharing };
  return { ...titled, text: { zh: words.sharing, en: '' } };
}

const written = (text: { zh: string; en: string }, otherwise: string) => (text.zh.trim() === '' ? { ...text, zh: otherwise } : text);
