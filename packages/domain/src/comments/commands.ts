import type { Digest, NegotiationId, OrganisationId, Person } from '../kernel/index.ts';

interface Given {
  readonly actor: Person;
  readonly negotiation: NegotiationId;
  /** The party to whom it stays; undefined where all parties read it. */
  readonly only: OrganisationId | undefined;
}

/** Commands on the comments of one readership. The party that speaks is always the actor's organisation. */
export type CommentCommand =
  | (Given & { readonly type: 'make-comment'; readonly basis: Digest; readonly clause: string; readonly text: string })
  | (Given & { readonly type: 'answer-comment'; readonly comment: number; readonly text: string })
  | (Given & { readonly type: 'resolve-comment'; readonly comment: number })
  | (Given & { readonly type: 'reopen-comment'; readonly comment: number });
