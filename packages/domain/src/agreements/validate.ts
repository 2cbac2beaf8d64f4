import { contradictionInTerm, type TermProblem } from '../sharing/validate/index.ts';
import { attachmentLimits } from './attachment.ts';
import type { AgreementContent } from './content.ts';

/** What a schema cannot see. `path` is that of the field, `problem` a stable word that the user interface translates. */
export interface Contradiction {
  readonly path: string;
  readonly problem: ContentProblem;
}
export type ContentProblem =
  | TermProblem
  | 'clause-twice'
  | 'ends-before-effect'
  | 'change-on-condition'
  | 'termination-with-terms'
  | 'attachment-twice'
  | 'attachments-too-large'
  | 'too-many-optional';

/** The first contradiction in the content, in reading order; undefined when it says nothing against itself. */
export function contradictionIn(content: AgreementContent): Contradiction | undefined {
  const { effect, until, purpose, attachments = [] } = content;
  const parties = content.parties.map(({ organisation }) => organisation);
  const party = firstRepeated(parties);
  if (party >= 0) return { path: `parties.${party}`, problem: 'party-twice' };
  if (content.parties.filter(({ optional }) => !optional).length < 2) return { path: 'parties', problem: 'too-many-optional' };
  const clause = firstRepeated(content.clauses.map(({ id }) => id));
  if (clause >= 0) return { path: `clauses.${clause}.id`, problem: 'clause-twice' };
  for (const [index, { body }] of content.clauses.entries()) {
    const found = body.kind === 'sharing' ? contradictionInTerm(body.term, parties, content.until) : undefined;
    if (found) return { path: `clauses.${index}.body.term.${found.path}`, problem: found.problem };
  }
  const attached = firstRepeated(attachments.map(({ digest }) => digest));
  if (attached >= 0) return { path: `attachments.${attached}`, problem: 'attachment-twice' };
  const bytes = attachments.reduce((sum, each) => sum + each.bytes, 0);
  if (bytes > attachmentLimits.bytesInAll) return { path: 'attachments', problem: 'attachments-too-large' };
  if (purpose && effect.kind === 'on-condition') return { path: 'effect.kind', problem: 'change-on-condition' };
  // What is ended has no term of its own to run, and shares nothing new.
  if (purpose?.kind === 'termination') {
    if (until !== undefined) return { path: 'until', problem: 'termination-with-terms' };
    const sharing = content.clauses.findIndex(({ body }) => body.kind === 'sharing');
    if (sharing >= 0) return { path: `clauses.${sharing}`, problem: 'termination-with-terms' };
  }
  if (effect.kind === 'on-date' && until !== undefined && until < effect.date) return { path: 'until', problem: 'ends-before-effect' };
  return undefined;
}

const firstRepeated = (values: readonly string[]) => values.findIndex((value, index) => values.indexOf(value) !== index);
