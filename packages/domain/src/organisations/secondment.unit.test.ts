import { expect, test } from 'vitest';
import { day, given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Actor, type CommandId, fold, type Recorded } from '../kernel/index.ts';
import {
  changesOf,
  delegationsOn,
  type OrganisationCommand,
  type OrganisationEvent,
  organisationDecider,
  rolesOn,
  secondmentOn,
  toOtherOrganisation,
} from './index.ts';

const [admin, other] = [person('office', 'admin'), person('office', 'other')];
const [li, wang] = [person('zone', 'li'), person('zone', 'wang')];
const today = day('2026-03-01');
const id = (digit: number) => `${digit}0000000-0000-4000-8000-000000000000` as CommandId;
const name = { zh: '区', en: 'Zone' };
const profile = { kind: 'zone', name, shortName: name, level: 'national', regionCode: '150000', source: '', verified: false } as const;
const document = { documentNumber: '组干〔2026〕3号', issuedBy: '组织部', from: today, until: day('2026-12-31') };
const system: Actor = { kind: 'process', process: 'test' };

type Step = readonly [OrganisationCommand, Actor];
const registered = (organisation: string): Step => [
  { type: 'register-organisation', actor: admin, today, organisation: org(organisation), profile, verifies: false, codeOverridden: false },
  admin,
];
const drafter = (digit: number): readonly Step[] => [
  [{ type: 'request-role-grant', actor: admin, today, request: id(digit), member: li.member, role: 'drafter', from: today }, admin],
  [{ type: 'approve-role-grant', actor: other, today, request: id(digit) }, other],
];
const atHome: readonly Step[] = [
  registered('zone'),
  ...[li, wang].map(({ member }): Step => [{ type: 'admit-member', actor: admin, today, member }, admin]),
  ...drafter(1),
];
const asking = (change: Partial<Extract<OrganisationCommand, { type: 'request-secondment' }>> = {}): OrganisationCommand => ({
  type: 'request-secondment',
  actor: admin,
  today,
  secondment: id(5),
  member: li.member,
  host: org('host'),
  from: day('2026-03-10'),
  until: day('2026-06-10'),
  document,
  ...change,
});
const asked: Step = [asking(), admin];
const accepting = (actor: typeof admin): OrganisationCommand => ({ type: 'accept-secondment', actor, today, secondment: id(5) });
const accepted: Step = [accepting(other), other];
const ending: OrganisationCommand = { type: 'end-secondment', actor: admin, today: day('2026-04-01'), secondment: id(5), reason: '召回' };

function history(...steps: readonly Step[]): Recorded<OrganisationEvent>[] {
  const events: Recorded<OrganisationEvent>[] = [];
  for (const [command, actor] of steps) {
    const decided = organisationDecider.decide(command, fold(organisationDecider, events));
    if ('refused' in decided) throw new Error(`${command.type}: ${decided.code}`);
    for (const event of decided) events.push(recordedBy(event, actor, events.length));
  }
  return events;
}
const home = (...steps: readonly Step[]) => history(...atHome, ...steps);
const received: Step = [
  { type: 'receive-secondee', secondment: id(5), member: li.member, home: org('zone'), from: day('2026-03-10'), until: day('2026-06-10') },
  system,
];
const host = (...steps: readonly Step[]) => history(registered('host'), ...steps);

test('AZ-7 the organisation that sends asks, another person of the one that receives accepts', () => {
  given(organisationDecider, home()).when(asking()).yields('SecondmentRequested');
  given(organisationDecider, home(asked)).when(accepting(other)).yields('SecondmentAccepted');
  for (const one of [admin, li]) given(organisationDecider, home(asked)).when(accepting(one)).refuses('SECONDMENT_NEEDS_SECOND_PERSON');
  given(organisationDecider, home(asked, accepted)).when(accepting(other)).refuses('SECONDMENT_DECIDED', { state: 'accepted' });
  given(organisationDecider, home()).when(accepting(other)).refuses('SECONDMENT_UNKNOWN');
  given(organisationDecider, home(asked))
    .when({ ...accepting(other), type: 'reject-secondment', reason: '-' } as OrganisationCommand)
    .yields('SecondmentRejected');
  given(organisationDecider, home(asked, accepted))
    .when({ ...accepting(other), type: 'reject-secondment', reason: '-' } as OrganisationCommand)
    .refuses('SECONDMENT_DECIDED');
});

test('AZ-7 somebody is sent to one other place at a time, for days that are to come and that the document names', () => {
  const when = (change: Parameters<typeof asking>[0]) => given(organisationDecider, home()).when(asking(change));
  when({ host: org('zone') }).refuses('SECONDMENT_TO_ITSELF');
  when({ member: admin.member }).refuses('MEMBER_UNKNOWN');
  when({ until: day('2026-03-09') }).refuses('ROLE_PERIOD_EMPTY');
  when({ from: day('2026-02-01'), until: day('2026-02-28') }).refuses('LAST_DAY_PAST');
  when({ until: day('2027-01-01') }).refuses('DELEGATION_BEYOND_DOCUMENT');
  given(organisationDecider, home(asked))
    .when(asking({ secondment: id(6), host: org('third') }))
    .refuses('SECONDMENT_EXISTS', { secondment: id(5) });
  given(organisationDecider, home(asked))
    .when(asking({ secondment: id(6), from: day('2026-06-11'), until: day('2026-07-01') }))
    .yields('SecondmentRequested');
});

test('AZ-7 meanwhile the roles at home rest, and what was delegated of them; they come back by date or when it is ended', () => {
  const delegation: readonly Step[] = [
    [
      {
        type: 'request-delegation',
        actor: li,
        today,
        delegation: id(7),
        delegate: wang.member,
        role: 'drafter',
        from: today,
        until: day('2026-12-31'),
        scope: { kind: 'all' },
        document,
      },
      li,
    ],
    [{ type: 'approve-delegation', actor: other, today, delegation: id(7) }, other],
  ];
  const state = fold(organisationDecider, home(...delegation, asked, accepted));
  const on = (text: string) => [rolesOn(state, li.member, day(text)).length, delegationsOn(state, wang.member, day(text)).length];
  expect(on('2026-03-09')).toEqual([1, 1]);
  expect(on('2026-03-10')).toEqual([0, 0]);
  expect(on('2026-06-10')).toEqual([0, 0]);
  expect(on('2026-06-11')).toEqual([1, 1]);
  expect(secondmentOn(state, li.member, day('2026-06-10'))?.host).toBe('host');
  expect(changesOf(state, li.member)).toEqual(expect.arrayContaining(['2026-03-10', '2026-06-11']));
  const ended = fold(organisationDecider, home(asked, accepted, [ending, admin]));
  expect(rolesOn(ended, li.member, day('2026-05-01'))).toEqual(['drafter']);
  given(organisationDecider, home(asked, accepted, [ending, admin]))
    .when(ending)
    .refuses('SECONDMENT_DECIDED', { state: 'ended' });
});

test('AZ-7 EV-7 the organisation that receives is told, grants its own roles, and they hold while the person is sent there', () => {
  const event = home(asked, accepted).at(-1)?.event as OrganisationEvent;
  expect(toOtherOrganisation(event)).toEqual({ organisation: 'host', command: received[0] });
  given(organisationDecider, host())
    .when(drafter(2)[0]?.[0] as OrganisationCommand)
    .refuses('MEMBER_UNKNOWN');
  const state = fold(organisationDecider, host(received, ...drafter(2)));
  expect(rolesOn(state, li.member, day('2026-03-09'))).toEqual([]);
  expect(rolesOn(state, li.member, day('2026-03-10'))).toEqual(['drafter']);
  expect(rolesOn(state, li.member, day('2026-06-11'))).toEqual([]);
  given(organisationDecider, host(received)).when(received[0]).refuses('SECONDMENT_EXISTS');

  const over = home(asked, accepted, [ending, admin]).at(-1)?.event as OrganisationEvent;
  const release = toOtherOrganisation(over)?.command as OrganisationCommand;
  const after = fold(organisationDecider, host(received, ...drafter(2), [release, system]));
  expect(rolesOn(after, li.member, day('2026-05-01'))).toEqual([]);
  given(organisationDecider, host()).when(release).refuses('SECONDMENT_UNKNOWN');
});
