import { type CoordinationState, coordinationDecider, noCoordination, type Spoken, unanswered } from '@lianyu/domain/coordination';
import { isCoordinationEvent } from '@lianyu/domain/events';
import type { OrganisationId } from '@lianyu/domain/kernel';
import type { CoordinationDocument } from './documents.ts';
import type { Document, Projection } from './projection.ts';

/** What the office asks, reminds of and thinks, for itself and for the parties to whom it spoke; nobody else learns of it. */
export const coordinations: Projection<CoordinationState> = {
  name: 'coordinations',
  version: 1,
  categories: ['coordination'],
  keyOf: ({ event: { data } }) => ('coordination' in data ? data.coordination : undefined),
  initial: noCoordination,
  evolve: (state, recorded) => (isCoordinationEvent(recorded) ? coordinationDecider.evolve(state, recorded) : state),
  documents: (state, key) => (state.offered ? [state.offered.office, ...state.offered.to].flatMap((reader) => documentFor(reader, state, key)) : []),
};

function documentFor(reader: OrganisationId, state: CoordinationState, key: string): readonly Document[] {
  const { offered, answers, closed } = state;
  if (!offered) return [];
  const { agreement, kind, office, to, concerning, answerBy } = offered;
  const body: CoordinationDocument = {
    coordination: key as CoordinationDocument['coordination'],
    agreement,
    kind,
    office,
    to: [...to],
    ...(concerning ? { concerning } : {}),
    ...(answerBy === undefined ? {} : { answerBy }),
    ...saidTo(reader, office, offered),
    answers: answers.map((answer) => ({ party: answer.party, ...saidTo(reader, answer.party, answer) })),
    unanswered: [...unanswered(state)],
    open: closed === undefined,
    ...(closed ? { closed: saidTo(reader, office, closed) } : {}),
  };
  return [{ kind: 'coordination', key, audience: `organisation:${reader}`, topic: 'coordination', sort: offered.at, body }];
}

/** Persons are named to their own organisation alone (LV-5). */
function saidTo(reader: OrganisationId, speaker: OrganisationId, { member, text, at }: Spoken) {
  return { text, at, ...(reader === speaker && member !== undefined ? { member } : {}) };
}
