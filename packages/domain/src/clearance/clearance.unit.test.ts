import { expect, test } from 'vitest';
import { day, given, memberOf, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Actor, type Digest, fold, type NegotiationId, type Recorded } from '../kernel/index.ts';
import { availableInClearance, type ClearanceCommand, type ClearanceEvent, clearanceDecider, type StepRecord } from './index.ts';

const negotiation = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const D1 = '1'.repeat(64) as Digest;
const D2 = '2'.repeat(64) as Digest;
const anna = person('xian', 'anna');
const bo = person('xian', 'bo');
const process: Actor = { kind: 'process', process: 'test' };
const open: readonly [ClearanceCommand, Actor] = [
  { type: 'open-clearance', negotiation, party: org('xian'), digest: D1, draftedBy: [anna.member] },
  process,
];
const pass = (record: StepRecord, actor = bo): readonly [ClearanceCommand, Actor] => [
  { type: 'pass-clearance-step', actor, basis: D1, record, recordDigest: D2 },
  actor,
];
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
  const returned = history(open, consultation, [{ type: 'return-clearance', actor: bo, basis: D1, step: 'legal-review', reason: '权限不清' }, bo]);
  given(clearanceDecider, returned).when(review[0]).refuses('CLEARANCE_STEP_OUT_OF_ORDER', { next: 'consultation' });
  given(clearanceDecider, returned).when(consultation[0]).yields('ClearanceStepPassed');
  given(clearanceDecider, history(open))
    .when({ type: 'return-clearance', actor: bo, basis: D1, step: 'seal-approval', reason: '-' })
    .refuses('CLEARANCE_STEP_OUT_OF_ORDER');
});

test('AG-11 another text voids the procedure, and only another text opens it again', () => {
  const voided = history(...whole, [{ type: 'void-clearance', digest: D1, because: 'text-changed' }, process]);
  given(clearanceDecider, voided).when(open[0]).refuses('CLEARANCE_EXISTS');
  given(clearanceDecider, voided)
    .when({ type: 'open-clearance', negotiation, party: org('xian'), digest: D2, draftedBy: [] })
    .yields('ClearanceOpened');
  given(clearanceDecider, history(open))
    .when({ type: 'open-clearance', negotiation, party: org('xian'), digest: D2, draftedBy: [] })
    .refuses('CLEARANCE_EXISTS');
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
