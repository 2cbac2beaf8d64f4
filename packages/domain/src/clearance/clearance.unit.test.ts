import { expect, test } from 'vitest';
import { contentBetween } from '../agreements/content.fixtures.ts';
import { day, given, memberOf, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Actor, addDays, type Digest, fold, type NegotiationId, type Recorded } from '../kernel/index.ts';
import {
  availableInClearance,
  type ChainStep,
  type ClearanceCommand,
  type ClearanceEvent,
  clearanceDecider,
  nextStep,
  procedureFor,
  type StepRecord,
  standardProcedure,
} from './index.ts';

const negotiation = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const D1 = '1'.repeat(64) as Digest;
const D2 = '2'.repeat(64) as Digest;
const anna = person('xian', 'anna');
const bo = person('xian', 'bo');
const process: Actor = { kind: 'process', process: 'test' };
/** So many days on: that they are working days is the calendar's to say. */
const deadlineIn = (workingDays: number) => ({ dueOn: addDays(day('2026-01-01'), workingDays), provisional: false, calendarVersion: 'test' });
const opening = (digest: Digest, procedure = standardProcedure): Extract<ClearanceCommand, { type: 'open-clearance' }> => ({
  type: 'open-clearance',
  negotiation,
  party: org('xian'),
  digest,
  draftedBy: digest === D1 ? [anna.member] : [],
  procedure,
  deadlineIn,
});
const open: readonly [ClearanceCommand, Actor] = [opening(D1), process];
const pass = (record: StepRecord, actor = bo): readonly [ClearanceCommand, Actor] => [
  { type: 'pass-clearance-step', actor, basis: D1, record, recordDigest: D2, deadlineIn },
  actor,
];
const returned = (step: ReturnType<typeof nextStep> & string): Extract<ClearanceCommand, { type: 'return-clearance' }> => ({
  type: 'return-clearance',
  actor: bo,
  basis: D1,
  step,
  reason: '权限不清',
  deadlineIn,
});
const consultation = pass({ step: 'consultation', departments: ['财政局'], note: '' }, anna);
const review = pass({ step: 'legal-review', opinionNumber: '1号', note: '' });
const competition = pass({ step: 'fair-competition-review', applies: true, note: '' });
const decision = pass({ step: 'collective-decision', meetingOn: day('2026-01-05'), attendees: 9, documentNumber: '纪要7号', note: '' }, anna);
const approval = pass({ step: 'seal-approval', note: '' });
const whole = [open, consultation, review, competition, decision, approval];

function history(...steps: readonly (readonly [ClearanceCommand, Actor])[]): Recorded<ClearanceEvent>[] {
  const events: Recorded<ClearanceEvent>[] = [];
  for (const [command, actor] of steps) {
    const decided = clearanceDecider.decide(command, fold(clearanceDecider, events));
    if ('refused' in decided) throw new Error(`${command.type}: ${decided.code}`);
    for (const event of decided) events.push(recordedBy(event, actor, events.length));
  }
  return events;
}

test('AG-9 the steps come in their order, and the last grants clearance with the number of the decision', () => {
  given(clearanceDecider, history(open)).when(review[0]).refuses('CLEARANCE_STEP_OUT_OF_ORDER', { step: 'legal-review', next: 'consultation' });
  given(clearanceDecider, history(open, consultation, review, competition, decision))
    .when(approval[0])
    .yields('ClearanceStepPassed', 'ClearanceGranted');
  const granted = history(...whole).at(-1)?.event;
  expect(granted).toMatchObject({ type: 'ClearanceGranted', data: { documentNumber: '纪要7号', recordDigest: D2 } });
  given(clearanceDecider, []).when(consultation[0]).refuses('CLEARANCE_UNKNOWN');
});

test('AZ-3.1 who drafted the text does not review its legality', () => {
  given(clearanceDecider, history(open, consultation))
    .when(pass({ step: 'legal-review', opinionNumber: '1号', note: '' }, anna)[0])
    .refuses('DUTIES_NOT_SEPARATE', { first: 'drafter' });
  expect(availableInClearance(fold(clearanceDecider, history(open, consultation)), anna).available[0]?.missing[0]?.code).toBe('DUTIES_NOT_SEPARATE');
  expect(availableInClearance(fold(clearanceDecider, history(open, consultation)), bo).available[0]?.missing).toEqual([]);
});

test('AG-10 a returned procedure begins again with its first step', () => {
  const back = history(open, consultation, [returned('legal-review'), bo]);
  given(clearanceDecider, back).when(review[0]).refuses('CLEARANCE_STEP_OUT_OF_ORDER', { next: 'consultation' });
  given(clearanceDecider, back).when(consultation[0]).yields('ClearanceStepPassed', 'ClearanceDeadlineFixed');
  given(clearanceDecider, history(open)).when(returned('seal-approval')).refuses('CLEARANCE_STEP_OUT_OF_ORDER');
});

test('AG-11 another text voids the procedure, and only another text opens it again', () => {
  const voided = history(...whole, [{ type: 'void-clearance', digest: D1, because: 'text-changed' }, process]);
  given(clearanceDecider, voided).when(open[0]).refuses('CLEARANCE_EXISTS');
  given(clearanceDecider, voided).when(opening(D2)).yields('ClearanceOpened');
  given(clearanceDecider, history(open)).when(opening(D2)).refuses('CLEARANCE_EXISTS');
  given(clearanceDecider, voided).when(consultation[0]).refuses('CLEARANCE_NOT_OPEN');
  given(clearanceDecider, history(open)).when({ type: 'void-clearance', digest: D2, because: 'text-changed' }).refuses('BASIS_OUTDATED');
  given(clearanceDecider, voided).when({ type: 'void-clearance', digest: D1, because: 'text-changed' }).refuses('CLEARANCE_NOT_OPEN');
});

test('AG-12 a granted clearance can be withdrawn; an open one cannot', () => {
  given(clearanceDecider, history(...whole))
    .when({ type: 'withdraw-clearance', actor: bo, basis: D1, reason: '-' })
    .yields('ClearanceWithdrawn');
  given(clearanceDecider, history(open)).when({ type: 'withdraw-clearance', actor: bo, basis: D1, reason: '-' }).refuses('CLEARANCE_NOT_GRANTED');
  given(clearanceDecider, history(...whole))
    .when({ type: 'withdraw-clearance', actor: bo, basis: D2, reason: '-' })
    .refuses('BASIS_OUTDATED');
  expect(memberOf('anna')).toBe(anna.member);
});

const own: readonly ChainStep[] = [
  { step: 'consultation', departments: ['财政局', '自然资源分局', '投资促进局'], answers: 'all', when: [], workingDays: 3 },
  { step: 'legal-review', when: [], workingDays: 7 },
  { step: 'fair-competition-review', when: [{ kind: 'share-to-company' }] },
  {
    step: 'collective-decision',
    when: [
      { kind: 'amount', from: '5000000000' },
      { kind: 'mode', modes: ['fully-entrusted'] },
    ],
    workingDays: 10,
  },
  { step: 'seal-approval' },
];
const openOwn = (steps = own, leaving: readonly string[] = []): readonly [ClearanceCommand, Actor] => [
  opening(D1, {
    version: 3,
    steps: steps.filter(({ step }) => !leaving.includes(step)),
    left: steps.filter(({ step }) => leaving.includes(step)),
  }),
  process,
];
const answer = (department: string): readonly [ClearanceCommand, Actor] => [
  { type: 'record-consultation', actor: anna, basis: D1, consultation: { department, documentNumber: '财函1号', note: '' }, deadlineIn },
  anna,
];

test('AG-37 a text takes the steps whose conditions it meets, one of several being enough; sums that are not stated count as above', () => {
  const stepsFor = (mode: 'enclave' | 'fully-entrusted', company?: string) =>
    procedureFor({ version: 3, steps: own }, { ...contentBetween(['xian', 'bayannur']), mode }, (organisation) => organisation === company);
  expect(stepsFor('enclave').left.map(({ step }) => step)).toEqual(['fair-competition-review']);
  expect(stepsFor('enclave', 'bayannur').left).toEqual([]);
  const never: readonly ChainStep[] = own.map((each) =>
    each.step === 'collective-decision' ? { ...each, when: [{ kind: 'mode', modes: ['fully-entrusted'] }] } : each,
  );
  const { steps, left } = procedureFor({ version: 3, steps: never }, contentBetween(['xian', 'bayannur']), () => false);
  expect(steps.map(({ step }) => step)).toEqual(['consultation', 'legal-review', 'seal-approval']);
  expect(left.map(({ step }) => step)).toEqual(['fair-competition-review', 'collective-decision']);
});

test('AG-38 named departments answer for themselves, at the same time, each once; all of them or, if one is enough, the first passes the step', () => {
  given(clearanceDecider, history(openOwn()))
    .when(consultation[0])
    .refuses('DEPARTMENTS_NAMED', { missing: ['财政局', '自然资源分局', '投资促进局'] });
  given(clearanceDecider, history(openOwn())).when(answer('公安分局')[0]).refuses('DEPARTMENT_NOT_NAMED');
  const two = history(openOwn(), answer('投资促进局'), answer('财政局'));
  given(clearanceDecider, two).when(answer('财政局')[0]).refuses('DEPARTMENT_CONSULTED');
  given(clearanceDecider, two).when(review[0]).refuses('CLEARANCE_STEP_OUT_OF_ORDER', { next: 'consultation' });
  given(clearanceDecider, two).when(answer('自然资源分局')[0]).yields('DepartmentConsulted', 'ClearanceStepPassed', 'ClearanceDeadlineFixed');
  expect(availableInClearance(fold(clearanceDecider, two), anna).available[0]).toEqual({ command: 'record-consultation', missing: [] });
  const any = own.map((each) => (each.step === 'consultation' ? { ...each, answers: 'any' as const } : each));
  given(clearanceDecider, history(openOwn(any)))
    .when(answer('自然资源分局')[0])
    .yields('DepartmentConsulted', 'ClearanceStepPassed', 'ClearanceDeadlineFixed');
  // Returned, all are asked again.
  const again = history(openOwn(), answer('财政局'), [returned('consultation'), bo]);
  given(clearanceDecider, again).when(answer('财政局')[0]).yields('DepartmentConsulted');
  given(clearanceDecider, history(open)).when(answer('财政局')[0]).refuses('DEPARTMENT_NOT_NAMED');
  given(clearanceDecider, history(open, consultation)).when(answer('财政局')[0]).refuses('CLEARANCE_STEP_OUT_OF_ORDER');
});

test('AG-39 TM-2 a step has its day when its turn comes, and with a return the first has a new one', () => {
  expect(history(openOwn()).map(({ event }) => event)).toMatchObject([
    { type: 'ClearanceOpened', data: { procedure: { version: 3 } } },
    { type: 'ClearanceDeadlineFixed', data: { step: 'consultation', dueOn: '2026-01-04' } },
  ]);
  const reviewing = fold(clearanceDecider, history(openOwn(), answer('投资促进局'), answer('财政局'), answer('自然资源分局')));
  expect([nextStep(reviewing), reviewing.deadline?.dueOn]).toEqual(['legal-review', '2026-01-08']);
  const any = history(openOwn(own, ['consultation']));
  given(clearanceDecider, any).when(returned('legal-review')).yields('ClearanceReturned', 'ClearanceDeadlineFixed');
  const skipping = history(openOwn(own, ['consultation', 'fair-competition-review', 'collective-decision']), review);
  expect(fold(clearanceDecider, skipping).deadline).toBeUndefined();
  const granted = history(openOwn(own, ['consultation', 'fair-competition-review', 'collective-decision']), review, approval);
  expect(granted.at(-1)?.event).toMatchObject({ type: 'ClearanceGranted', data: { documentNumber: '' } });
});
