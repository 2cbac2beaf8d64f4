import { isRefusal, type Person, personsBehind } from '../kernel/index.ts';
import type { Availability } from '../negotiation/available.ts';
import type { ClearanceStep } from './chain.ts';
import { clearanceDecider } from './decide.ts';
import { type ClearanceState, nextStep, unconsulted } from './state.ts';

type PersonsCommand = 'pass-clearance-step' | 'record-consultation' | 'return-clearance' | 'withdraw-clearance';

/** What this person may do in their own party's procedure, and the step it is about (AZ-4). */
export function availableInClearance(
  state: ClearanceState,
  actor: Person,
): { step: ClearanceStep | undefined; available: readonly Availability<PersonsCommand>[] } {
  if (state.digest === undefined || state.party !== actor.organisation) return { step: undefined, available: [] };
  const step = nextStep(state);
  const separate = step === 'legal-review' && personsBehind(actor).some((person) => state.draftedBy.includes(person));
  const withdrawn = clearanceDecider.decide({ type: 'withdraw-clearance', actor, basis: state.digest, reason: '-' }, state);
  const procedure: readonly Availability<PersonsCommand>[] =
    step === undefined
      ? []
      : [
          {
            command: unconsulted(state).length > 0 ? 'record-consultation' : 'pass-clearance-step',
            missing: separate ? [{ refused: true, code: 'DUTIES_NOT_SEPARATE', data: { first: 'drafter', second: 'legal-reviewer' } }] : [],
          },
          { command: 'return-clearance', missing: [] },
        ];
  return { step, available: [...procedure, { command: 'withdraw-clearance', missing: isRefusal(withdrawn) ? [withdrawn] : [] }] };
}
