import { type AgreementCommand, type AgreementEvent, type AgreementState, agreementDecider, type DutyOf } from '@lianyu/domain/agreements';
import { isAgreementEvent } from '@lianyu/domain/events';
import { type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import type { Definitions, Giver } from './definition.ts';
import { type Plan, plan } from './plan.ts';

type Names =
  | 'file-agreement'
  | 'confirm-condition'
  | 'agree-step'
  | 'withdraw-step'
  | 'give-breach-notice'
  | 'answer-breach-notice'
  | 'accept-cure'
  | 'terminate-for-breach'
  | 'give-policy-notice'
  | 'withdraw-policy-notice'
  | 'propose-waiver'
  | 'agree-waiver'
  | 'withdraw-waiver';

/** Commands on `agreement-<id>`: what the parties do about what is signed. */
export const agreementCommands: Pick<Definitions, Names> = {
  'file-agreement': {
    capacity: () => 'drafter',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'file-agreement', ...rest }),
  },
  'confirm-condition': {
    capacity: () => 'signatory',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'confirm-condition', ...rest }),
  },
  'agree-step': {
    capacity: () => 'signatory',
    /** What the agreement leaves behind is wound up account by account first. */
    async before({ agreement, step }, { settlement }) {
      const open = step === 'close' ? await settlement.unsettled(agreement) : 0;
      return open > 0 ? { code: 'ACCOUNTS_OPEN', data: { open } } : undefined;
    },
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'agree-step', ...rest }),
  },
  'withdraw-step': {
    capacity: () => 'signatory',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'withdraw-step', ...rest }),
  },
  'give-breach-notice': {
    capacity: () => 'signatory',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'give-breach-notice', ...rest }),
  },
  'answer-breach-notice': {
    capacity: () => 'signatory',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'answer-breach-notice', ...rest }),
  },
  'accept-cure': {
    capacity: () => 'signatory',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'accept-cure', ...rest }),
  },
  'terminate-for-breach': {
    capacity: () => 'signatory',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'terminate-for-breach', ...rest }),
  },
  'give-policy-notice': {
    capacity: () => 'signatory',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'give-policy-notice', ...rest }),
  },
  'withdraw-policy-notice': {
    capacity: () => 'signatory',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'withdraw-policy-notice', ...rest }),
  },
  'propose-waiver': {
    capacity: () => 'drafter',
    before: dutiesOf,
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'propose-waiver', ...rest, dutyOf: openIn(giver) }),
  },
  'agree-waiver': {
    capacity: () => 'signatory',
    before: dutiesOf,
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'agree-waiver', ...rest, dutyOf: openIn(giver) }),
  },
  'withdraw-waiver': {
    capacity: () => 'drafter',
    plan: ({ agreement, ...rest }, giver) => by(giver, agreement, { type: 'withdraw-waiver', ...rest }),
  },
};

/** What is open of an agreement's duties, before the decision asks. */
async function dutiesOf({ agreement }: { readonly agreement: NegotiationId }, { kept, settlement }: Giver): Promise<undefined> {
  kept.duties = await settlement.duties(agreement);
}

const openIn =
  ({ kept }: Giver): DutyOf =>
  (id) =>
    kept.duties?.find((duty) => duty.id === id);

type WithoutGiver<Command> = Command extends { readonly actor: unknown } ? Omit<Command, 'actor' | 'today'> : never;

function by({ person }: Giver, agreement: NegotiationId, command: WithoutGiver<AgreementCommand>): Plan {
  return toAgreement(agreement, ({ today }) => ({ ...command, actor: person, today }));
}

/** A command on `agreement-<id>`, whoever gives it. */
export function toAgreement(
  agreement: NegotiationId,
  command: Parameters<typeof plan<AgreementCommand, AgreementState, AgreementEvent>>[0]['command'],
): Plan {
  return plan<AgreementCommand, AgreementState, AgreementEvent>({
    stream: streamOf.agreement(agreement),
    classification: 'signed',
    subject: agreement,
    decider: agreementDecider,
    isOf: isAgreementEvent,
    resource: ({ parties }) => ({ type: 'Agreement', id: agreement, parties }),
    command,
  });
}
