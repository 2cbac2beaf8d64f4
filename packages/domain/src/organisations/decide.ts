import { type Decider, type Decision, refuse } from '../kernel/index.ts';
import { approvesOwn } from './approval.ts';
import { overlaps } from './authority.ts';
import type { OrganisationCommand } from './commands.ts';
import { decideDelegation, requestDelegation } from './decide-delegation.ts';
import { correctOrganisation, registerOrganisation, verifyOrganisation } from './decide-profile.ts';
import { decideSecondment, receive, requestSecondment } from './decide-secondment.ts';
import type { OrganisationEvent } from './events.ts';
import { belongs } from './secondment.ts';
import { evolve, noOrganisation, type OrganisationState } from './state.ts';

export const organisationDecider: Decider<OrganisationCommand, OrganisationState, OrganisationEvent> = { initial: noOrganisation, decide, evolve };

export type Of<Type extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Type }>;

function decide(command: OrganisationCommand, state: OrganisationState): Decision<OrganisationEvent> {
  if (command.type === 'found-installation') return foundInstallation(command, state);
  if (command.type === 'register-organisation') return registerOrganisation(command, state);
  if (state.id === undefined) return refuse('ORGANISATION_UNKNOWN');
  const organisation = state.id;
  switch (command.type) {
    case 'correct-organisation':
      return correctOrganisation(command, organisation);
    case 'verify-organisation':
      return verifyOrganisation(command, state, organisation);
    case 'admit-member':
      if (state.members.has(command.member)) return refuse('MEMBER_EXISTS', { member: command.member });
      return [{ type: 'MemberAdmitted', data: { organisation, member: command.member } }];
    case 'request-role-grant':
      return requestGrant(command, state);
    case 'approve-role-grant':
    case 'reject-role-grant':
      return decideGrant(command, state);
    case 'revoke-role': {
      const { member, role, reason } = command;
      if (!state.grants.some((grant) => grant.member === member && grant.role === role)) return refuse('ROLE_NOT_HELD', { member, role });
      return [{ type: 'RoleRevoked', data: { organisation, member, role, reason } }];
    }
    case 'request-delegation':
      return requestDelegation(command, state, organisation);
    case 'approve-delegation':
    case 'reject-delegation':
    case 'revoke-delegation':
    case 'withdraw-delegation':
      return decideDelegation(command, state, organisation);
    case 'request-secondment':
      return requestSecondment(command, state, organisation);
    case 'accept-secondment':
    case 'reject-secondment':
    case 'end-secondment':
      return decideSecondment(command, state, organisation);
    case 'receive-secondee':
    case 'release-secondee':
      return receive(command, state, organisation);
    case 'record-signing-authority': {
      const { authority, member, basis, document } = command;
      if (!belongs(state, member)) return refuse('MEMBER_UNKNOWN', { member });
      if (document.until !== undefined && document.until < document.from)
        return refuse('ROLE_PERIOD_EMPTY', { from: document.from, until: document.until });
      return [{ type: 'SigningAuthorityRecorded', data: { organisation, member, authority, basis, document } }];
    }
    case 'withdraw-signing-authority': {
      const { authority, reason } = command;
      const known = state.authorities.get(authority);
      if (!known || known.withdrawn) return refuse('SIGNING_AUTHORITY_UNKNOWN', { authority });
      return [{ type: 'SigningAuthorityWithdrawn', data: { organisation, authority, reason } }];
    }
    case 'enrol-seal-key':
      if (state.sealKey !== undefined) return refuse('SEAL_KEY_ENROLLED', { key: state.sealKey });
      return [{ type: 'SealKeyEnrolled', data: { organisation, algorithm: 'ed25519', key: command.key } }];
  }
}

function foundInstallation(command: Of<'found-installation'>, state: OrganisationState): Decision<OrganisationEvent> {
  const { organisation, profile, administrators, today } = command;
  if (state.id !== undefined) return refuse('INSTALLATION_FOUNDED');
  return [{ type: 'InstallationFounded', data: { organisation, profile, administrators: [...administrators], from: today } }];
}

function requestGrant(
  { request, member, role, from, until, actor }: Of<'request-role-grant'>,
  state: OrganisationState,
): Decision<OrganisationEvent> {
  if (state.id === undefined) return refuse('ORGANISATION_UNKNOWN');
  if (!belongs(state, member)) return refuse('MEMBER_UNKNOWN', { member });
  if (until !== undefined && until < from) return refuse('ROLE_PERIOD_EMPTY', { from, until });
  if (state.grants.some((grant) => grant.member === member && grant.role === role && overlaps(grant, { from, until })))
    return refuse('ROLE_HELD', { member, role });
  const period = until === undefined ? { from } : { from, until };
  return [{ type: 'RoleGrantRequested', data: { organisation: state.id, request, requestedBy: actor.member, member, role, ...period } }];
}

/** A grant needs two people (AZ-3): who asked for it does not approve it, and nobody approves a role for oneself. */
function decideGrant(command: Of<'approve-role-grant' | 'reject-role-grant'>, state: OrganisationState): Decision<OrganisationEvent> {
  const { request, actor } = command;
  const asked = state.requests.get(request);
  if (!asked || state.id === undefined) return refuse('ROLE_GRANT_REQUEST_UNKNOWN', { request });
  if (asked.decided) return refuse('ROLE_GRANT_REQUEST_DECIDED', { request });
  const { requestedBy, member, role, from, until } = asked;
  if (command.type === 'reject-role-grant') {
    return [{ type: 'RoleGrantRejected', data: { organisation: state.id, request, rejectedBy: actor.member, reason: command.reason } }];
  }
  if (approvesOwn(actor, [requestedBy, member])) return refuse('ROLE_GRANT_NEEDS_SECOND_PERSON', { request });
  if (state.grants.some((grant) => grant.member === member && grant.role === role && overlaps(grant, asked)))
    return refuse('ROLE_HELD', { member, role });
  const period = until === undefined ? { from } : { from, until };
  return [{ type: 'RoleGranted', data: { organisation: state.id, request, requestedBy, approvedBy: actor.member, member, role, ...period } }];
}
