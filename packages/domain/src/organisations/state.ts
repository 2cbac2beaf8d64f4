import type { CalendarDate, CommandId, MemberId, OrganisationId, Recorded } from '../kernel/index.ts';
import type { OrganisationEvent, OrganisationProfile, Role } from './events.ts';

export interface Grant {
  readonly member: MemberId;
  readonly role: Role;
  readonly from: CalendarDate;
  /** Last day; none means until revoked. */
  readonly until?: CalendarDate | undefined;
}

export interface GrantRequest extends Grant {
  readonly requestedBy: MemberId;
  readonly decided: boolean;
}

export interface OrganisationState {
  readonly id: OrganisationId | undefined;
  readonly profile: OrganisationProfile | undefined;
  /** The organisation that operates the installation. */
  readonly operator: boolean;
  readonly members: ReadonlySet<MemberId>;
  readonly grants: readonly Grant[];
  readonly requests: ReadonlyMap<CommandId, GrantRequest>;
  readonly sealKey: string | undefined;
}

export const noOrganisation: OrganisationState = {
  id: undefined,
  profile: undefined,
  operator: false,
  members: new Set(),
  grants: [],
  requests: new Map(),
  sealKey: undefined,
};

/** The roles that a member holds on a day. */
export function rolesOn(state: OrganisationState, member: MemberId, day: CalendarDate): readonly Role[] {
  const held = state.grants.filter((grant) => grant.member === member && grant.from <= day && (grant.until === undefined || day <= grant.until));
  return [...new Set(held.map(({ role }) => role))].sort();
}

export function evolve(state: OrganisationState, { event }: Recorded<OrganisationEvent>): OrganisationState {
  switch (event.type) {
    case 'InstallationFounded': {
      const { organisation: id, profile, administrators, from } = event.data;
      const grants = administrators.map((member): Grant => ({ member, role: 'administrator', from }));
      return { ...state, id, profile, operator: true, members: new Set(administrators), grants };
    }
    case 'OrganisationRegistered':
      return { ...state, id: event.data.organisation, profile: event.data.profile };
    case 'MemberAdmitted':
      return { ...state, members: new Set([...state.members, event.data.member]) };
    case 'RoleGrantRequested': {
      const { request, requestedBy, member, role, from, until } = event.data;
      return { ...state, requests: new Map(state.requests).set(request, { requestedBy, member, role, from, until, decided: false }) };
    }
    case 'RoleGranted': {
      const { request, member, role, from, until } = event.data;
      return { ...decided(state, request), grants: [...state.grants, { member, role, from, until }] };
    }
    case 'RoleGrantRejected':
      return decided(state, event.data.request);
    case 'RoleRevoked': {
      const { member, role } = event.data;
      return { ...state, grants: state.grants.filter((grant) => grant.member !== member || grant.role !== role) };
    }
    case 'SealKeyEnrolled':
      return { ...state, sealKey: event.data.key };
  }
}

function decided(state: OrganisationState, request: CommandId): OrganisationState {
  const known = state.requests.get(request);
  return known ? { ...state, requests: new Map(state.requests).set(request, { ...known, decided: true }) } : state;
}
