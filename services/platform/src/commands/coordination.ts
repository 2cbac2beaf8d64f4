import { type CoordinationCommand, type CoordinationEvent, type CoordinationState, coordinationDecider } from '@lianyu/domain/coordination';
import { isCoordinationEvent } from '@lianyu/domain/events';
import { type CommandId, type NegotiationId, type OrganisationId, streamOf } from '@lianyu/domain/kernel';
import type { Definitions, Failure, Giver } from './definition.ts';
import { type Occasion, type Plan, plan } from './plan.ts';

type Names = 'offer-coordination' | 'answer-coordination' | 'close-coordination';

/** What the coordination office says to parties of an agreement, and what they answer. It commands nobody. */
export const coordinationCommands: Pick<Definitions, Names> = {
  'offer-coordination': {
    capacity: () => 'coordinator',
    before: ({ agreement, to }, giver) => areParties(giver, agreement, to),
    plan: ({ agreement, kind, to, text, concerning, answerBy }, giver) =>
      by(giver, giver.commandId, ({ today }) => ({ type: 'offer-coordination', agreement, kind, to, text, concerning, answerBy, today })),
  },
  'answer-coordination': {
    capacity: (roles) => (['signatory', 'drafter', 'finance-officer'] as const).find((role) => roles.includes(role)) ?? 'drafter',
    plan: ({ coordination, text }, giver) => by(giver, coordination, () => ({ type: 'answer-coordination', text })),
  },
  'close-coordination': {
    capacity: () => 'coordinator',
    plan: ({ coordination, text }, giver) => by(giver, coordination, () => ({ type: 'close-coordination', text })),
  },
};

/** Of what is negotiated or signed the office knows the parties (AZ-2); of a paper that is not confirmed yet it does not hear. */
async function areParties({ negotiation, agreement }: Giver, id: NegotiationId, to: readonly OrganisationId[]): Promise<Failure | undefined> {
  const parties = [...(await negotiation(id)).parties, ...(await agreement(id)).parties];
  if (parties.length === 0) return { code: 'AGREEMENT_UNKNOWN', data: { agreement: id } };
  const other = to.find((party) => !parties.includes(party));
  return other === undefined ? undefined : { code: 'NOT_A_PARTY', data: { organisation: other } };
}

type Said = CoordinationCommand extends infer Command
  ? Command extends CoordinationCommand
    ? Omit<Command, 'actor' | 'coordination'>
    : never
  : never;

function by({ person }: Giver, coordination: CommandId, said: (occasion: Occasion) => Said): Plan {
  return plan<CoordinationCommand, CoordinationState, CoordinationEvent>({
    stream: streamOf.coordination(coordination),
    classification: 'coordination',
    subject: coordination,
    decider: coordinationDecider,
    isOf: isCoordinationEvent,
    resource: () => ({ type: 'Organisation', id: person.organisation }),
    command: (occasion) => ({ ...said(occasion), actor: person, coordination }),
  });
}
