import { type Decider, type Decision, type Digest, type OrganisationId, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { NegotiationState } from '../negotiation/state.ts';
import type { CommentCommand } from './commands.ts';
import type { CommentEvent } from './events.ts';
import { type CommentsState, evolve, noComments } from './state.ts';

export const commentDecider: Decider<CommentCommand, CommentsState, CommentEvent> = { initial: noComments, decide, evolve };

/** In one negotiation and readership; more than that is no talk about a text. */
export const MOST_COMMENTS = 500;
export const MOST_ANSWERS = 100;

/**
 * Whether a party may speak in a negotiation at all, and on what: one that is open, on a clause of its current text. Who is no
 * party of it learns no more than who asks for one that does not exist.
 */
export function mayComment(
  { phase, parties, current }: NegotiationState,
  party: OrganisationId,
  on?: { readonly basis: Digest; readonly clause: string },
): Refusal<RefusalCode> | undefined {
  if (!current || !parties.includes(party)) return refuse('NEGOTIATION_UNKNOWN');
  if (phase !== 'open') return refuse('NEGOTIATION_ENDED', { state: phase });
  if (!on) return undefined;
  if (on.basis !== current.digest) return refuse('BASIS_OUTDATED', { basis: on.basis, current: current.digest });
  return current.content.clauses.some(({ id }) => id === on.clause) ? undefined : refuse('CLAUSE_UNKNOWN', { clause: on.clause });
}

function decide(command: CommentCommand, { threads }: CommentsState): Decision<CommentEvent> {
  const { negotiation, only } = command;
  const party = command.actor.organisation;
  const base = { negotiation, ...(only === undefined ? {} : { only }), party };
  if (command.type === 'make-comment') {
    if (threads.length >= MOST_COMMENTS) return refuse('COMMENTS_TOO_MANY', { limit: MOST_COMMENTS });
    const { basis: digest, clause, text } = command;
    return [{ type: 'CommentRaised', data: { ...base, comment: threads.length + 1, digest, clause, text } }];
  }
  const { comment } = command;
  const thread = threads.find((each) => each.comment === comment);
  if (!thread) return refuse('COMMENT_UNKNOWN', { comment });
  switch (command.type) {
    case 'answer-comment':
      if (thread.resolved) return refuse('COMMENT_RESOLVED', { comment });
      if (thread.answers.length >= MOST_ANSWERS) return refuse('COMMENTS_TOO_MANY', { limit: MOST_ANSWERS });
      return [{ type: 'CommentAnswered', data: { ...base, comment, text: command.text } }];
    case 'resolve-comment':
      // Who raised a point says that it is settled; the others answer.
      if (thread.party !== party) return refuse('COMMENT_NOT_OWN', { comment });
      if (thread.resolved) return refuse('COMMENT_RESOLVED', { comment });
      return [{ type: 'CommentResolved', data: { ...base, comment } }];
    case 'reopen-comment':
      return thread.resolved ? [{ type: 'CommentReopened', data: { ...base, comment } }] : refuse('COMMENT_NOT_RESOLVED', { comment });
  }
}
