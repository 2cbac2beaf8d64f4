import { expect, test } from 'vitest';
import { type AgreementCommand, type AgreementContent, agreementDecider, dueByClock } from '../agreements/index.ts';
import { about, apply, change, digestAs, expire, firstDigest, force, from, record, signedHistory } from '../agreements/signed.fixtures.ts';
import { day, person } from '../kernel/given.fixtures.ts';
import { fold } from '../kernel/index.ts';
import { type DeadlinesState, evolve, noDeadlines } from './index.ts';

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
const told = ({ deadlines }: DeadlinesState) =>
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
