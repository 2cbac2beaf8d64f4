import { type AgreementContent, type RenderedClause, renderBlocks } from '@lianyu/domain/agreements';
import { type Part, redline } from './segments.ts';

/** How a clause came from the one before: compared clause by clause, found again by its id. */
export interface ComparedClause {
  readonly change: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  readonly clause: RenderedClause;
  readonly heading: readonly Part[];
  readonly paragraphs: readonly (readonly Part[])[];
}

/** The clauses of `after` in their order, with the removed ones of `before` behind the clause that they followed. */
export function compareClauses(before: AgreementContent, after: AgreementContent): readonly ComparedClause[] {
  const old = renderBlocks(before);
  const fresh = renderBlocks(after);
  const order = old.map(({ clauseId }) => clauseId);
  let furthest = -1;
  const compared: ComparedClause[] = fresh.map((clause) => {
    const place = order.indexOf(clause.clauseId);
    const earlier = old[place];
    if (!earlier) return whole(clause, 'added');
    const moved = place < furthest;
    furthest = Math.max(furthest, place);
    return compareTwo(earlier, clause, moved);
  });
  for (const [index, clause] of old.entries()) {
    if (fresh.some(({ clauseId }) => clauseId === clause.clauseId)) continue;
    const before = order[index - 1];
    const behind = before === undefined ? -1 : compared.findIndex(({ clause: each }) => each.clauseId === before);
    compared.splice(behind + 1, 0, whole(clause, 'removed'));
  }
  return compared;
}

function compareTwo(earlier: RenderedClause, clause: RenderedClause, moved: boolean): ComparedClause {
  // The number of a clause is its place, not its content.
  const heading = redline(bare(earlier.headingZh), bare(clause.headingZh));
  const count = Math.max(earlier.paragraphsZh.length, clause.paragraphsZh.length);
  const paragraphs = Array.from({ length: count }, (_, index) => redline(earlier.paragraphsZh[index] ?? '', clause.paragraphsZh[index] ?? ''));
  const same = [heading, ...paragraphs].every((parts) => parts.every(({ kind }) => kind === 'same'));
  return { change: same ? (moved ? 'moved' : 'same') : 'changed', clause, heading, paragraphs };
}

function whole(clause: RenderedClause, change: 'added' | 'removed'): ComparedClause {
  const part = (text: string): Part[] => [{ kind: change, text }];
  return { change, clause, heading: part(bare(clause.headingZh)), paragraphs: clause.paragraphsZh.map(part) };
}

/** 第九条 利益共享 → 利益共享 */
function bare(heading: string): string {
  return heading.slice(heading.indexOf(' ') + 1);
}
