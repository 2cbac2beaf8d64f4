import { isOrganisationEvent } from '@lianyu/domain/events';
import { type MemberId, memberId, type OrganisationId, streamOf, toInstant } from '@lianyu/domain/kernel';
import { type OrganisationCommand, type OrganisationEvent, type OrganisationState, organisationDecider } from '@lianyu/domain/organisations';
import { derivedId } from '@lianyu/proofs';
import { VaultError } from '@lianyu/vault';
import type { Definitions, Giver } from './definition.ts';
import { type Occasion, type Plan, plan } from './plan.ts';

type Names =
  | 'register-organisation'
  | 'admit-member'
  | 'request-role-grant'
  | 'approve-role-grant'
  | 'reject-role-grant'
  | 'revoke-role'
  | 'enrol-seal-key';

/** How long a set-up link of a new member stays valid; the composition root sets it. */
export function organisationCommands(setUpLinkMs: number): Pick<Definitions, Names> {
  const capacity = () => 'administrator' as const;
  return {
    'register-organisation': {
      capacity,
      plan: ({ organisation, profile }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'register-organisation', actor: giver.person, today, organisation, profile })),
    },
    'admit-member': {
      capacity,
      async before({ organisation, name, office, signInName }, { vault, commandId, at, kept }) {
        const expiresAt = toInstant(Date.parse(at) + setUpLinkMs);
        try {
          kept.setUpToken = vault.enter({ member: memberIdFrom(commandId), organisation, name, office, signInName }, expiresAt);
          return undefined;
        } catch (error) {
          if (error instanceof VaultError && error.code === 'SIGN_IN_NAME_TAKEN') return { code: 'SIGN_IN_NAME_TAKEN', data: { signInName } };
          throw error;
        }
      },
      plan: ({ organisation }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'admit-member', actor: giver.person, today, member: memberIdFrom(giver.commandId) })),
      refused: (_data, { vault, commandId }) => vault.forget(memberIdFrom(commandId)),
    },
    'request-role-grant': {
      capacity,
      plan: ({ organisation, member, role, from, until }, giver) =>
        inside(organisation, ({ today, commandId }) => ({
          type: 'request-role-grant',
          actor: giver.person,
          today,
          request: commandId,
          member,
          role,
          from,
          until,
        })),
    },
    'approve-role-grant': {
      capacity,
      plan: ({ organisation, request }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'approve-role-grant', actor: giver.person, today, request })),
    },
    'reject-role-grant': {
      capacity,
      plan: ({ organisation, request, reason }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'reject-role-grant', actor: giver.person, today, request, reason })),
    },
    'revoke-role': {
      capacity,
      plan: ({ organisation, member, role, reason }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'revoke-role', actor: giver.person, today, member, role, reason })),
    },
    'enrol-seal-key': {
      capacity,
      plan: ({ organisation }, giver: Giver) =>
        inside(organisation, ({ today }) => ({ type: 'enrol-seal-key', actor: giver.person, today, key: giver.vault.enrolSealKey(organisation) })),
    },
  };
}

export const memberIdFrom = (commandId: string): MemberId => memberId.parse(derivedId(commandId, 'member'));

export function inside(organisation: OrganisationId, command: (occasion: Occasion) => OrganisationCommand): Plan {
  return plan<OrganisationCommand, OrganisationState, OrganisationEvent>({
    stream: streamOf.organisation(organisation),
    classification: 'administration',
    subject: organisation,
    decider: organisationDecider,
    isOf: isOrganisationEvent,
    resource: () => ({ type: 'Organisation', id: organisation }),
    command,
  });
}
