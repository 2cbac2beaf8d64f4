import type { ClearanceEvent } from '../clearance/events.ts';
import type { Recorded } from '../kernel/index.ts';
import { type DeadlinesState, end, isOne, set } from './state.ts';

/** The days inside one party: of the step whose turn it is. Whose they are is in `who`, and nobody else may learn of them (AZ-2). */
export function ofClearance(state: DeadlinesState, recorded: Recorded<ClearanceEvent>): DeadlinesState {
  const { event } = recorded;
  const own = `step/${event.data.party}/`;
  switch (event.type) {
    case 'ClearanceDeadlineFixed': {
      const { party, step, dueOn: on, provisional } = event.data;
      return set(state, recorded, { id: own + step, kind: 'internal-step', who: [party], on, provisional, rule: { code: 'procedure' }, step });
    }
    case 'ClearanceStepPassed':
      return end(state, recorded, 'done', isOne(own + event.data.record.step));
    case 'ClearanceReturned':
      // With reasons back to the first step: of this one's own day it has come to something.
      return end(state, recorded, 'done', isOne(own + event.data.step));
    case 'ClearanceWithdrawn':
    case 'ClearanceVoided':
      return end(state, recorded, 'void', ({ id }) => id.startsWith(own));
    default:
      return state;
  }
}
