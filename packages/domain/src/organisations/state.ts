import { addDays, type CalendarDate, type CommandId, type MemberId, type OrganisationId, type Recorded } from '../kernel/index.ts';
import { holdsOn, type SigningAuthority } from './authority.ts';
import type { Delegation } from './delegation.ts';
import type { OrganisationEvent, OrganisationProfile } from './events.ts';
import type { Role } from './role.ts';
import { actsHereOn, type Secondee, type Secondment, secondedDays } from './secondment.ts';

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
  /** Who registered it, or corrected it last. */
  readonly statedBy: MemberId | undefined;
  /** For which organisation it was registered; none of those that a process founded. */
  readonly registeredBy: OrganisationId | undefined;
  /** The organisation that operates the installation. */
  readonly operator: boolean;
  readonly members: ReadonlySet<MemberId>;
  readonly grants: readonly Grant[];
  readonly requests: ReadonlyMap<CommandId, GrantRequest>;
  readonly delegations: ReadonlyMap<CommandId, Delegation>;
  readonly authorities: ReadonlyMap<CommandId, SigningAuthority>;
  /** By this organisation's own people: where they are sent. */
  readonly secondments: ReadonlyMap<CommandId, Secondment>;
  /** From others: who is sent here. */
  readonly secondees: ReadonlyMap<CommandId, Secondee>;
  readonly sealKey: string | undefined;
}

export const noOrganisation: OrganisationState = {
  id: undefined,
  profile: undefined,
  statedBy: undefined,
  registeredBy: undefined,
  operator: false,
  members: new Set(),
  grants: [],
  requests: new Map(),
  delegations: new Map(),
  authorities: new Map(),
  secondments: new Map(),
  secondees: new Map(),
  sealKey: undefined,
};

/** The roles in which a member acts here on a day: none while sent elsewhere (挂职), or no longer sent here. */
export function rolesOn(state: OrganisationState, member: MemberId, day: CalendarDate): readonly Role[] {
  if (!actsHereOn(state, member, day)) return [];
  const held = state.grants.filter((grant) => grant.member === member && holdsOn(grant, day));
  return [...new Set(held.map(({ role }) => role))].sort();
}

/** The days on which what a member may do begins or ends by itself: of own roles, and of what is delegated with its holder's. */
export function changesOf(state: OrganisationState, member: MemberId): readonly CalendarDate[] {
  const { grants, delegations } = state;
  const own = grants.filter((grant) => grant.member === member);
  const delegated = [...delegations.values()].filter(({ phase, delegate }) => phase === 'granted' && delegate === member);
  const behind = grants.filter((grant) => delegated.some(({ principal, role }) => grant.member === principal && grant.role === role));
  return [...own, ...delegated, ...behind, ...secondedDays(state, member)].flatMap(({ from, until }) => [
    from,
    ...(until === undefined ? [] : [addDays(until, 1)]),
  ]);
}

export function evolve(state: OrganisationState, { event, metadata }: Recorded<OrganisationEvent>): OrganisationState {
  const by = metadata.actor.kind === 'person' ? metadata.actor : undefined;
  switch (event.type) {
    case 'InstallationFounded': {
      const { organisation: id, profile, administrators, from } = event.data;
      const grants = administrators.map((member): Grant => ({ member, role: 'administrator', from }));
      return { ...state, id, profile, operator: true, members: new Set(administrators), grants };
    }
    case 'OrganisationRegistered':
      return { ...state, id: event.data.organisation, profile: event.data.profile, statedBy: by?.member, registeredBy: by?.organisation };
    case 'OrganisationCorrected':
      return { ...state, profile: event.data.profile, statedBy: by?.member };
    case 'OrganisationVerified':
      return state.profile ? { ...state, profile: { ...state.profile, verified: true, source: event.data.source } } : state;
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
    case 'DelegationRequested': {
      const { organisation: _, delegation, ...asked } = event.data;
      return { ...state, delegations: new Map(state.delegations).set(delegation, { ...asked, phase: 'requested' }) };
    }
    case 'DelegationApproved':
      return delegationNow(state, event.data.delegation, 'granted');
    case 'DelegationRejected':
      return delegationNow(state, event.data.delegation, 'rejected');
    case 'DelegationRevoked':
      return delegationNow(state, event.data.delegation, 'revoked');
    case 'SecondmentRequested': {
      const { organisation: _, secondment, ...asked } = event.data;
      return { ...state, secondments: new Map(state.secondments).set(secondment, { ...asked, phase: 'requested' }) };
    }
    case 'SecondmentAccepted':
      return secondmentNow(state, event.data.secondment, 'accepted');
    case 'SecondmentRejected':
      return secondmentNow(state, event.data.secondment, 'rejected');
    case 'SecondmentEnded':
      return secondmentNow(state, event.data.secondment, 'ended');
    case 'SecondeeReceived': {
      const { secondment, member, home, from, until } = event.data;
      return { ...state, secondees: new Map(state.secondees).set(secondment, { member, home, from, until, released: false }) };
    }
    case 'SecondeeReleased': {
      const known = state.secondees.get(event.data.secondment);
      if (!known) return state;
      return { ...state, secondees: new Map(state.secondees).set(event.data.secondment, { ...known, released: true }) };
    }
    case 'SigningAuthorityRecorded': {
      const { organisation: _, ...recorded } = event.data;
      return { ...state, authorities: new Map(state.authorities).set(recorded.authority, { ...recorded, withdrawn: false }) };
    }
    case 'SigningAuthorityWithdrawn': {
      const known = state.authorities.get(event.data.authority);
      if (!known) return state;
      return { ...state, authorities: new Map(state.authorities).set(known.authority, { ...known, withdrawn: true }) };
    }
    case 'SealKeyEnrolled':
      return { ...state, sealKey: event.data.key };
  }
}

function decided(state: OrganisationState, request: CommandId): OrganisationState {
  const known = state.requests.get(request);
  return known ? { ...state, requests: new Map(state.requests).set(request, { ...known, decided: true }) } : state;
}

function delegationNow(state: OrganisationState, delegation: CommandId, phase: Delegation['phase']): OrganisationState {
  const known = state.delegations.get(delegation);
  return known ? { ...state, delegations: new Map(state.delegations).set(delegation, { ...known, phase }) } : state;
}

function secondmentNow(state: OrganisationState, secondment: CommandId, phase: Secondment['phase']): OrganisationState {
  const known = state.secondments.get(secondment);
  return known ? { ...state, secondments: new Map(state.secondments).set(secondment, { ...known, phase }) } : state;
}
