import type { AnyEvent } from '@lianyu/domain/events';
import type { CalendarDate, CommandId, MemberId, OrganisationId } from '@lianyu/domain/kernel';
import { expect, test } from 'vitest';
import { Chronicle } from '../testing/chronicle.fixtures.ts';
import { type MembershipDocument, membershipDocument, type OrganisationDocument, organisationDocument } from './documents.ts';
import { organisations } from './organisations.ts';

const zone = 'a-zone' as OrganisationId;
const [one, two, three] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000` as MemberId) as [
  MemberId,
  MemberId,
  MemberId,
];
const request = '99999999-0000-4000-8000-000000000000' as CommandId;
const from = '2026-01-01' as CalendarDate;
const profile = {
  kind: 'zone' as const,
  name: { zh: '甲开发区', en: 'Zone A' },
  shortName: { zh: '甲', en: 'A' },
  level: 'national' as const,
  regionCode: '150100',
  source: '',
  verified: true,
};

function given(...events: readonly AnyEvent[]) {
  const log = new Chronicle();
  log.append(`organisation-${zone}`, events, 'test');
  expect(log.events.map(organisations.keyOf)).toEqual(events.map(() => zone));
  return organisations.documents(log.events.reduce(organisations.evolve, organisations.initial), zone);
}

const registered: AnyEvent = { type: 'OrganisationRegistered', data: { organisation: zone, profile } };
const admitted = (member: MemberId): AnyEvent => ({ type: 'MemberAdmitted', data: { organisation: zone, member } });
const requested: AnyEvent = {
  type: 'RoleGrantRequested',
  data: { organisation: zone, request, requestedBy: one, member: three, role: 'signatory', from },
};

test('PR-1 AZ-2 who an organisation is everyone may read; who is in it, its own members and the administrators', () => {
  const documents = given(registered, admitted(two), admitted(one), requested, {
    type: 'SealKeyEnrolled',
    data: { organisation: zone, algorithm: 'ed25519', key: 'a'.repeat(64) },
  });
  expect(documents.map(({ kind, audience, key }) => [kind, audience, key])).toEqual([
    ['organisation', 'everyone', zone],
    ['membership', `organisation:${zone}`, zone],
    ['membership', 'administration', zone],
  ]);
  const [about, own, administered] = documents.map(({ body }) => body);
  expect(organisationDocument.parse(about)).toEqual({ id: zone, profile, sealKey: 'a'.repeat(64) } satisfies OrganisationDocument);
  expect(membershipDocument.parse(own)).toEqual({
    organisation: zone,
    delegations: [],
    authorities: [],
    secondments: [],
    secondees: [],
    members: [one, two],
    grants: [],
    requests: [{ request, requestedBy: one, member: three, role: 'signatory', from }],
  } satisfies MembershipDocument);
  expect(administered).toEqual(own);
  for (const member of [one, two, three]) expect(JSON.stringify(about)).not.toContain(member);
});

test('PR-1 a request that was decided is no longer asked for; a role that was revoked is no longer held', () => {
  const membership = (...events: readonly AnyEvent[]) => given(registered, admitted(three), requested, ...events)[1]?.body as MembershipDocument;
  const granted: AnyEvent = {
    type: 'RoleGranted',
    data: { organisation: zone, request, requestedBy: one, approvedBy: two, member: three, role: 'signatory', from },
  };
  expect(membership(granted)).toMatchObject({ requests: [], grants: [{ member: three, role: 'signatory', from }] });
  expect(membership({ type: 'RoleGrantRejected', data: { organisation: zone, request, rejectedBy: two, reason: '-' } })).toMatchObject({
    requests: [],
    grants: [],
  });
  const revoked: AnyEvent = { type: 'RoleRevoked', data: { organisation: zone, member: three, role: 'signatory', reason: '-' } };
  expect(membership(granted, revoked)).toMatchObject({ requests: [], grants: [], members: [three] });
});

test('PR-1 an organisation that was not registered has no documents', () => {
  expect(given(admitted(one))).toEqual([]);
});
