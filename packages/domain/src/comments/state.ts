import type { Digest, Instant, MemberId, OrganisationId, Recorded } from '../kernel/index.ts';
import type { CommentEvent } from './events.ts';

/** One thing that somebody said, and who. */
export interface Said {
  readonly party: OrganisationId;
  readonly member: MemberId | undefined;
  readonly text: string;
  readonly at: Instant;
}

export interface Thread extends Said {
  readonly comment: number;
  readonly digest: Digest;
  readonly clause: string;
  readonly answers: readonly Said[];
  readonly resolved: { readonly party: OrganisationId; readonly at: Instant } | undefined;
}

/** The threads of one readership, numbered from one in their order. */
export interface CommentsState {
  readonly threads: readonly Thread[];
}

export const noComments: CommentsState = { threads: [] };

export function evolve(state: CommentsState, { event, metadata }: Recorded<CommentEvent>): CommentsState {
  const at = metadata.recordedAt;
  const member = metadata.actor.kind === 'person' ? metadata.actor.member : undefined;
  const { comment, party } = event.data;
  const change = (how: (thread: Thread) => Thread): CommentsState => ({
    threads: state.threads.map((thread) => (thread.comment === comment ? how(thread) : thread)),
  });
  switch (event.type) {
    case 'CommentRaised': {
      const { digest, clause, text } = event.data;
      return { threads: [...state.threads, { comment, party, member, at, digest, clause, text, answers: [], resolved: undefined }] };
    }
    case 'CommentAnswered': {
      const { text } = event.data;
      return change((thread) => ({ ...thread, answers: [...thread.answers, { party, member, text, at }] }));
    }
    case 'CommentResolved':
      return change((thread) => ({ ...thread, resolved: { party, at } }));
    case 'CommentReopened':
      return change((thread) => ({ ...thread, resolved: undefined }));
  }
}
