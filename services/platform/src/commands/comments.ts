import type { CommandData } from '@lianyu/contract';
import { type CommentCommand, type CommentEvent, type CommentsState, commentDecider, mayComment } from '@lianyu/domain/comments';
import { isCommentEvent } from '@lianyu/domain/events';
import { type Digest, type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import type { Role } from '@lianyu/domain/organisations';
import type { Definitions, Failure, Giver } from './definition.ts';
import { type Plan, plan } from './plan.ts';

type Names = 'make-comment' | 'answer-comment' | 'resolve-comment' | 'reopen-comment';

/** Commands on what is said about clauses, by all parties to each other or inside the actor's own. */
export const commentCommands: Pick<Definitions, Names> = {
  'make-comment': {
    capacity,
    before: ({ negotiation, basis, clause }, giver) => speaks(giver, negotiation, { basis, clause }),
    plan: (data, giver) => among(giver, data, { type: 'make-comment', basis: data.basis, clause: data.clause, text: data.text }),
  },
  'answer-comment': {
    capacity,
    before: ({ negotiation }, giver) => speaks(giver, negotiation),
    plan: (data, giver) => among(giver, data, { type: 'answer-comment', comment: data.comment, text: data.text }),
  },
  'resolve-comment': {
    capacity,
    before: ({ negotiation }, giver) => speaks(giver, negotiation),
    plan: (data, giver) => among(giver, data, { type: 'resolve-comment', comment: data.comment }),
  },
  'reopen-comment': {
    capacity,
    before: ({ negotiation }, giver) => speaks(giver, negotiation),
    plan: (data, giver) => among(giver, data, { type: 'reopen-comment', comment: data.comment }),
  },
};

/** Whoever works on the text speaks as what they are; the policies allow these three. */
function capacity(roles: readonly Role[]): Role {
  return (['drafter', 'legal-reviewer', 'signatory'] as const).find((role) => roles.includes(role)) ?? 'drafter';
}

async function speaks(
  { person, negotiation: stateOf }: Giver,
  negotiation: NegotiationId,
  on?: { basis: Digest; clause: string },
): Promise<Failure | undefined> {
  const refusal = mayComment(await stateOf(negotiation), person.organisation, on);
  return refusal && { code: refusal.code, data: refusal.data };
}

type Spoken = CommentCommand extends infer Command
  ? Command extends CommentCommand
    ? Omit<Command, 'actor' | 'negotiation' | 'only'>
    : never
  : never;

function among({ person }: Giver, { negotiation, inside }: Pick<CommandData<Names>, 'negotiation' | 'inside'>, command: Spoken): Plan {
  const only = inside ? person.organisation : undefined;
  return plan<CommentCommand, CommentsState, CommentEvent>({
    stream: streamOf.comments(negotiation, only),
    classification: inside ? 'internal-procedure' : 'negotiation',
    subject: negotiation,
    decider: commentDecider,
    isOf: isCommentEvent,
    resource: () => ({ type: 'Organisation', id: person.organisation }),
    command: () => ({ ...command, actor: person, negotiation, only }),
  });
}
