import { type Decision, refuse } from '../kernel/index.ts';
import type { Concluded, Of } from './decide.ts';
import type { AgreementEvent, JointStep } from './events.ts';
import { isWindingUp } from './state.ts';

const taken = {
  suspend: 'AgreementSuspended',
  resume: 'AgreementResumed',
  close: 'AgreementClosed',
  archive: 'AgreementArchived',
} as const;

/** Each party says so for itself; with the last word the step is taken, on that day, in the same decision. */
export function agreeStep({ actor, step, words, today }: Of<'agree-step'>, state: Concluded): Decision<AgreementEvent> {
  const party = actor.organisation;
  if (!isPossible(step, state)) return refuse('STEP_NOT_POSSIBLE', { step, state: state.phase });
  const agreedBy = state.steps.get(step)?.agreedBy ?? [];
  if (agreedBy.includes(party)) return refuse('STEP_ALREADY_AGREED', { step, party });
  const agreed: AgreementEvent = { type: 'JointStepAgreed', data: { agreement: state.id, party, step, words } };
  if (!state.parties.every((each) => each === party || agreedBy.includes(each))) return [agreed];
  return [agreed, { type: taken[step], data: { agreement: state.id, effectiveOn: today } }];
}

export function withdrawStep({ actor, step }: Of<'withdraw-step'>, state: Concluded): Decision<AgreementEvent> {
  const party = actor.organisation;
  if (!state.steps.get(step)?.agreedBy.includes(party)) return refuse('STEP_NOT_AGREED', { step, party });
  return [{ type: 'JointStepWithdrawn', data: { agreement: state.id, party, step } }];
}

function isPossible(step: JointStep, state: Concluded): boolean {
  if (state.purpose) return false;
  switch (step) {
    case 'suspend':
      return state.phase === 'in-force';
    case 'resume':
      return state.phase === 'suspended';
    case 'close':
      return isWindingUp(state);
    case 'archive':
      return state.phase === 'closed';
  }
}
