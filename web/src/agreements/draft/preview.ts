import { type AgreementContent, agreementContent } from '@lianyu/domain/agreements';
import { sharingTerm } from '@lianyu/domain/sharing';
import { contentFrom, type LegalName, termFrom } from './content.ts';
import type { Draft, DraftClause, DraftParty } from './model.ts';

interface Placeholders {
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly sharing: string;
}

/**
 * The draft as it would read so far: what is not written yet is said to be so, a sharing term that is not complete likewise.
 * Only for the eye. Undefined while there are not two parties.
 */
export function previewOf(draft: Draft, legalName: LegalName, words: Placeholders): AgreementContent | undefined {
  const chosen = draft.parties.filter((party) => party.name ?? legalName(party.organisation));
  const filled: Draft = {
    ...draft,
    title: written(draft.title, words.title),
    parties: chosen,
    clauses: draft.clauses.map((clause) => readable(clause, chosen, words)),
    effect: /^\d{4}-\d\d-\d\d$/.test(draft.effect.date) ? draft.effect : { kind: 'on-conclusion', date: '' },
    until: /^\d{4}-\d\d-\d\d$/.test(draft.until) ? draft.until : '',
  };
  return agreementContent.safeParse(contentFrom(filled, legalName)).data;
}

function readable({ id, heading, text, sharing }: DraftClause, parties: readonly DraftParty[], words: Placeholders): DraftClause {
  const titled = { id, heading: written(heading, words.heading) };
  if (!sharing) return { ...titled, text: written(text, words.text) };
  if (sharingTerm.safeParse(termFrom(sharing, parties)).success) return { ...titled, text, sharing };
  return { ...titled, text: { zh: words.sharing, en: '' } };
}

const written = (text: { zh: string; en: string }, otherwise: string) => (text.zh.trim() === '' ? { ...text, zh: otherwise } : text);
