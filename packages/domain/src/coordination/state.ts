import type { Instant, MemberId, NegotiationId, OrganisationId, Recorded } from '../kernel/index.ts';
import type { CoordinationEvent } from './events.ts';

type Offered = Omit<Extract<CoordinationEvent, { type: 'CoordinationOffered' }>['data'], 'coordination'>;

export interface Spoken {
  readonly member: MemberId | undefined;
  readonly text: string;
  readonly at: Instant;
}

export interface CoordinationState {
  readonly agreement: NegotiationId | undefined;
  readonly offered: (Offered & Spoken) | undefined;
  readonly answers: readonly (Spoken & { readonly party: OrganisationId })[];
  readonly closed: Spoken | undefined;
}

export const noCoordination: CoordinationState = { agreement: undefined, offered: undefined, answers: [], closed: undefined };

export function evolve(state: CoordinationState, { event, metadata }: Recorded<CoordinationEvent>): CoordinationState {
  const member = metadata.actor.kind === 'person' ? metadata.actor.member : undefined;
  const spoken = { member, text: event.data.text, at: metadata.recordedAt };
  switch (event.type) {
    case 'CoordinationOffered': {
      const { coordination: _, ...offered } = event.data;
      return { ...state, agreement: offered.agreement, offered: { ...offered, ...spoken } };
    }
    case 'CoordinationAnswered':
      return { ...state, answers: [...state.answers, { ...spoken, party: event.data.party }] };
    case 'CoordinationClosed':
      return { ...state, closed: spoken };
  }
}

/** Who was asked and has not answered. */
export function unanswered({ offered, answers }: CoordinationState): readonly OrganisationId[] {
  return (offered?.to ?? []).filter((party) => !answers.some((answer) => answer.party === party));
}
