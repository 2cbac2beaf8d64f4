import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { fold, type Recorded } from '../kernel/index.ts';
import { checkHolds, creditCode, type OrganisationCommand, type OrganisationEvent, type OrganisationProfile, organisationDecider } from './index.ts';

const [anyone, admin] = [person('zone', 'anyone'), person('office', 'admin')];
const today = day('2026-03-01');
const name = { zh: '区', en: 'Zone' };
const profile: OrganisationProfile = { kind: 'zone', name, shortName: name, level: 'national', regionCode: '150000', source: '', verified: false };
const stated = (change: Partial<OrganisationProfile> = {}, more: { verifies?: boolean; codeOverridden?: boolean } = {}) => ({
  actor: anyone,
  today,
  profile: { ...profile, ...change },
  verifies: false,
  codeOverridden: false,
  ...more,
});
const registering = (...given: Parameters<typeof stated>): OrganisationCommand => ({
  type: 'register-organisation',
  organisation: org('new'),
  ...stated(...given),
});
const correcting = (...given: Parameters<typeof stated>): OrganisationCommand => ({
  type: 'correct-organisation',
  reason: '更名',
  ...stated(...given),
});
const verifying = (actor = admin): OrganisationCommand => ({ type: 'verify-organisation', actor, today, source: '国函〔2012〕1号' });

function history(...commands: readonly OrganisationCommand[]): Recorded<OrganisationEvent>[] {
  const events: Recorded<OrganisationEvent>[] = [];
  for (const command of commands) {
    const decided = organisationDecider.decide(command, fold(organisationDecider, events));
    if ('refused' in decided || !('actor' in command)) throw new Error(command.type);
    for (const event of decided) events.push(recordedBy(event, command.actor, events.length));
  }
  return events;
}

test('AG-50 what is missing anyone registers, unverified; an administrator of the installation may say at once that it is, by a source', () => {
  given(organisationDecider, []).when(registering()).yields('OrganisationRegistered');
  given(organisationDecider, [])
    .when(registering({ verified: true, source: '名录' }))
    .refuses('VERIFICATION_NOT_OWN');
  given(organisationDecider, [])
    .when(registering({ verified: true, source: '名录' }, { verifies: true }))
    .yields('OrganisationRegistered');
  given(organisationDecider, [])
    .when(registering({ verified: true }, { verifies: true }))
    .refuses('SOURCE_MISSING');
  given(organisationDecider, history(registering())).when(registering()).refuses('ORGANISATION_EXISTS');
  expect(fold(organisationDecider, history(registering())).registeredBy).toBe('zone');
});

test('AG-50 it is verified once, by a source, and by somebody else than who stated it', () => {
  given(organisationDecider, history(registering())).when(verifying(anyone)).refuses('VERIFICATION_NEEDS_SECOND_PERSON');
  given(organisationDecider, history(registering())).when(verifying()).yields('OrganisationVerified');
  const verified = history(registering(), verifying());
  expect(fold(organisationDecider, verified).profile).toMatchObject({ verified: true, source: '国函〔2012〕1号' });
  given(organisationDecider, verified).when(verifying()).refuses('ORGANISATION_VERIFIED');
  given(organisationDecider, []).when(verifying()).refuses('ORGANISATION_UNKNOWN');
});

test('AG-50 a correction is stated anew, and verified anew', () => {
  const corrected = history(registering(), verifying(), correcting({ name: { zh: '新区', en: 'New Zone' } }));
  expect(fold(organisationDecider, corrected).profile).toMatchObject({ name: { zh: '新区' }, verified: false });
  given(organisationDecider, corrected).when(verifying(anyone)).refuses('VERIFICATION_NEEDS_SECOND_PERSON');
  given(organisationDecider, history(registering()))
    .when(correcting({ verified: true, source: '名录' }))
    .refuses('VERIFICATION_NOT_OWN');
  given(organisationDecider, history(registering()))
    .when(correcting({ superior: org('new') }))
    .refuses('SUPERIOR_CIRCULAR');
  given(organisationDecider, []).when(correcting()).refuses('ORGANISATION_UNKNOWN');
});

test('AG-50 a 统一社会信用代码 whose check character does not fit is refused, and taken if it is said to be right', () => {
  const good = '91350100M000100Y43';
  const real = '91350211M0000XUF46';
  expect([checkHolds(good), checkHolds(real), checkHolds('short')]).toEqual([true, false, false]);
  given(organisationDecider, [])
    .when(registering({ creditCode: good }))
    .yields('OrganisationRegistered');
  given(organisationDecider, [])
    .when(registering({ creditCode: real }))
    .refuses('CREDIT_CODE_CHECK_FAILED', { code: real });
  given(organisationDecider, [])
    .when(registering({ creditCode: real }, { codeOverridden: true }))
    .yields('OrganisationRegistered');
});

test('AG-50 exactly one check character fits any seventeen others', () => {
  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const begin = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((glyphs) => glyphs.join(''));
  fc.assert(
    fc.property(begin, (first) => {
      const fitting = alphabet.filter((last) => checkHolds(first + last));
      expect(fitting).toHaveLength(1);
      expect(creditCode.safeParse(first + fitting[0]).success).toBe(true);
    }),
  );
});
