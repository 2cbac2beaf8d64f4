import { type CommentsState, commentDecider, noComments, type Said, type Thread } from '@lianyu/domain/comments';
import { isCommentEvent, isNegotiationEvent } from '@lianyu/domain/events';
import type { OrganisationId } from '@lianyu/domain/kernel';
import type { CommentDocument } from './documents.ts';
import { madeOnce } from './made-once.ts';
import type { Document, Projection } from './projection.ts';

/** What is said in one negotiation, apart for each readership: by all parties to each other, and inside each of them. */
interface Discussion {
  readonly parties: readonly OrganisationId[];
  readonly shared: CommentsState;
  readonly inside: ReadonlyMap<OrganisationId, CommentsState>;
  /** What was said until an optional party declined: it reads no further. */
  readonly left: ReadonlyMap<OrganisationId, Pick<Discussion, 'shared' | 'inside'>>;
}

/** Comments on clauses, for those alone to whom they are addressed (AZ-2). */
export const comments: Projection<Discussion> = {
  name: 'comments',
  version: 2,
  categories: ['negotiation', 'comments'],
  keyOf: ({ event: { data } }) => ('negotiation' in data ? data.negotiation : undefined),
  initial: { parties: [], shared: noComments, inside: new Map(), left: new Map() },
  evolve(state, recorded) {
    if (isNegotiationEvent(recorded)) {
      const { event } = recorded;
      if (event.type === 'ProposalTabled') return { ...state, parties: event.data.content.parties.map(({ organisation }) => organisation) };
      if (event.type !== 'OptionalPartyDeclined') return state;
      const { party } = event.data;
      const { shared, inside } = state;
      return { ...state, parties: state.parties.filter((each) => each !== party), left: new Map(state.left).set(party, { shared, inside }) };
    }
    if (!isCommentEvent(recorded)) return state;
    const { only } = recorded.event.data;
    if (only === undefined) return { ...state, shared: commentDecider.evolve(state.shared, recorded) };
    const before = state.inside.get(only) ?? noComments;
    return { ...state, inside: new Map(state.inside).set(only, commentDecider.evolve(before, recorded)) };
  },
  documents: ({ parties, shared, inside, left }, key) => [
    ...[...left].flatMap(([reader, then]) => then.shared.threads.map((thread) => documentOf(thread, { key, reader }))),
    ...shared.threads.flatMap((thread) => parties.map((reader) => documentOf(thread, { key, reader }))),
    ...[...inside].flatMap(([only, { threads }]) => threads.map((thread) => documentOf(thread, { key, reader: only, only }))),
  ],
};

interface For {
  readonly key: string;
  readonly reader: OrganisationId;
  readonly only?: OrganisationId;
}

function documentOf(thread: Thread, { key, reader, only }: For): Document {
  return madeOnce(thread, `${only ?? ''} ${reader}`, () => {
    const { comment, clause, digest, answers, resolved } = thread;
    const number = comment.toString().padStart(5, '0');
    const body: CommentDocument = {
      negotiation: key as CommentDocument['negotiation'],
      comment,
      ...(only === undefined ? {} : { only }),
      clause,
      digest,
      ...saidTo(reader, thread),
      answers: answers.map((answer) => saidTo(reader, answer)),
      ...(resolved === undefined ? {} : { resolved }),
    };
    const own = [key, ...(only === undefined ? [] : [only]), number].join('/');
    return { kind: 'comment', key: own, audience: `organisation:${reader}`, topic: `comments/${key}`, sort: thread.at, body };
  });
}

function saidTo(reader: OrganisationId, { party, member, text, at }: Said) {
  return { party, text, at, ...(party === reader && member !== undefined ? { member } : {}) };
}
