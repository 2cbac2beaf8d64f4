import { expect, test } from 'vitest';
import { type ChainStep, standardSteps } from '../clearance/index.ts';
import { day, given, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type CommandId, fold, type Person, type Recorded } from '../kernel/index.ts';
import { type ProcedureCommand, type ProcedureEvent, procedureDecider, procedureOn } from './index.ts';

const anna = person('xian', 'anna');
const bo = person('xian', 'bo');
const [R1, R2] = ['1', '2'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000` as CommandId) as [CommandId, CommandId];
const today = day('2026-06-01');
const short: readonly ChainStep[] = [{ step: 'legal-review', when: [], workingDays: 7 }, { step: 'seal-approval' }];
type Given = readonly [ProcedureCommand, Person];
const propose = (steps = short, from = '2026-07-01', request = R1): Given => [
  { type: 'propose-procedure', actor: anna, today, request, steps, from: day(from) },
  anna,
];
const approve = (request = R1, on = today, actor = bo): Given => [{ type: 'approve-procedure', actor, today: on, request }, actor];

function history(...steps: readonly Given[]): Recorded<ProcedureEvent>[] {
  const events: Recorded<ProcedureEvent>[] = [];
  for (const [command, actor] of steps) {
    const decided = procedureDecider.decide(command, fold(procedureDecider, events));
    if ('refused' in decided) throw new Error(`${command.type}: ${decided.code}`);
    for (const event of decided) events.push(recordedBy(event, actor, events.length));
  }
  return events;
}

test('AG-36 an organisation sets its own chain: one proposes, another adopts, and it holds from its day', () => {
  given(procedureDecider, []).when(propose()[0]).yields('ProcedureProposed');
  given(procedureDecider, history(propose()))
    .when(approve(R1, today, anna)[0])
    .refuses('PROCEDURE_NEEDS_SECOND_PERSON');
  given(procedureDecider, history(propose()))
    .when(propose(short, '2026-08-01', R2)[0])
    .refuses('PROCEDURE_PENDING', { request: R1 });
  given(procedureDecider, history(propose())).when(approve(R2)[0]).refuses('PROCEDURE_REQUEST_UNKNOWN');
  given(procedureDecider, []).when(propose(short, '2026-05-31')[0]).refuses('PROCEDURE_BEGINS_IN_PAST', { from: '2026-05-31', today });
  const adopted = fold(procedureDecider, history(propose(), approve()));
  expect(procedureOn(adopted, day('2026-06-30'))).toEqual({ version: 0, steps: standardSteps });
  expect(procedureOn(adopted, day('2026-07-01'))).toMatchObject({ version: 1, steps: short });
  // Adopted after its day it does not reach back.
  const late = fold(procedureDecider, history(propose(), approve(R1, day('2026-07-09'))));
  expect(late.versions).toMatchObject([{ from: '2026-07-09', proposedBy: anna.member, approvedBy: bo.member }]);
});

test('AG-36 a later version takes the place of those before it, whatever their days', () => {
  const two = fold(procedureDecider, history(propose(), approve(), propose(standardSteps, '2026-06-15', R2), approve(R2)));
  expect(['2026-06-14', '2026-06-15', '2026-07-01'].map((on) => procedureOn(two, day(on)).version)).toEqual([0, 2, 2]);
});

test('AG-36 who proposed it may take it back, and a second person may reject it', () => {
  for (const actor of [anna, bo]) {
    const rejected = history(propose(), [{ type: 'reject-procedure', actor, today, request: R1, reason: '再议' }, actor]);
    given(procedureDecider, rejected).when(approve()[0]).refuses('PROCEDURE_REQUEST_UNKNOWN');
    given(procedureDecider, rejected)
      .when(propose(short, '2026-07-01', R2)[0])
      .yields('ProcedureProposed');
  }
});

const twice = (steps: readonly ChainStep[]) => [...steps, ...steps];
test.each<[string, readonly ChainStep[], string]>([
  ['has 用印审批 last', [{ step: 'legal-review', when: [] }], 'no-seal-approval'],
  ['keeps the order', [{ step: 'collective-decision', when: [] }, ...short], 'out-of-order'],
  ['has nothing after 用印审批', [...short, { step: 'legal-review', when: [] }], 'out-of-order'],
  ['has each step once', twice(short.slice(1)), 'step-twice'],
  ['gives the legal review five working days', [{ step: 'legal-review', when: [], workingDays: 4 }, { step: 'seal-approval' }], 'review-too-short'],
  [
    'names each department once',
    [{ step: 'consultation', departments: ['财政局', '财政局'], answers: 'all', when: [] }, { step: 'seal-approval' }],
    'department-twice',
  ],
])('AG-36 a chain %s', (_rule, steps, problem) => {
  given(procedureDecider, []).when(propose(steps)[0]).refuses('PROCEDURE_INVALID', { problem });
});
