import { expect, test } from 'vitest';
import { type AgreementCommand, type AgreementContent, agreementDecider, dueByClock } from '../agreements/index.ts';
import { about, apply, change, digestAs, expire, firstDigest, force, from, record, signedHistory } from '../agreements/signed.fixtures.ts';
import type { ClearanceEvent } from '../clearance/index.ts';
import { day, memberOf, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type CommandId, fold, type NegotiationId } from '../kernel/index.ts';
import type { OrganisationEvent } from '../organisations/index.ts';
import { type DeadlinesState, evolve, type MandateDays, noDeadlines, noMandateDays, ofOrganisation, reminderOn } from './index.ts';

const signatory = person('xian', 'x');
const other = person('bayannur', 'b');
const given = (today: string, actor = signatory) => ({ actor, basis: firstDigest, today: day(today) });
const fix = (dueOn: string, calendarVersion = 'test'): AgreementCommand => ({
  type: 'fix-filing-deadline',
  deadline: { dueOn: day(dueOn), provisional: calendarVersion === 'test', calendarVersion },
});

function daysOf(terms: Partial<AgreementContent>, ...commands: readonly AgreementCommand[]) {
  const events = signedHistory(terms, ...commands);
  const state = events.reduce<DeadlinesState>((before, event) => evolve(before, event as never), noDeadlines);
  return { state, events, of: (id: string) => state.deadlines.get(id) };
}
/** Kind and day of what is open, and how the others came out. */
const told = ({ deadlines }: Pick<DeadlinesState, 'deadlines'>) =>
  Object.fromEntries([...deadlines.values()].map(({ id, on, outcome }) => [id, outcome ? `${on} ${outcome.how}` : on]));

test('TM-4 filing is a duty of each party, moved by a newer calendar for those who have not filed, with the event that fulfils it', () => {
  const file: AgreementCommand = { type: 'file-agreement', ...given('2026-03-05'), filedOn: day('2026-03-05'), office: '-', fileNumber: '' };
  const { state, events, of } = daysOf({}, fix('2026-03-09'), file, fix('2026-03-10', 'newer'));
  expect(told(state)).toEqual({ 'file/xian': '2026-03-09 done', 'file/bayannur': '2026-03-10', 'file/tianjin': '2026-03-10' });
  expect(of('file/xian')).toMatchObject({ who: ['xian'], provisional: true, rule: { code: 'filing', days: 5 }, outcome: { by: events[2]?.id } });
  expect(of('file/bayannur')).toMatchObject({ provisional: false, setBy: events[3]?.id });
});

test('TM-4 force and last day come by themselves; an amendment moves the last day; what ended waits for nothing but filing', () => {
  const terms = { effect: { kind: 'on-date' as const, date: day('2026-03-20') }, until: day('2026-12-31') };
  expect(told(daysOf(terms).state)).toEqual({ 'take-force': '2026-03-20', expire: '2026-12-31' });
  const longer = change('a', { ...terms, purpose: about('amendment'), until: day('2027-12-31'), effect: from('2026-12-31') });
  const history = [fix('2026-03-09'), force('2026-03-20'), record(longer)] as const;
  expect(told(daysOf(terms, ...history).state)).toMatchObject({ 'take-force': '2026-03-20 passed', 'amendment-applies/2': '2026-12-31' });
  const { state } = daysOf(terms, ...history, apply('2026-12-31'));
  expect(told(state)).toMatchObject({ 'amendment-applies/2': '2026-12-31 passed', expire: '2027-12-31' });
  const ended = daysOf(terms, ...history, apply('2026-12-31'), expire('2028-01-01')).state;
  expect(told(ended)).toMatchObject({ expire: '2027-12-31 passed', 'file/xian': '2026-03-09' });
});

test('TM-4 an agreement that would take force after its last day never does, and one about another one has no days of its own', () => {
  expect(told(daysOf({ effect: { kind: 'on-date', date: day('2027-01-01') }, until: day('2026-12-31') }).state)).toEqual({ expire: '2026-12-31' });
  expect(told(daysOf({ purpose: about('amendment'), until: day('2026-12-31') }).state)).toEqual({});
});

test('TM-4 days to make good are done when it is, enforced when it is not; notice of a policy change can be taken back', () => {
  const exit = { breach: { cureDays: 30 }, policyChange: { noticeDays: 60 } };
  const notice: AgreementCommand = { type: 'give-breach-notice', ...given('2026-04-01'), against: other.organisation, words: '-' };
  const noticed = daysOf({ exit }, force(), notice);
  expect(noticed.of('make-good/1')).toMatchObject({ who: ['bayannur'], on: '2026-05-01', rule: { code: 'terms-cure', days: 30 } });
  const cured = daysOf({ exit }, force(), notice, { type: 'accept-cure', ...given('2026-04-20'), notice: 1 });
  expect(told(cured.state)['make-good/1']).toBe('2026-05-01 done');
  const broken = daysOf({ exit }, force(), notice, { type: 'terminate-for-breach', ...given('2026-05-02'), notice: 1, words: '' });
  expect(told(broken.state)['make-good/1']).toBe('2026-05-01 enforced');
  const policy: AgreementCommand = { type: 'give-policy-notice', ...given('2026-04-01'), document: '-', words: '-', effectiveOn: day('2026-07-01') };
  expect(told(daysOf({ exit }, force(), policy).state)['policy-termination']).toBe('2026-07-01');
  const back = daysOf({ exit }, force(), policy, { type: 'withdraw-policy-notice', ...given('2026-04-02') });
  expect(told(back.state)['policy-termination']).toBe('2026-07-01 void');
});

test('TM-3 TM-4 what the clock waits for next is the soonest day among those that come by themselves', () => {
  const terms = {
    effect: { kind: 'on-date' as const, date: day('2026-03-20') },
    until: day('2026-12-31'),
    exit: { policyChange: { noticeDays: 60 } },
  };
  const policy: AgreementCommand = { type: 'give-policy-notice', ...given('2026-04-01'), document: '-', words: '-', effectiveOn: day('2026-07-01') };
  const amended = change('a', { ...terms, purpose: about('amendment'), effect: from('2026-06-01') });
  const ending = change('b', { purpose: about('termination', digestAs('a')), effect: from('2026-06-15') });
  const commands = [force('2026-03-20'), policy, record(amended), apply('2026-06-01'), record(ending, '2026-06-02')];
  for (let length = 0; length <= commands.length; length += 1) {
    const { state, events } = daysOf(terms, ...commands.slice(0, length));
    const due = dueByClock(fold(agreementDecider, events));
    const open = [...state.deadlines.values()].filter(({ outcome }) => !outcome).map(({ kind, on }) => (kind === 'expire' ? '2027-01-01' : on));
    expect(due?.on).toBe(open.sort()[0]);
  }
});

test('TM-4 a step of the internal procedure has its day until it is passed or returned, each party its own; what is voided waits for nothing', () => {
  const of = { negotiation: '11111111-1111-4111-8111-111111111111' as NegotiationId, digest: firstDigest };
  const fixed = (party: string, step: 'consultation' | 'legal-review', dueOn: string): ClearanceEvent => ({
    type: 'ClearanceDeadlineFixed',
    data: { ...of, party: org(party), step, dueOn: day(dueOn), provisional: false, calendarVersion: 'test' },
  });
  const passed = (party: string): ClearanceEvent => ({
    type: 'ClearanceStepPassed',
    data: { ...of, party: org(party), record: { step: 'consultation', departments: ['财政局'], note: '' } },
  });
  const after = (...events: ClearanceEvent[]) =>
    told(events.reduce<DeadlinesState>((state, event, index) => evolve(state, recordedBy(event, signatory, index) as never), noDeadlines));
  const both = [fixed('xian', 'consultation', '2026-03-09'), fixed('bayannur', 'consultation', '2026-03-20'), passed('xian')] as const;
  expect(after(...both)).toEqual({ 'step/xian/consultation': '2026-03-09 done', 'step/bayannur/consultation': '2026-03-20' });
  const review = [...both, fixed('xian', 'legal-review', '2026-03-16')] as const;
  const back: ClearanceEvent = { type: 'ClearanceReturned', data: { ...of, party: org('xian'), step: 'legal-review', reason: '-' } };
  expect(after(...review, back, fixed('xian', 'consultation', '2026-03-30'))).toEqual({
    'step/xian/consultation': '2026-03-30',
    'step/bayannur/consultation': '2026-03-20',
    'step/xian/legal-review': '2026-03-16 done',
  });
  const voided: ClearanceEvent = { type: 'ClearanceVoided', data: { ...of, party: org('xian'), because: 'text-changed' } };
  expect(after(...review, voided)).toMatchObject({ 'step/xian/legal-review': '2026-03-16 void', 'step/bayannur/consultation': '2026-03-20' });
});

test('TM-4 that by which people act for an organisation has its last day there: delegations once approved, documents that name one, secondments at both', () => {
  const organisation = org('xian');
  const [head, officer] = [memberOf('head'), memberOf('officer')];
  const document = { documentNumber: '授权〔2026〕8号', issuedBy: '-', from: day('2026-01-01'), until: day('2026-09-30') };
  const ids = ['a', 'b', 'c'].map((each) => `${each.repeat(8)}-0000-4000-8000-000000000000` as CommandId) as [CommandId, CommandId, CommandId];
  const [delegation, authority, secondment] = ids;
  const asked = { organisation, delegation, principal: head, delegate: officer };
  const days = { from: day('2026-01-01'), until: day('2026-06-30') };
  const events: OrganisationEvent[] = [
    { type: 'DelegationRequested', data: { ...asked, ...days, role: 'signatory', scope: { kind: 'all' }, document } },
    { type: 'DelegationApproved', data: { organisation, delegation, principal: head, delegate: officer, approvedBy: memberOf('admin') } },
    { type: 'SigningAuthorityRecorded', data: { organisation, member: head, authority, basis: 'office', document } },
    { type: 'SecondeeReceived', data: { organisation, secondment, member: memberOf('guest'), home: org('beijing'), ...days } },
  ];
  const after = (...list: OrganisationEvent[]) =>
    list.reduce<MandateDays>((state, event, index) => ofOrganisation(state, recordedBy(event, signatory, index)), noMandateDays);
  expect(told(after(...events.slice(0, 1)))).toEqual({});
  const all = after(...events);
  expect(told(all)).toEqual({
    [`delegation/${delegation}`]: '2026-06-30',
    [`authority/${authority}`]: '2026-09-30',
    [`secondment/${secondment}`]: '2026-06-30',
  });
  expect(all.deadlines.get(`delegation/${delegation}`)?.mandate).toEqual({ member: officer, principal: head, document: '授权〔2026〕8号' });
  const gone = after(
    ...events,
    { type: 'DelegationRevoked', data: { organisation, delegation, principal: head, delegate: officer, reason: '-' } },
    { type: 'SigningAuthorityWithdrawn', data: { organisation, authority, reason: '-' } },
    { type: 'SecondeeReleased', data: { organisation, secondment, member: memberOf('guest') } },
  );
  expect(Object.values(told(gone)).every((each) => each.endsWith('void'))).toBe(true);
});

test('TM-6 of what has only a date nobody is told once it is over', () => {
  const ends = { kind: 'authority-ends' as const, on: day('2026-06-30') };
  expect([
    reminderOn(ends, 'own', day('2026-06-30'))?.lead,
    reminderOn(ends, 'own', day('2026-07-01')),
    reminderOn(ends, 'other', day('2026-06-30')),
  ]).toEqual([0, undefined, undefined]);
});
