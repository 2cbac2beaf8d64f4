import { expect, test } from 'vitest';
import { day, given, org, person } from '../kernel/given.fixtures.ts';
import { fold, type Recorded } from '../kernel/index.ts';
import { contentBetween } from './content.fixtures.ts';
import {
  type AgreementCommand,
  type AgreementEvent,
  agreementDecider,
  availableInAgreement,
  contradictionIn,
  dueByClock,
  fromChanged,
  type JointStep,
  renderText,
  termsVersions,
} from './index.ts';
import { about, agreement, apply, change, digestAs, expire, firstDigest, force, from, record, signedHistory, three } from './signed.fixtures.ts';

const [anna, bo, chen] = [person('xian', 'anna'), person('bayannur', 'bo'), person('tianjin', 'chen')];
const state = (events: Recorded<AgreementEvent>[]) => fold(agreementDecider, events);
const lastOf = (events: Recorded<AgreementEvent>[]) => events.at(-1)?.event;
const exit = { breach: { cureDays: 30 }, policyChange: { noticeDays: 60 } };
const by = (actor: typeof anna, today: string) => ({ actor, basis: firstDigest, today: day(today) });

const step = (which: JointStep, actor = anna, today = '2026-05-01'): AgreementCommand => ({
  type: 'agree-step',
  ...by(actor, today),
  step: which,
  words: '',
});
const allStep = (which: JointStep, today = '2026-05-01') => [step(which, anna, today), step(which, bo, today), step(which, chen, today)];
const notice = (actor = anna, against = 'bayannur', today = '2026-05-01'): AgreementCommand => ({
  type: 'give-breach-notice',
  ...by(actor, today),
  against: org(against),
  words: '未按期划转',
});
const endForBreach = (actor = anna, today = '2026-06-01', number = 1): AgreementCommand => ({
  type: 'terminate-for-breach',
  ...by(actor, today),
  notice: number,
  words: '逾期未补正',
});
const policyNotice = (actor = anna, effectiveOn = '2026-07-01', today = '2026-05-01'): AgreementCommand => ({
  type: 'give-policy-notice',
  ...by(actor, today),
  document: '国发〔2026〕1号',
  words: '政策取消',
  effectiveOn: day(effectiveOn),
});
const terminate = (today: string): AgreementCommand => ({ type: 'terminate', today: day(today) });
const termination = (effect = from('2026-06-01') as ReturnType<typeof from> | { kind: 'on-conclusion' }, version = firstDigest) =>
  change('a', { purpose: about('termination', version), effect, clauses: contentBetween(three).clauses.slice(1) });

test('AG-24 suspension, resumption, closing and archiving are taken by the last party’s word, each in its phase alone', () => {
  const inForce = signedHistory({}, force());
  given(agreementDecider, inForce).when(step('suspend')).yields('JointStepAgreed');
  given(agreementDecider, signedHistory({}, force(), step('suspend')))
    .when(step('suspend'))
    .refuses('STEP_ALREADY_AGREED', { party: 'xian' });
  given(agreementDecider, signedHistory({}, force(), step('suspend'), step('suspend', bo)))
    .when(step('suspend', chen, '2026-05-02'))
    .then([
      { type: 'JointStepAgreed', data: { agreement, party: 'tianjin', step: 'suspend', words: '' } },
      { type: 'AgreementSuspended', data: { agreement, effectiveOn: '2026-05-02' } },
    ]);
  const suspended = signedHistory({}, force(), ...allStep('suspend'));
  expect(state(suspended)).toMatchObject({ phase: 'suspended' });
  given(agreementDecider, suspended).when(step('suspend')).refuses('STEP_NOT_POSSIBLE', { state: 'suspended' });
  expect(state(signedHistory({}, force(), ...allStep('suspend'), ...allStep('resume'))).phase).toBe('in-force');
  for (const which of ['resume', 'close', 'archive'] as const) given(agreementDecider, inForce).when(step(which)).refuses('STEP_NOT_POSSIBLE');
  given(agreementDecider, signedHistory({})).when(step('suspend')).refuses('STEP_NOT_POSSIBLE', { state: 'concluded' });
  given(agreementDecider, inForce)
    .when(step('suspend', person('dalian', 'eve')))
    .refuses('NOT_A_PARTY');
});

test('AG-24 a party takes its word back until the last one; what was agreed falls with the phase', () => {
  const one = signedHistory({}, force(), step('suspend'), step('suspend', bo));
  const back = { type: 'withdraw-step' as const, ...by(bo, '2026-05-01'), step: 'suspend' as const };
  given(agreementDecider, one).when(back).yields('JointStepWithdrawn');
  given(agreementDecider, one)
    .when({ ...back, actor: chen })
    .refuses('STEP_NOT_AGREED', { party: 'tianjin' });
  const withdrawn = signedHistory({}, force(), step('suspend'), step('suspend', bo), back);
  given(agreementDecider, withdrawn).when(step('suspend', chen)).yields('JointStepAgreed');
  const term = { until: day('2026-12-31') };
  const ended = signedHistory(term, force(), step('suspend'), step('suspend', bo), expire('2027-01-01'));
  expect(state(ended).steps.size).toBe(0);
});

test('AG-25 解除 by consent is an agreement of its own; it ends the named one on its day, never before it was concluded', () => {
  const inForce = signedHistory({}, force());
  given(agreementDecider, inForce).when(record(termination())).yields('TerminationAgreed');
  const agreed = signedHistory({}, force(), record(termination()));
  expect(dueByClock(state(agreed))).toEqual({ command: 'terminate', on: '2026-06-01' });
  given(agreementDecider, agreed).when(terminate('2026-05-31')).refuses('AGREEMENT_NOT_DUE', { effectiveOn: '2026-06-01' });
  given(agreementDecider, agreed)
    .when(terminate('2026-08-08'))
    .then([{ type: 'AgreementTerminated', data: { agreement, ground: 'by-consent', effectiveOn: '2026-06-01', words: '' } }]);
  given(agreementDecider, agreed)
    .when(record(change('b', { purpose: about('amendment') })))
    .refuses('TERMINATION_AGREED');
  const back = signedHistory({}, force(), record(termination(from('2026-03-10'))));
  expect(lastOf(back)).toMatchObject({ type: 'AgreementTerminated', data: { effectiveOn: '2026-04-01' } });
  const ended = signedHistory({}, force(), record(termination()), terminate('2026-06-01'));
  expect(fromChanged(lastOf(ended) as AgreementEvent, state(ended))).toEqual([
    { agreement: termination().amendment, command: { type: 'take-effect', effectiveOn: '2026-06-01' } },
  ]);
  expect(termsVersions(state(ended)).map(({ until }) => until)).toEqual(['2026-05-31']);
  expect(contradictionIn({ ...termination().content, until: day('2030-01-01') })).toEqual({ path: 'until', problem: 'termination-with-terms' });
  expect(contradictionIn({ ...termination().content, clauses: contentBetween(three).clauses })).toMatchObject({
    path: 'clauses.0',
    problem: 'termination-with-terms',
  });
  expect(contradictionIn(termination().content)).toBeUndefined();
});

test('AG-25 what ends it first voids what would have come later', () => {
  const later = change('b', { purpose: about('amendment'), effect: from('2026-12-01') });
  const both = signedHistory({}, force(), record(later), record(termination(from('2026-06-01'), digestAs('b'))), terminate('2026-06-01'));
  expect(fromChanged(lastOf(both) as AgreementEvent, state(both)).map(({ agreement: of, command }) => [of[0], command.type])).toEqual([
    ['b', 'void-agreement'],
    ['a', 'take-effect'],
  ]);
  const expired = signedHistory({ until: day('2026-05-15') }, force(), record(termination()), expire('2026-05-16'));
  expect(fromChanged(lastOf(expired) as AgreementEvent, state(expired)).map(({ command }) => command.type)).toEqual(['void-agreement']);
  given(agreementDecider, signedHistory({ until: day('2026-12-31') }, force(), record(termination())))
    .when(expire('2027-01-01'))
    .refuses('AGREEMENT_NOT_DUE');
});

test('AG-26 for breach: notice, time to make good by the terms, then termination by who gave the notice', () => {
  const inForce = signedHistory({ exit }, force());
  given(agreementDecider, signedHistory({}, force())).when(notice()).refuses('EXIT_NOT_IN_TERMS', { ground: 'for-breach' });
  given(agreementDecider, inForce)
    .when(notice())
    .then([
      { type: 'BreachNoticeGiven', data: { agreement, notice: 1, party: 'xian', against: 'bayannur', words: '未按期划转', cureUntil: '2026-05-31' } },
    ]);
  given(agreementDecider, inForce).when(notice(anna, 'xian')).refuses('NOTICE_AGAINST_ONESELF');
  given(agreementDecider, inForce).when(notice(anna, 'dalian')).refuses('NOT_A_PARTY');
  const noticed = signedHistory({ exit }, force(), notice());
  given(agreementDecider, noticed).when(endForBreach(anna, '2026-05-31')).refuses('CURE_PERIOD_RUNS', { cureUntil: '2026-05-31' });
  given(agreementDecider, noticed).when(endForBreach(chen)).refuses('NOTICE_NOT_OWN');
  given(agreementDecider, noticed)
    .when(endForBreach(anna, '2026-06-01', 2))
    .refuses('NOTICE_UNKNOWN');
  given(agreementDecider, noticed)
    .when(endForBreach())
    .then([
      {
        type: 'AgreementTerminated',
        data: { agreement, ground: 'for-breach', effectiveOn: '2026-06-01', party: 'xian', notice: 1, words: '逾期未补正' },
      },
    ]);
  const answer: AgreementCommand = { type: 'answer-breach-notice', ...by(bo, '2026-05-02'), notice: 1, words: '已划转' };
  given(agreementDecider, noticed).when(answer).yields('BreachNoticeAnswered');
  given(agreementDecider, noticed)
    .when({ ...answer, actor: chen })
    .refuses('NOTICE_NOT_OWN');
  given(agreementDecider, signedHistory({ exit }, force(), notice(), answer))
    .when(answer)
    .refuses('NOTICE_ANSWERED');
  const cure: AgreementCommand = { type: 'accept-cure', ...by(anna, '2026-05-10'), notice: 1 };
  given(agreementDecider, noticed)
    .when({ ...cure, actor: bo })
    .refuses('NOTICE_NOT_OWN');
  given(agreementDecider, signedHistory({ exit }, force(), notice(), cure))
    .when(endForBreach())
    .refuses('NOTICE_CURED');
  // Also while it is suspended; not before it is in force, and not after it has ended.
  given(agreementDecider, signedHistory({ exit }, force(), ...allStep('suspend')))
    .when(notice())
    .yields('BreachNoticeGiven');
  given(agreementDecider, signedHistory({ exit })).when(notice()).refuses('AGREEMENT_NOT_IN_FORCE');
  given(agreementDecider, signedHistory({ exit }, force(), notice(), endForBreach()))
    .when(notice())
    .refuses('AGREEMENT_ENDED', { state: 'terminated' });
});

test('AG-26 what one party may do alone follows from the version in effect', () => {
  const without = change('a', { purpose: about('amendment'), effect: from('2026-04-01') });
  const amended = signedHistory({ exit }, force(), record(without));
  given(agreementDecider, amended)
    .when({ ...notice(), basis: digestAs('a') } as AgreementCommand)
    .refuses('EXIT_NOT_IN_TERMS');
  given(agreementDecider, amended).when(notice()).refuses('BASIS_OUTDATED');
  expect(apply('2026-04-01').type).toBe('apply-amendment');
});

test('AG-27 because of a change of policy: a notice so many days ahead, that can be taken back, and the clock', () => {
  const inForce = signedHistory({ exit }, force());
  given(agreementDecider, signedHistory({}, force())).when(policyNotice()).refuses('EXIT_NOT_IN_TERMS', { ground: 'by-policy-change' });
  given(agreementDecider, inForce).when(policyNotice(anna, '2026-06-29')).refuses('POLICY_NOTICE_TOO_SHORT', { earliest: '2026-06-30' });
  given(agreementDecider, inForce).when(policyNotice()).yields('PolicyNoticeGiven');
  const noticed = signedHistory({ exit }, force(), policyNotice());
  given(agreementDecider, noticed).when(policyNotice(bo)).refuses('POLICY_NOTICE_GIVEN', { party: 'xian' });
  expect(dueByClock(state(noticed))).toEqual({ command: 'terminate', on: '2026-07-01' });
  expect(agreementDecider.decide(terminate('2026-07-03'), state(noticed))).toMatchObject([
    {
      type: 'AgreementTerminated',
      data: { ground: 'by-policy-change', effectiveOn: '2026-07-01', party: 'xian', words: '国发〔2026〕1号 政策取消' },
    },
  ]);
  const back: AgreementCommand = { type: 'withdraw-policy-notice', ...by(anna, '2026-05-20') };
  given(agreementDecider, noticed)
    .when({ ...back, actor: bo })
    .refuses('POLICY_NOTICE_NONE');
  const withdrawn = signedHistory({ exit }, force(), policyNotice(), back);
  expect(dueByClock(state(withdrawn))).toBeUndefined();
  given(agreementDecider, withdrawn).when(terminate('2026-07-03')).refuses('TERMINATION_NONE');
});

test('AG-28 what has ended is wound up, closed and archived by all, and nothing of it is taken up again', () => {
  const ended = signedHistory({ exit }, force(), notice(), endForBreach());
  given(agreementDecider, ended).when(step('archive')).refuses('STEP_NOT_POSSIBLE', { state: 'terminated' });
  const closed = signedHistory({ exit }, force(), notice(), endForBreach(), ...allStep('close', '2026-07-01'));
  expect(lastOf(closed)).toEqual({ type: 'AgreementClosed', data: { agreement, effectiveOn: '2026-07-01' } });
  const archived = signedHistory({ exit }, force(), notice(), endForBreach(), ...allStep('close', '2026-07-01'), ...allStep('archive', '2026-08-01'));
  expect(state(archived)).toMatchObject({ phase: 'archived', endedOn: '2026-06-01', ground: 'for-breach' });
  for (const events of [ended, closed, archived]) {
    expect(dueByClock(state(events))).toBeUndefined();
    for (const command of [
      force('2030-01-01'),
      expire('2030-01-01'),
      terminate('2030-01-01'),
      apply('2030-01-01'),
      notice(),
      policyNotice(),
      endForBreach(),
      step('suspend'),
      step('resume'),
      record(termination()),
    ])
      expect(agreementDecider.decide(command, state(events)), command.type).toHaveProperty('refused', true);
  }
  // What never took force leaves nothing to be wound up.
  given(agreementDecider, signedHistory({ until: day('2026-02-01') }, expire('2026-03-02')))
    .when(step('close'))
    .refuses('STEP_NOT_POSSIBLE');
});

test('AG-15 AG-26 AG-27 the ways out stand in the text, and other days read differently', () => {
  const texts = [{}, { breach: { cureDays: 30 } }, { breach: { cureDays: 31 } }, { policyChange: { noticeDays: 30 } }, exit].map(
    (ways) => renderText({ ...contentBetween(three), exit: ways }).zh,
  );
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts[4]).toContain('自通知之日起30日内未补正');
  expect(texts[0]).toBe(renderText(contentBetween(three)).zh);
  expect(renderText(termination().content).zh).toContain('自2026年6月1日起解除');
  expect(renderText(termination().content).en).toContain('ends as of 2026-06-01');
});

test('AZ-4 of the ways out each party is offered its own', () => {
  const open = (events: Recorded<AgreementEvent>[], actor = anna, today = '2026-06-10') =>
    availableInAgreement(state(events), actor, day(today))
      // A waiver may be asked for at any time; its own tests say of what.
      .filter(({ command, missing }) => missing.length === 0 && command !== 'propose-waiver')
      .map(({ command }) => command);
  const noticed = signedHistory({ exit }, force(), notice(), policyNotice(bo, '2026-08-01', '2026-05-01'));
  expect(open(noticed)).toEqual(['propose-change', 'file-agreement', 'agree-step', 'give-breach-notice', 'accept-cure', 'terminate-for-breach']);
  expect(open(noticed, anna, '2026-05-20')).not.toContain('terminate-for-breach');
  expect(open(noticed, bo)).toEqual([
    'propose-change',
    'file-agreement',
    'agree-step',
    'give-breach-notice',
    'answer-breach-notice',
    'withdraw-policy-notice',
  ]);
  expect(open(noticed, chen)).toEqual(['propose-change', 'file-agreement', 'agree-step', 'give-breach-notice']);
});
