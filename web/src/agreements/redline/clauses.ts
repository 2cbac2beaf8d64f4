import { type AgreementContent, type RenderedClause, renderBlocks } from '@lianyu/domain/agreements';
import { movedAmong } from './order.ts';
import { compareParagraphs } from './paragraphs.ts';
import { isSame, type Part, redline, whole } from './parts.ts';
import { compareTerms, type TermChange } from './terms.ts';

/** How a clause came from the one before: compared clause by clause, found again by its id. */
export interface ComparedClause {
  readonly change: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  /** The number that the clause had, where it has moved among those that stayed; counted from one. */
  readonly movedFrom: number | undefined;
  readonly clause: RenderedClause;
  readonly heading: readonly Part[];
  readonly paragraphs: readonly (readonly Part[])[];
  /** Field by field, what changed in terms of sharing. */
  readonly terms: readonly TermChange[];
}

/** The clauses of `after` in their order, with the removed ones of `before` behind the clause that they followed. */
export function compareClauses(before: AgreementContent, after: AgreementContent): readonly ComparedClause[] {
  const old = renderBlocks(before);
  const fresh = renderBlocks(after);
  const order = old.map(({ clauseId }) => clauseId);
  const moved = movedAmong(fresh.map(({ clauseId }) => order.indexOf(clauseId)).filter((place) => place >= 0));
  const compared: ComparedClause[] = fresh.map((clause) => {
    const place = order.indexOf(clause.clauseId);
    const earlier = old[place];
    if (!earlier) return entire(clause, 'added');
    const id = clause.clauseId;
    return compareTwo(earlier, clause, moved.has(place) ? place + 1 : undefined, compareTerms(termIn(before, id), termIn(after, id)));
  });
  for (const [index, clause] of old.entries()) {
    if (fresh.some(({ clauseId }) => clauseId === clause.clauseId)) continue;
    const predecessor = order[index - 1];
    const behind = predecessor === undefined ? -1 : compared.findIndex(({ clause: each }) => each.clauseId === predecessor);
    compared.splice(behind + 1, 0, entire(clause, 'removed'));
  }
  return compared;
}

/** A clause as it stands, compared with nothing. */
export function unchanged(clause: RenderedClause): ComparedClause {
  return entire(clause, 'same');
}

/** 第九条 利益共享 → 利益共享; the number is the place of a clause, not its content. */
export function bareHeading(heading: string): string {
  return heading.slice(heading.indexOf(' ') + 1);
}

function compareTwo(earlier: RenderedClause, clause: RenderedClause, movedFrom: number | undefined, terms: readonly TermChange[]): ComparedClause {
  const heading = redline(bareHeading(earlier.headingZh), bareHeading(clause.headingZh));
  const paragraphs = compareParagraphs(earlier.paragraphsZh, clause.paragraphsZh);
  const same = isSame(heading) && paragraphs.every(isSame) && terms.length === 0;
  return { change: same ? (movedFrom === undefined ? 'same' : 'moved') : 'changed', movedFrom, clause, heading, paragraphs, terms };
}

function entire(clause: RenderedClause, change: 'same' | 'added' | 'removed'): ComparedClause {
  const paragraphs = clause.paragraphsZh.map((text) => whole(text, change));
  return { change, movedFrom: undefined, clause, heading: whole(bareHeading(clause.headingZh), change), paragraphs, terms: [] };
}

/** Terms of the first form are compared field by field, others by their words. */
function termIn(content: AgreementContent, id: string) {
  const body = content.clauses.find((clause) => clause.id === id)?.body;
  return body?.kind === 'sharing' && body.term.node === 'share' ? body.term : undefined;
}
