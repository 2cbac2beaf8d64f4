import { isNegotiationEvent } from '@lianyu/domain/events';
import { addDays, beijingDate, type CalendarDate, type NegotiationId, type Recorded, streamOf } from '@lianyu/domain/kernel';
import { type NegotiationCommand, type NegotiationEvent, type NegotiationState, negotiationDecider } from '@lianyu/domain/negotiation';
import type { Clock } from '../clock.ts';
import type { Executor } from '../commands/execute.ts';
import { plan } from '../commands/plan.ts';
import type { ClockProcess } from './clock.ts';
import { giveBecauseOf } from './give.ts';

/** Ends the negotiations whose last day has passed (TM-3): of each it keeps the proposal that set the day, and the day. */
export function createLapseProcess({ executor, clock }: { executor: Executor; clock: Clock }): ClockProcess {
  const waiting = new Map<NegotiationId, { readonly cause: Recorded<NegotiationEvent>; readonly last: CalendarDate }>();
  return {
    name: 'lapse',
    async react(event) {
      if (!isNegotiationEvent(event)) return;
      const { type, data } = event.event;
      switch (type) {
        case 'ProposalTabled':
        case 'ProposalCountered':
          if (data.expiresOn !== undefined) waiting.set(data.negotiation, { cause: event, last: data.expiresOn });
          return;
        case 'NegotiationConcluded':
        case 'NegotiationDeclined':
        case 'NegotiationWithdrawn':
        case 'NegotiationLapsed':
          waiting.delete(data.negotiation);
      }
    },
    async tick() {
      const today = beijingDate(clock.now());
      for (const [negotiation, { cause, last }] of [...waiting]) {
        if (addDays(last, 1) > today) continue;
        const lapse = plan<NegotiationCommand, NegotiationState, NegotiationEvent>({
          stream: streamOf.negotiation(negotiation),
          classification: 'negotiation',
          subject: negotiation,
          decider: negotiationDecider,
          isOf: isNegotiationEvent,
          resource: ({ parties }) => ({ type: 'Negotiation', id: negotiation, parties }),
          command: (occasion) => ({ type: 'lapse-negotiation', today: occasion.today }),
        });
        await giveBecauseOf(executor, cause, 'lapse', `lapse/${last}`, {}, lapse);
      }
    },
  };
}
