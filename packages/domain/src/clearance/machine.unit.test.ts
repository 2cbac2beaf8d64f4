import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Digest, fold, isRefusal, type NegotiationId, type Recorded } from '../kernel/index.ts';
import {
  type ChainStep,
  type ClearanceCommand,
  type ClearanceEvent,
  type ClearanceState,
  clearanceDecider,
  clearanceStep,
  nextStep,
  type StepRecord,
} from './index.ts';

const negotiation = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const party = org('xian');
const actor = person('xian', 'bo');
const departments = ['财政局', '自然资源分局', '投资促进局'];
const digestOf = (round: number) => round.toString(16).padStart(64, '0') as Digest;
const deadlineIn = () => ({ dueOn: day('2026-02-02'), provisional: false, calendarVersion: 'test' });
const records: Readonly<Record<(typeof clearanceStep.options)[number], StepRecord>> = {
  consultation: { step: 'consultation', departments: ['甲'], note: '' },
  'legal-review': { step: 'legal-review', opinionNumber: '1', note: '' },
  'fair-competition-review': { step: 'fair-competition-review', applies: true, note: '' },
  'collective-decision': { step: 'collective-decision', meetingOn: day('2026-01-01'), attendees: 5, documentNumber: '1', note: '' },
  'seal-approval': { step: 'seal-approval', note: '' },
};

const before = fc.subarray<ChainStep>([
  { step: 'consultation', departments, answers: 'all', when: [], workingDays: 3 },
  { step: 'legal-review', when: [], workingDays: 5 },
  { step: 'fair-competition-review', when: [] },
  { step: 'collective-decision', when: [] },
]);
const chain = fc
  .tuple(before, fc.constantFrom('all' as const, 'any' as const))
  .map(([steps, answers]): ChainStep[] => [
    ...steps.map((each) => (each.step === 'consultation' ? { ...each, answers } : each)),
    { step: 'seal-approval' },
  ]);
const step = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('onward' as const) },
    { weight: 4, arbitrary: fc.constantFrom('open', 'pass', 'consult', 'return', 'withdraw', 'void') },
  ),
  chain,
  record: fc.constantFrom(...clearanceStep.options),
  department: fc.constantFrom(...departments),
  stale: fc.integer({ min: 0, max: 9 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Any command, mostly about the text that is being cleared and mostly its next step. */
function commandFrom({ kind, chain: steps, record, department, stale }: Step, state: ClearanceState, round: number): ClearanceCommand {
  const basis = stale === 0 ? digestOf(999) : (state.digest ?? digestOf(0));
  const next = nextStep(state);
  const consult = { type: 'record-consultation', actor, basis, consultation: { department, documentNumber: '', note: '' }, deadlineIn } as const;
  const pass = (which: typeof record) =>
    ({ type: 'pass-clearance-step', actor, basis, record: records[which], recordDigest: basis, deadlineIn }) as const;
  switch (kind) {
    case 'open': {
      const procedure = { version: round, steps, left: [] };
      return { type: 'open-clearance', negotiation, party, digest: digestOf(round), draftedBy: [], procedure, deadlineIn };
    }
    case 'onward':
      return next === 'consultation' ? consult : pass(next ?? record);
    case 'pass':
      return pass(record);
    case 'consult':
      return consult;
    case 'return':
      return { type: 'return-clearance', actor, basis, step: record, reason: '-', deadlineIn };
    case 'withdraw':
      return { type: 'withdraw-clearance', actor, basis, reason: '-' };
    default:
      return { type: 'void-clearance', digest: basis, because: 'text-changed' };
  }
}

test('AG-9 AG-11 AG-36 whatever chain and commands: nothing is granted but by every step of it on one text, and no grant outlives that text', () => {
  let grants = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      const log: Recorded<ClearanceEvent>[] = [];
      let state = clearanceDecider.initial;
      steps.forEach((each, index) => {
        const command = commandFrom(each, state, index + 1);
        const decided = clearanceDecider.decide(command, state);
        if (isRefusal(decided)) return;
        for (const event of decided) {
          log.push(recordedBy(event, actor, log.length));
          state = clearanceDecider.evolve(state, log.at(-1) as Recorded<ClearanceEvent>);
        }
        const taken = state.passed.map(({ record }) => record.step);
        expect(taken).toEqual(state.procedure.steps.slice(0, taken.length).map((one) => one.step));
        if (command.type === 'open-clearance') expect([state.phase, taken, state.consulted]).toEqual(['open', [], []]);
        if (command.type === 'void-clearance') expect(state.phase).toBe('voided');
        if (state.phase !== 'granted') return;
        grants += 1;
        expect(taken).toHaveLength(state.procedure.steps.length);
        expect(log.at(-1)?.event).toMatchObject({ type: 'ClearanceGranted', data: { digest: state.digest } });
      });
      expect(fold(clearanceDecider, log)).toEqual(state);
    }),
    { numRuns: 200 },
  );
  expect(grants).toBeGreaterThan(0);
});
