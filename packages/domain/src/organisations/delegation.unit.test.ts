import { expect, test } from 'vitest';
import { day, given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Actor, type CommandId, fold, type NegotiationId, type Recorded } from '../kernel/index.ts';
import { changesOf, delegationsOn, type OrganisationCommand, type OrganisationEvent, organisationDecider, signingAuthorityOf } from './index.ts';

const [admin, other] = [person('office', 'admin'), person('office', 'other')];
const [li, wang, zhao] = [person('zone', 'li'), person('zone', 'wang'), person('zone', 'zhao')];
const today = day('2026-03-01');
const id = (digit: number) => `${digit}0000000-0000-4000-8000-000000000000` as CommandId;
const matter = id(9) as unknown as NegotiationId;
const name = { zh: '区', en: 'Zone' };
const document = { documentNumber: '授权〔2026〕1号', issuedBy: '区管委会', from: today, until: day('2026-12-31') };

type Step = readonly [OrganisationCommand, Actor];
const stage: readonly Step[] = [
  [
    {
      type: 'register-organisation',
      actor: admin,
      today,
      organisation: org('zone'),
      profile: { kind: 'zone', name, shortName: name, level: 'national', regionCode: '150000', source: '', verified: false },
      verifies: false,
      codeOverridden: false,
    },
    admin,
  ],
  ...[li, wang, zhao].map(({ member }): Step => [{ type: 'admit-member', actor: admin, today, member }, admin]),
  ...granted(li, 1),
];
function granted({ member }: typeof li, digit: number, until = '2026-10-31'): readonly Step[] {
  const given = { actor: admin, today, request: id(digit) };
  return [
    [{ ...given, type: 'request-role-grant', member, role: 'signatory', from: today, until: day(until) }, admin],
    [{ ...given, type: 'approve-role-grant', actor: other }, other],
  ];
}
const asking = (change: Partial<Extract<OrganisationCommand, { type: 'request-delegation' }>> = {}): OrganisationCommand => ({
  type: 'request-delegation',
  actor: li,
  today,
  delegation: id(5),
  delegate: wang.member,
  role: 'signatory',
  from: day('2026-03-10'),
  until: day('2026-03-20'),
  scope: { kind: 'all' },
  document,
  ...change,
});
const asked: Step = [asking(), li];
const on = (type: 'approve-delegation', actor = admin, when = today): OrganisationCommand => ({ type, actor, today: when, delegation: id(5) });
const approved: Step = [on('approve-delegation'), admin];

function history(...steps: readonly Step[]): Recorded<OrganisationEvent>[] {
  const events: Recorded<OrganisationEvent>[] = [];
  for (const [command, actor] of [...stage, ...steps]) {
    const decided = organisationDecider.decide(command, fold(organisationDecider, events));
    if ('refused' in decided) throw new Error(`${command.type}: ${decided.code}`);
    for (const event of decided) events.push(recordedBy(event, actor, events.length));
  }
  return events;
}
const state = (...steps: readonly Step[]) => fold(organisationDecider, history(...steps));
const held = (on: string, ...steps: readonly Step[]) => delegationsOn(state(...steps), wang.member, day(on));

test('AZ-5 an office holder delegates a role by a document, and another person approves', () => {
  given(organisationDecider, history()).when(asking()).yields('DelegationRequested');
  given(organisationDecider, history(asked)).when(on('approve-delegation')).yields('DelegationApproved');
  for (const one of [li, wang])
    given(organisationDecider, history(asked)).when(on('approve-delegation', one)).refuses('DELEGATION_NEEDS_SECOND_PERSON');
  given(organisationDecider, history(asked, approved)).when(on('approve-delegation', other)).refuses('DELEGATION_DECIDED', { state: 'granted' });
  given(organisationDecider, history(asked))
    .when(on('approve-delegation', admin, day('2026-03-21')))
    .refuses('DELEGATION_DECIDED', { state: 'over' });
  given(organisationDecider, history()).when(on('approve-delegation')).refuses('DELEGATION_UNKNOWN');
});

test('AZ-5 it holds from its first day to its last, and ends by date', () => {
  const wanted = { delegation: id(5), principal: li.member, role: 'signatory', until: '2026-03-20' };
  expect(held('2026-03-15', asked)).toEqual([]);
  expect(held('2026-03-09', asked, approved)).toEqual([]);
  expect(held('2026-03-10', asked, approved)).toEqual([wanted]);
  expect(held('2026-03-20', asked, approved)).toEqual([wanted]);
  expect(held('2026-03-21', asked, approved)).toEqual([]);
  expect(changesOf(state(asked, approved), wang.member)).toEqual(['2026-03-10', '2026-03-21', '2026-03-01', '2026-11-01']);
});

test('AZ-5 nothing is delegated that is not held, to oneself, twice, to who holds it, in the past or beyond its document', () => {
  const refused = (change: Parameters<typeof asking>[0], code: Parameters<ReturnType<ReturnType<typeof given>['when']>['refuses']>[0]) =>
    given(organisationDecider, history()).when(asking(change)).refuses(code);
  refused({ actor: zhao }, 'ROLE_NOT_HELD');
  refused({ role: 'seal-keeper' }, 'ROLE_NOT_HELD');
  refused({ from: day('2026-11-01'), until: day('2026-11-30') }, 'ROLE_NOT_HELD');
  refused({ delegate: li.member }, 'DELEGATION_TO_ONESELF');
  refused({ delegate: admin.member }, 'MEMBER_UNKNOWN');
  refused({ until: day('2026-03-09') }, 'ROLE_PERIOD_EMPTY');
  refused({ from: day('2026-02-01'), until: day('2026-02-28') }, 'LAST_DAY_PAST');
  refused({ until: day('2027-01-01') }, 'DELEGATION_BEYOND_DOCUMENT');
  given(organisationDecider, history(asked))
    .when(asking({ delegation: id(6), until: day('2026-04-30') }))
    .refuses('DELEGATION_EXISTS', { delegation: id(5) });
  const one = { scope: { kind: 'agreement', agreement: matter } } as const;
  given(organisationDecider, history(asked))
    .when(asking({ delegation: id(6), ...one }))
    .refuses('DELEGATION_EXISTS');
  given(organisationDecider, history(...granted(wang, 2)))
    .when(asking())
    .refuses('ROLE_HELD');
  // Held meanwhile: whose act it would be must not be a question.
  given(organisationDecider, history(asked, ...granted(wang, 2)))
    .when(on('approve-delegation'))
    .refuses('ROLE_HELD');
});

test('AZ-5 what is delegated for one agreement names it, and is not delegated on', () => {
  const one: Step = [asking({ scope: { kind: 'agreement', agreement: matter } }), li];
  expect(held('2026-03-15', one, approved)).toMatchObject([{ agreement: matter }]);
  given(organisationDecider, history(asked, approved))
    .when(asking({ actor: wang, delegate: zhao.member, delegation: id(6) }))
    .refuses('ROLE_NOT_HELD');
});

test('AZ-5 it ends when an administrator revokes it, its principal takes it back, or the principal loses the role', () => {
  const end = { today: day('2026-03-12'), delegation: id(5), reason: '返岗' };
  given(organisationDecider, history(asked, approved))
    .when({ ...end, type: 'withdraw-delegation', actor: zhao })
    .refuses('DELEGATION_NOT_OWN');
  for (const step of [
    [{ ...end, type: 'withdraw-delegation', actor: li }, li],
    [{ ...end, type: 'revoke-delegation', actor: admin }, admin],
    [{ type: 'revoke-role', actor: admin, today, member: li.member, role: 'signatory', reason: '-' }, admin],
  ] satisfies Step[]) {
    expect(held('2026-03-15', asked, approved, step)).toEqual([]);
  }
  given(organisationDecider, history(asked, approved))
    .when({ ...end, today: day('2026-03-21'), type: 'withdraw-delegation', actor: li })
    .refuses('DELEGATION_DECIDED', { state: 'over' });
  given(organisationDecider, history(asked))
    .when({ ...end, type: 'reject-delegation', actor: admin })
    .yields('DelegationRejected');
  given(organisationDecider, history(asked, approved))
    .when({ ...end, type: 'reject-delegation', actor: admin })
    .refuses('DELEGATION_DECIDED');
});

const authority = (digit: number, until?: string): Step => [
  {
    type: 'record-signing-authority',
    actor: admin,
    today,
    authority: id(digit),
    member: li.member,
    basis: 'office',
    document: { documentNumber: `任字${digit}号`, issuedBy: '任免机关', from: today, ...(until === undefined ? {} : { until: day(until) }) },
  },
  admin,
];

test('AZ-6 nobody signs without a document that holds on the day, a delegate not without the delegation and the principal’s', () => {
  const own = (on: string, ...steps: readonly Step[]) => signingAuthorityOf(state(...steps), li, undefined, day(on));
  expect(own('2026-03-15')).toMatchObject({ code: 'SIGNING_AUTHORITY_MISSING', data: { member: li.member } });
  expect(own('2026-03-15', authority(7))).toMatchObject({ documentNumber: '任字7号' });
  expect(own('2026-02-28', authority(7))).toMatchObject({ code: 'SIGNING_AUTHORITY_NOT_VALID', data: { from: today, until: null } });
  expect(own('2026-03-15', authority(7, '2026-03-14'))).toMatchObject({ code: 'SIGNING_AUTHORITY_NOT_VALID' });
  expect(own('2026-03-15', authority(7, '2026-03-14'), authority(8))).toMatchObject({ documentNumber: '任字8号' });
  const taken: Step = [{ type: 'withdraw-signing-authority', actor: admin, today, authority: id(7), reason: '调离' }, admin];
  expect(own('2026-03-15', authority(7), taken)).toMatchObject({ code: 'SIGNING_AUTHORITY_MISSING' });
  given(organisationDecider, history(authority(7), taken))
    .when(taken[0])
    .refuses('SIGNING_AUTHORITY_UNKNOWN');

  const acting = { member: wang.member, onBehalfOf: li.member };
  const delegated = (on: string, ...steps: readonly Step[]) => signingAuthorityOf(state(asked, approved, ...steps), acting, id(5), day(on));
  expect(delegated('2026-03-15')).toMatchObject({ code: 'SIGNING_AUTHORITY_MISSING', data: { member: li.member } });
  expect(delegated('2026-03-15', authority(7))).toEqual(document);
  expect(delegated('2026-03-15', authority(7, '2026-03-14'))).toMatchObject({ code: 'SIGNING_AUTHORITY_NOT_VALID' });
});

test('AZ-6 a document is recorded of a member, for days that there are', () => {
  const recording = authority(7)[0] as Extract<OrganisationCommand, { type: 'record-signing-authority' }>;
  given(organisationDecider, history())
    .when({ ...recording, member: admin.member })
    .refuses('MEMBER_UNKNOWN');
  given(organisationDecider, history())
    .when({ ...recording, document: { ...recording.document, until: day('2026-02-01') } })
    .refuses('ROLE_PERIOD_EMPTY');
});
