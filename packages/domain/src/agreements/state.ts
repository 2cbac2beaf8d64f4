import type { CalendarDate, NegotiationId, Recorded } from '../kernel/index.ts';
import type { Effect } from './content.ts';
import type { AgreementEvent } from './events.ts';

/** `none → concluded → in-force`; what comes after is not built yet. */
export interface AgreementState {
  readonly phase: 'none' | 'concluded' | 'in-force';
  readonly id: NegotiationId | undefined;
  readonly concludedOn: CalendarDate | undefined;
  readonly effect: Effect | undefined;
}

export const noAgreement: AgreementState = { phase: 'none', id: undefined, concludedOn: undefined, effect: undefined };

/** The day on which the agreement takes force by its own terms; never before it is concluded. */
export function dueOn(concludedOn: CalendarDate, effect: Effect): CalendarDate {
  return effect.kind === 'on-date' && effect.date > concludedOn ? effect.date : concludedOn;
}

export function evolve(state: AgreementState, { event }: Recorded<AgreementEvent>): AgreementState {
  switch (event.type) {
    case 'AgreementConcluded': {
      const { agreement, concludedOn, content } = event.data;
      return { phase: 'concluded', id: agreement, concludedOn, effect: content.effect };
    }
    case 'AgreementEnteredIntoForce':
      return { ...state, phase: 'in-force' };
  }
}
