import { z } from 'zod';
import { clause } from '../agreements/content.ts';
import { type DomainEvent, digest, negotiationId, organisationId } from '../kernel/index.ts';

export const commentText = z.string().trim().min(1).max(2000);
export const commentNumber = z.number().int().min(1).max(10_000);

/** `only`: the one party that reads it; missing where all parties of the negotiation do. Numbers count within one readership. */
const base = { negotiation: negotiationId, only: organisationId.optional(), comment: commentNumber, party: organisationId };

/** The events of `comments-<negotiation>`, which all parties read, and of `comments-<negotiation>-<party>`, which one of them does. */
export const commentEvents = {
  /** On one clause of one text: what is said stays said about that text, also when the clause stands in a later one. */
  CommentRaised: z.strictObject({ ...base, digest, clause: clause.shape.id, text: commentText }),
  CommentAnswered: z.strictObject({ ...base, text: commentText }),
  CommentResolved: z.strictObject(base),
  CommentReopened: z.strictObject(base),
};

type Schemas = typeof commentEvents;
export type CommentEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
