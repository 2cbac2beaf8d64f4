import { type AgreementCommand, type AgreementEvent, type AgreementState, agreementDecider, agreementFounded } from '@lianyu/domain/agreements';
import { isAgreementEvent, isNegotiationEvent, isReservationEvent } from '@lianyu/domain/events';
import { beijingDate, fold, type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import { negotiationDecider } from '@lianyu/domain/negotiation';
import { type Reservation, type ReservationEvent, type Reserve, reservationDecider } from '@lianyu/domain/reservations';
import type { EventStore } from '@lianyu/event-store';
import { agreementNumber } from '@lianyu/proofs';
import { type Executor, readWhole } from '../commands/execute.ts';
import { type Plan, plan } from '../commands/plan.ts';
import { giveBecauseOf } from './give.ts';
import type { Process } from './runner.ts';

/** How many numbers are tried before the process says that something is wrong: each is one of a thousand million. */
const NUMBERS = 5;

/** From a concluded negotiation to the agreement, and into force where its terms say so at once. */
export function agreementProcess({ store, executor }: { store: EventStore; executor: Executor }): Process {
  return {
    name: 'agreement',
    async react(event) {
      if (isAgreementEvent(event) && event.event.type === 'AgreementConcluded') {
        await giveBecauseOf(executor, event, 'agreement', 'enter-into-force', {}, enterIntoForce(event.event.data.agreement));
        return;
      }
      if (!isNegotiationEvent(event) || event.event.type !== 'NegotiationConcluded') return;
      const { negotiation } = event.event.data;
      const { events } = await readWhole(store, event.stream);
      const after = fold(negotiationDecider, events.filter(isNegotiationEvent));
      const year = Number(beijingDate(event.metadata.recordedAt).slice(0, 4));
      for (let attempt = 0; attempt < NUMBERS; attempt += 1) {
        const number = agreementNumber(negotiation, year, attempt);
        const reserved = await giveBecauseOf(executor, event, 'agreement', `reserve/${attempt}`, { number }, reserve(number, negotiation));
        if (!reserved.ok) continue;
        const command = agreementFounded(event, after, number);
        await giveBecauseOf(
          executor,
          event,
          'agreement',
          'conclude',
          command,
          toAgreement(negotiation, () => command),
        );
        return;
      }
      throw new Error(`no free number for the agreement of ${event.stream}`);
    },
  };
}

/** The clock's command as well: decided by the day on which it is given (TM-3). */
export function enterIntoForce(agreement: NegotiationId): Plan {
  return toAgreement(agreement, ({ today }) => ({ type: 'enter-into-force', today }));
}

function toAgreement(
  agreement: NegotiationId,
  command: Parameters<typeof plan<AgreementCommand, AgreementState, AgreementEvent>>[0]['command'],
): Plan {
  return plan<AgreementCommand, AgreementState, AgreementEvent>({
    stream: streamOf.agreement(agreement),
    classification: 'signed',
    subject: agreement,
    decider: agreementDecider,
    isOf: isAgreementEvent,
    resource: () => ({ type: 'Negotiation', id: agreement, parties: [] }),
    command,
  });
}

function reserve(number: string, holder: NegotiationId): Plan {
  return plan<Reserve, Reservation, ReservationEvent>({
    stream: streamOf.reservation('agreement-number', number),
    classification: 'administration',
    subject: number,
    decider: reservationDecider,
    isOf: isReservationEvent,
    resource: () => ({ type: 'Negotiation', id: holder, parties: [] }),
    command: () => ({ type: 'reserve', what: 'agreement-number', value: number, holder }),
  });
}
