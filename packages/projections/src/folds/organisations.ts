import { isOrganisationEvent } from '@lianyu/domain/events';
import { type OrganisationState, organisationDecider } from '@lianyu/domain/organisations';
import type { MembershipDocument, OrganisationDocument } from './documents.ts';
import type { Document, Projection } from './projection.ts';

/** Organisations for everyone, and who is in them for themselves and the installation's administrators. */
export const organisations: Projection<OrganisationState> = {
  name: 'organisations',
  version: 4,
  categories: ['organisation'],
  keyOf: (recorded) => (isOrganisationEvent(recorded) ? recorded.event.data.organisation : undefined),
  initial: organisationDecider.initial,
  evolve: (state, recorded) => (isOrganisationEvent(recorded) ? organisationDecider.evolve(state, recorded) : state),
  documents(state, key): readonly Document[] {
    const { id, profile, registeredBy, sealKey } = state;
    if (id === undefined || profile === undefined) return [];
    const about: OrganisationDocument = {
      id,
      profile,
      ...(registeredBy === undefined ? {} : { registeredBy }),
      ...(sealKey === undefined ? {} : { sealKey }),
    };
    const members = membership(state, id);
    return [
      { kind: 'organisation', key, audience: 'everyone', topic: 'organisations', sort: profile.regionCode, body: about },
      { kind: 'membership', key, audience: `organisation:${id}`, topic: 'organisations', sort: '', body: members },
      { kind: 'membership', key, audience: 'administration', topic: 'organisations', sort: '', body: members },
    ];
  },
};

function membership(state: OrganisationState, organisation: NonNullable<OrganisationState['id']>): MembershipDocument {
  return {
    organisation,
    members: [...state.members].sort(),
    grants: state.grants.map(({ member, role, from, until }) => ({ member, role, from, ...(until === undefined ? {} : { until }) })),
    requests: [...state.requests].flatMap(([request, { requestedBy, member, role, from, until, decided }]) =>
      decided ? [] : [{ request, requestedBy, member, role, from, ...(until === undefined ? {} : { until }) }],
    ),
    delegations: [...state.delegations]
      .flatMap(([delegation, { phase, ...asked }]) => (phase === 'rejected' ? [] : [{ delegation, phase, ...asked }]))
      .reverse(),
    secondments: [...state.secondments]
      .flatMap(([secondment, { phase, ...asked }]) => (phase === 'rejected' ? [] : [{ secondment, phase, ...asked }]))
      .reverse(),
    secondees: [...state.secondees].map(([secondment, secondee]) => ({ secondment, ...secondee })).reverse(),
    authorities: [...state.authorities.values()].flatMap(({ withdrawn, ...authority }) => (withdrawn ? [] : [authority])),
  };
}
