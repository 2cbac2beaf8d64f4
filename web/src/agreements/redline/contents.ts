import { type AgreementContent, attachmentsZh, headZh, renderBlocks, tailZh } from '@lianyu/domain/agreements';
import { type ComparedClause, compareClauses, unchanged } from './clauses.ts';
import { compareParagraphs } from './paragraphs.ts';
import { isSame, type Part, redline, whole } from './parts.ts';

/** A whole agreement as it is read, with what changed marked where there is an earlier one to compare it with. */
export interface ComparedContent {
  readonly title: readonly Part[];
  /** The parties and the mode, a line each. */
  readonly head: readonly (readonly Part[])[];
  readonly clauses: readonly ComparedClause[];
  /** Force and term. */
  readonly tail: readonly Part[];
  /** The list of attachments, a line each; empty where there are none. */
  readonly attachments: readonly (readonly Part[])[];
}

export function compareContents(before: AgreementContent | undefined, after: AgreementContent): ComparedContent {
  const lines = headZh(after).split('\n');
  if (!before) {
    const same = (text: string) => whole(text, 'same');
    return {
      title: same(after.title.zh),
      head: lines.map(same),
      clauses: renderBlocks(after).map(unchanged),
      tail: same(tailZh(after)),
      attachments: attachmentsZh(after).map(same),
    };
  }
  return {
    title: redline(before.title.zh, after.title.zh),
    head: compareParagraphs(headZh(before).split('\n'), lines),
    clauses: compareClauses(before, after),
    tail: redline(tailZh(before), tailZh(after)),
    attachments: compareParagraphs(attachmentsZh(before), attachmentsZh(after)),
  };
}

/** How many places changed: clauses, and title, head, tail and attachments as one each. */
export function countChanges({ title, head, clauses, tail, attachments }: ComparedContent): number {
  const around = [isSame(title), head.every(isSame), isSame(tail), attachments.every(isSame)].filter((same) => !same).length;
  return around + clauses.filter(({ change }) => change !== 'same').length;
}
