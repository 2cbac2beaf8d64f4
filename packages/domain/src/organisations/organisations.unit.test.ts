import { expect, test } from 'vitest';
import { day, given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Actor, type CommandId, fold, type Recorded } from '../kernel/index.ts';
import { type OrganisationCommand, type OrganisationEvent, type OrganisationProfile, organisationDecider, rolesOn } from './index.ts';

const one = person('office', 'one');
const two = person('office', 'two');
const eve = person('zone', 'eve');
const today = day('2026-03-01');
const request = '22222222-2222-4222-8222-222222222222' as CommandId;
const profile: OrganisationProfile = {
  kind: 'zone',
  name: { zh: '区', en: 'Zone' },
  shortName: { zh: '区', en: 'Zone' },
  level: 'national',
  regionCode: '150000',
  source: '',
  verified: false,
};
const register: readonly [OrganisationCommand, Actor] = [
  { type: 'register-organisation', actor: one, today, organisation: org('zone'), profile, verifies: false, codeOverridden: false },
  one,
];
const admit: readonly [OrganisationCommand, Actor] = [{ type: 'admit-member', actor: one, today, member: eve.member }, one];
const ask: readonly [OrganisationCommand, Actor] = [
  { type: 'request-role-grant', actor: one, today, request, member: eve.member, role: 'drafter', from: today, until: day('2026-06-30') },
  one,
];
const approve = (actor: typeof one): readonly [OrganisationCommand, Actor] => [{ type: 'approve-role-grant', actor, today, request }, actor];

function history(...steps: readonly (readonly [OrganisationCommand, Actor])[]): Recorded<OrganisationEvent>[] {
  const events: Recorded<OrganisationEvent>[] = [];
  for (const [command, actor] of steps) {
    const decided = organisationDecider.decide(command, fold(organisationDecider, events));
    if ('refused' in decided) throw new Error(`${command.type}: ${decided.code}`);
    for (const event of decided) events.push(recordedBy(event, actor, events.length));
  }
  return events;
}

test('AZ-3.1 a role is granted by two people, neither of whom receives it', () => {
  given(organisationDecider, history(register, admit, ask))
    .when(approve(one)[0])
    .refuses('ROLE_GRANT_NEEDS_SECOND_PERSON');
  given(organisationDecider, history(register, admit, ask))
    .when(approve(eve)[0])
    .refuses('ROLE_GRANT_NEEDS_SECOND_PERSON');
  given(organisationDecider, history(register, admit, ask))
    .when(approve(two)[0])
    .yields('RoleGranted');
  given(organisationDecider, history(register, admit, ask, approve(two)))
    .when(approve(two)[0])
    .refuses('ROLE_GRANT_REQUEST_DECIDED');
});

test('TM-1 a role holds on the days for which it was granted', () => {
  const state = fold(organisationDecider, history(register, admit, ask, approve(two)));
  expect(rolesOn(state, eve.member, day('2026-02-28'))).toEqual([]);
  expect(rolesOn(state, eve.member, day('2026-06-30'))).toEqual(['drafter']);
  expect(rolesOn(state, eve.member, day('2026-07-01'))).toEqual([]);
});

test('AG-13 what is there is not made twice, what is not there is not changed', () => {
  given(organisationDecider, history(register)).when(register[0]).refuses('ORGANISATION_EXISTS');
  given(organisationDecider, []).when(admit[0]).refuses('ORGANISATION_UNKNOWN');
  given(organisationDecider, history(register, admit)).when(admit[0]).refuses('MEMBER_EXISTS');
  given(organisationDecider, history(register)).when(ask[0]).refuses('MEMBER_UNKNOWN');
  given(organisationDecider, history(register, admit, ask, approve(two)))
    .when({ ...ask[0], request: '33333333-3333-4333-8333-333333333333' as CommandId } as OrganisationCommand)
    .refuses('ROLE_HELD');
  given(organisationDecider, history(register, admit))
    .when({ type: 'revoke-role', actor: one, today, member: eve.member, role: 'drafter', reason: '-' })
    .refuses('ROLE_NOT_HELD');
  given(organisationDecider, history(register, [{ type: 'enrol-seal-key', actor: one, today, key: 'a'.repeat(64) }, one]))
    .when({ type: 'enrol-seal-key', actor: one, today, key: 'b'.repeat(64) })
    .refuses('SEAL_KEY_ENROLLED');
});

test('AG-13 an installation is founded once, by two administrators', () => {
  const founding: OrganisationCommand = {
    type: 'found-installation',
    organisation: org('office'),
    profile: { ...profile, kind: 'coordination-office' },
    administrators: [one.member, two.member],
    today,
  };
  const founded = history([founding, { kind: 'process', process: 'founding' }]);
  given(organisationDecider, founded).when(founding).refuses('INSTALLATION_FOUNDED');
  expect(rolesOn(fold(organisationDecider, founded), two.member, today)).toEqual(['administrator']);
});
