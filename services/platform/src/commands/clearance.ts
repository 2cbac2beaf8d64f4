import { type ClearanceCommand, type ClearanceEvent, type ClearanceState, type ClearanceStep, clearanceDecider } from '@lianyu/domain/clearance';
import { isClearanceEvent } from '@lianyu/domain/events';
import { digest, type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import { frozen } from '@lianyu/domain/negotiation';
import type { Role } from '@lianyu/domain/organisations';
import { digestOf } from '@lianyu/proofs';
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

const ofStep = (_: readonly Role[], step?: ClearanceStep): Role => (step === undefined ? 'signatory' : capacityOfStep[step]);

/** Commands on `clearance-<negotiation>-<party>`, always the actor's own party. */
export const clearanceCommands: Pick<Definitions, 'pass-clearance-step' | 'return-clearance' | 'withdraw-clearance'> = {
  'pass-clearance-step': {
    step: ({ record }) => record.step,
    capacity: ofStep,
    plan: ({ negotiation, basis, record }, giver) =>
      within(giver, negotiation, { step: record.step }, (state) => ({
        type: 'pass-clearance-step',
        actor: giver.person,
        basis,
        record,
        recordDigest: digest.parse(digestOf({ digest: basis, records: [...state.passed.map((passed) => passed.record), record] })),
      })),
  },
  'return-clearance': {
    step: ({ step }) => step,
    capacity: ofStep,
    plan: ({ negotiation, basis, step, reason }, giver) =>
      within(giver, negotiation, { step }, () => ({ type: 'return-clearance', actor: giver.person, basis, step, reason })),
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

function within(
  { person }: Giver,
  negotiation: NegotiationId,
  context: { step: ClearanceStep } | undefined,
  command: (state: ClearanceState) => ClearanceCommand,
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
    command: (_occasion, state) => command(state),
  });
}
