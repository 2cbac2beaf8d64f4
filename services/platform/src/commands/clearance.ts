import {
  type ClearanceCommand,
  type ClearanceEvent,
  type ClearanceState,
  type ClearanceStep,
  clearanceDecider,
  type DeadlineIn,
} from '@lianyu/domain/clearance';
import { isClearanceEvent } from '@lianyu/domain/events';
import { digest, type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import { frozen } from '@lianyu/domain/negotiation';
import type { Role } from '@lianyu/domain/organisations';
import { digestOf } from '@lianyu/proofs';
import { deadlineAfter } from './deadline.ts';
import type { Definitions, Giver } from './definition.ts';
import { type Plan, plan } from './plan.ts';

/** The capacity in which a step is taken; the policies say the same and decide. */
export const capacityOfStep: Readonly<Record<ClearanceStep, Role>> = {
  consultation: 'drafter',
  'legal-review': 'legal-reviewer',
  'fair-competition-review': 'legal-reviewer',
  'collective-decision': 'decision-recorder',
  'seal-approval': 'signatory',
};

type Names = 'pass-clearance-step' | 'record-consultation' | 'return-clearance' | 'withdraw-clearance';

const ofStep = (_: readonly Role[], step?: ClearanceStep): Role => (step === undefined ? 'signatory' : capacityOfStep[step]);

/** Commands on `clearance-<negotiation>-<party>`, always the actor's own party. */
export const clearanceCommands: Pick<Definitions, Names> = {
  'pass-clearance-step': {
    step: ({ record }) => record.step,
    capacity: ofStep,
    plan: ({ negotiation, basis, record }, giver) =>
      within(giver, negotiation, { step: record.step }, (state, deadlineIn) => ({
        type: 'pass-clearance-step',
        actor: giver.person,
        basis,
        record,
        recordDigest: digest.parse(digestOf({ digest: basis, records: [...state.passed.map((passed) => passed.record), record], ...answers(state) })),
        deadlineIn,
      })),
  },
  'record-consultation': {
    step: () => 'consultation',
    capacity: ofStep,
    plan: ({ negotiation, basis, consultation }, giver) =>
      within(giver, negotiation, { step: 'consultation' }, (_state, deadlineIn) => ({
        type: 'record-consultation',
        actor: giver.person,
        basis,
        consultation,
        deadlineIn,
      })),
  },
  'return-clearance': {
    step: ({ step }) => step,
    capacity: ofStep,
    plan: ({ negotiation, basis, step, reason }, giver) =>
      within(giver, negotiation, { step }, (_state, deadlineIn) => ({
        type: 'return-clearance',
        actor: giver.person,
        basis,
        step,
        reason,
        deadlineIn,
      })),
  },
  'withdraw-clearance': {
    capacity: () => 'signatory',
    /** Up to one's own seal (domain rule 5): what is sealed is not taken back from inside. */
    async before({ negotiation }, { person, negotiation: stateOf }) {
      const refusal = frozen(await stateOf(negotiation), person.organisation);
      return refusal && { code: refusal.code, data: refusal.data };
    },
    plan: ({ negotiation, basis, reason }, giver) =>
      within(giver, negotiation, undefined, () => ({ type: 'withdraw-clearance', actor: giver.person, basis, reason })),
  },
};

/** What the departments answered, where the organisation names whom it asks. */
function answers({ consulted }: ClearanceState) {
  return consulted.length === 0 ? {} : { consulted: consulted.map(({ department, documentNumber, note }) => ({ department, documentNumber, note })) };
}

function within(
  { person }: Giver,
  negotiation: NegotiationId,
  context: { step: ClearanceStep } | undefined,
  command: (state: ClearanceState, deadlineIn: DeadlineIn) => ClearanceCommand,
): Plan {
  const party = person.organisation;
  return plan<ClearanceCommand, ClearanceState, ClearanceEvent>({
    stream: streamOf.clearance(negotiation, party),
    classification: 'internal-procedure',
    subject: negotiation,
    decider: clearanceDecider,
    isOf: isClearanceEvent,
    resource: () => ({ type: 'Clearance', id: `${negotiation}/${party}`, party }),
    ...(context ? { context } : {}),
    command: ({ today }, state) => command(state, (workingDays) => deadlineAfter(today, workingDays)),
  });
}
