import { isOrganisationEvent } from '@lianyu/domain/events';
import { type CommandId, type MemberId, memberId, type OrganisationId, streamOf, toInstant } from '@lianyu/domain/kernel';
import {
  type AuthorityDocument,
  type OrganisationCommand,
  type OrganisationEvent,
  type OrganisationProfile,
  type OrganisationState,
  organisationDecider,
} from '@lianyu/domain/organisations';
import { derivedId } from '@lianyu/proofs';
import { VaultError } from '@lianyu/vault';
import type { Resource } from '../access/authorise.ts';
import type { Definitions, Failure, Giver } from './definition.ts';
import { type Occasion, type Plan, plan } from './plan.ts';

type Names =
  | 'register-organisation'
  | 'correct-organisation'
  | 'verify-organisation'
  | 'admit-member'
  | 'request-role-grant'
  | 'approve-role-grant'
  | 'reject-role-grant'
  | 'revoke-role'
  | 'request-delegation'
  | 'withdraw-delegation'
  | 'approve-delegation'
  | 'reject-delegation'
  | 'revoke-delegation'
  | 'request-secondment'
  | 'accept-secondment'
  | 'reject-secondment'
  | 'end-secondment'
  | 'record-signing-authority'
  | 'withdraw-signing-authority'
  | 'enrol-seal-key';

/** How long a set-up link of a new member stays valid; the composition root sets it. */
export function organisationCommands(setUpLinkMs: number): Pick<Definitions, Names> {
  const capacity = () => 'administrator' as const;
  return {
    // By anyone in whichever role, also by who has none.
    'register-organisation': {
      capacity: (roles) => (roles.includes('administrator') ? 'administrator' : (roles[0] ?? 'drafter')),
      before: mayState,
      plan: ({ organisation, profile, codeOverridden = false }, giver) =>
        inside(organisation, ({ today }) => ({
          type: 'register-organisation',
          actor: giver.person,
          today,
          organisation,
          profile,
          codeOverridden,
          verifies: giver.kept.verifies ?? false,
        })),
    },
    'correct-organisation': {
      capacity,
      before: mayState,
      plan: ({ organisation, profile, codeOverridden = false, reason }, giver) =>
        inside(organisation, ({ today }) => ({
          type: 'correct-organisation',
          actor: giver.person,
          today,
          profile,
          codeOverridden,
          reason,
          verifies: giver.kept.verifies ?? false,
        })),
    },
    'verify-organisation': {
      capacity,
      plan: ({ organisation, source }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'verify-organisation', actor: giver.person, today, source })),
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
    // Given in the role that is delegated.
    'request-delegation': {
      capacity: (roles, _, data) => data?.role ?? roles[0] ?? 'drafter',
      before: async ({ document }, giver) => notOwnFile(document, giver),
      plan: ({ organisation, ...asked }, giver) =>
        inside(organisation, ({ today, commandId }) => ({
          type: 'request-delegation',
          actor: giver.person,
          today,
          delegation: commandId,
          ...asked,
        })),
    },
    'withdraw-delegation': {
      capacity: (roles) => roles[0] ?? 'drafter',
      plan: ({ organisation, ...rest }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'withdraw-delegation', actor: giver.person, today, ...rest })),
    },
    'approve-delegation': {
      capacity,
      plan: ({ organisation, ...rest }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'approve-delegation', actor: giver.person, today, ...rest })),
    },
    'reject-delegation': {
      capacity,
      plan: ({ organisation, ...rest }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'reject-delegation', actor: giver.person, today, ...rest })),
    },
    'revoke-delegation': {
      capacity,
      plan: ({ organisation, ...rest }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'revoke-delegation', actor: giver.person, today, ...rest })),
    },
    'request-secondment': {
      capacity,
      async before({ host, document }, giver) {
        const { id } = await giver.organisation(host);
        return id === undefined ? { code: 'ORGANISATION_UNKNOWN', data: { organisation: host } } : notOwnFile(document, giver);
      },
      plan: ({ organisation, ...asked }, giver) =>
        inside(organisation, ({ today, commandId }) => ({ type: 'request-secondment', actor: giver.person, today, secondment: commandId, ...asked })),
    },
    'accept-secondment': {
      capacity,
      plan: ({ organisation, ...rest }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'accept-secondment', actor: giver.person, today, ...rest }), receiving(organisation, rest)),
    },
    'reject-secondment': {
      capacity,
      plan: ({ organisation, ...rest }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'reject-secondment', actor: giver.person, today, ...rest }), receiving(organisation, rest)),
    },
    'end-secondment': {
      capacity,
      plan: ({ organisation, ...rest }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'end-secondment', actor: giver.person, today, ...rest })),
    },
    'record-signing-authority': {
      capacity,
      before: async ({ document }, giver) => notOwnFile(document, giver),
      plan: ({ organisation, ...rest }, giver) =>
        inside(organisation, ({ today, commandId }) => ({
          type: 'record-signing-authority',
          actor: giver.person,
          today,
          authority: commandId,
          ...rest,
        })),
    },
    'withdraw-signing-authority': {
      capacity,
      plan: ({ organisation, ...rest }, giver) =>
        inside(organisation, ({ today }) => ({ type: 'withdraw-signing-authority', actor: giver.person, today, ...rest })),
    },
    'enrol-seal-key': {
      capacity,
      plan: ({ organisation }, giver: Giver) =>
        inside(organisation, ({ today }) => ({ type: 'enrol-seal-key', actor: giver.person, today, key: giver.vault.enrolSealKey(organisation) })),
    },
  };
}

/** How far up it is looked whether an organisation would stand above itself. */
const LEVELS = 10;

/** Whether the giver may verify; and a superior is there, and not below. */
async function mayState({ organisation, profile }: { readonly organisation: OrganisationId; readonly profile: OrganisationProfile }, giver: Giver) {
  const own = await giver.organisation(giver.person.organisation);
  giver.kept.verifies = own.operator && giver.person.capacity === 'administrator';
  let above = profile.superior;
  for (let level = 0; above !== undefined && level < LEVELS; level += 1) {
    if (above === organisation) return { code: 'SUPERIOR_CIRCULAR' as const, data: { organisation } };
    const state = await giver.organisation(above);
    if (state.id === undefined) return { code: 'ORGANISATION_UNKNOWN' as const, data: { organisation: above } };
    above = state.profile?.superior;
  }
  return undefined;
}

/** A scan that is named must have been put in by the own organisation: a hash alone proves nothing. */
function notOwnFile({ file }: AuthorityDocument, { vault, person }: Giver): Failure | undefined {
  return file === undefined || vault.hasFile(file, person.organisation) ? undefined : { code: 'FILE_UNKNOWN', data: { digest: file } };
}

/** Whose word it takes: that of the organisation that would receive. */
const receiving =
  (home: OrganisationId, { secondment }: { readonly secondment: CommandId }) =>
  ({ secondments }: OrganisationState): Resource => ({ type: 'Organisation', id: secondments.get(secondment)?.host ?? home });

export const memberIdFrom = (commandId: string): MemberId => memberId.parse(derivedId(commandId, 'member'));

export function inside(
  organisation: OrganisationId,
  command: (occasion: Occasion) => OrganisationCommand,
  resource: (state: OrganisationState) => Resource = () => ({ type: 'Organisation', id: organisation }),
): Plan {
  return plan<OrganisationCommand, OrganisationState, OrganisationEvent>({
    stream: streamOf.organisation(organisation),
    classification: 'administration',
    subject: organisation,
    decider: organisationDecider,
    isOf: isOrganisationEvent,
    resource,
    command,
  });
}
