import { type AgreementCommand, type AgreementEvent, type AgreementState, agreementDecider } from '@lianyu/domain/agreements';
import { isAgreementEvent } from '@lianyu/domain/events';
import { type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import type { Definitions, Giver } from './definition.ts';
import { type Plan, plan } from './plan.ts';

/** Commands on `agreement-<id>`: what the parties do about what is signed. */
export const agreementCommands: Pick<Definitions, 'file-agreement' | 'confirm-condition'> = {
  'file-agreement': {
    capacity: () => 'drafter',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'file-agreement', ...rest }),
  },
  'confirm-condition': {
    capacity: () => 'signatory',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'confirm-condition', ...rest }),
  },
};

type WithoutGiver<Command> = Command extends { readonly actor: unknown } ? Omit<Command, 'actor' | 'today'> : never;

function by({ person }: Giver, agreement: NegotiationId, command: WithoutGiver<AgreementCommand>): Plan {
  return plan<AgreementCommand, AgreementState, AgreementEvent>({
    stream: streamOf.agreement(agreement),
    classification: 'signed',
    subject: agreement,
    decider: agreementDecider,
    isOf: isAgreementEvent,
    resource: ({ parties }) => ({ type: 'Agreement', id: agreement, parties }),
    command: ({ today }) => ({ ...command, actor: person, today }),
  });
}
