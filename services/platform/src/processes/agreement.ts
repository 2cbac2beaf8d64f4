import {
  type AgreementEvent,
  agreementDecider,
  agreementFounded,
  type DueByClock,
  FILING_WORKING_DAYS,
  type FilingDeadline,
  fromChanged,
} from '@lianyu/domain/agreements';
import { isAgreementEvent, isIntakeEvent, isNegotiationEvent, isRegistrationEvent, isReservationEvent } from '@lianyu/domain/events';
import { beijingDate, type CalendarDate, fold, type NegotiationId, type Recorded, streamOf } from '@lianyu/domain/kernel';
import { type NegotiationEvent, negotiationDecider } from '@lianyu/domain/negotiation';
import { agreementRegistered, fromIntake, type IntakeEvent, type RegistrationEvent, registrationDecider } from '@lianyu/domain/registration';
import { type Reservation, type ReservationEvent, type Reserve, reservationDecider } from '@lianyu/domain/reservations';
import type { EventStore } from '@lianyu/event-store';
import { agreementNumber } from '@lianyu/proofs';
import { toAgreement } from '../commands/agreements.ts';
import { deadlineAfter } from '../commands/deadline.ts';
import type { Executor } from '../commands/execute.ts';
import { type Plan, plan } from '../commands/plan.ts';
import { readWhole } from '../commands/read.ts';
import { onRegistration } from '../commands/registration.ts';
import { giveBecauseOf } from './give.ts';
import type { Process } from './runner.ts';

/** How many numbers are tried before the process says that something is wrong: each is one of a thousand million. */
const NUMBERS = 5;

/**
 * From a concluded negotiation, or a confirmed paper, to the agreement, of the former with its term for filing; then into force where its terms say so at once, or, of
 * an agreement about another one, into that one's stream, which says what becomes of it.
 */
export function agreementProcess({ store, executor }: { store: EventStore; executor: Executor }): Process {
  return {
    name: 'agreement',
    async react(event) {
      if (isNegotiationEvent(event) && event.event.type === 'NegotiationConcluded') return found(event, event.event.data.negotiation);
      if (isRegistrationEvent(event) && event.event.type === 'RegistrationCompleted') return register(event, event.event.data.registration);
      if (isIntakeEvent(event)) return intake(event);
      if (!isAgreementEvent(event)) return;
      if (event.event.type === 'AgreementRegistered') return enterIntoForce(event, event.event.data.agreement);
      if (event.event.type === 'AgreementConcluded') return begin(event, event.event.data);
      const { agreement } = event.event.data;
      const { events } = await readWhole(store, streamOf.agreement(agreement));
      const after = fold(
        agreementDecider,
        events.filter(isAgreementEvent).filter(({ revision }) => revision <= event.revision),
      );
      for (const { agreement: made, command } of fromChanged(event.event, after)) {
        const carried = toAgreement(made, () => command);
        await giveBecauseOf(executor, event, 'agreement', `${command.type}/${made}`, command, carried);
      }
    },
  };

  async function found(event: Recorded<NegotiationEvent>, negotiation: NegotiationId): Promise<void> {
    const { events } = await readWhole(store, event.stream);
    const after = fold(negotiationDecider, events.filter(isNegotiationEvent));
    const number = await reserveNumber(executor, event, negotiation);
    const command = agreementFounded(event, after, number);
    const conclude = toAgreement(negotiation, () => command);
    await giveBecauseOf(executor, event, 'agreement', 'conclude', command, conclude);
  }

  /** Of a paper that every party has confirmed: straight to in force, as its dates say. */
  async function register(event: Recorded<RegistrationEvent>, registration: NegotiationId): Promise<void> {
    const { events } = await readWhole(store, event.stream);
    const after = fold(registrationDecider, events.filter(isRegistrationEvent));
    const number = await reserveNumber(executor, event, registration);
    const command = agreementRegistered(after, number);
    await giveBecauseOf(
      executor,
      event,
      'agreement',
      'register',
      command,
      toAgreement(registration, () => command),
    );
  }

  /** Where its terms say so at once; otherwise the clock does on its day. */
  async function enterIntoForce(event: Recorded<AgreementEvent>, agreement: NegotiationId): Promise<void> {
    await giveBecauseOf(executor, event, 'agreement', 'enter-into-force', {}, byClock(agreement, 'enter-into-force'));
  }

  /** Each row of an import goes on to a registration of its own. */
  async function intake(event: Recorded<IntakeEvent>): Promise<void> {
    const command = fromIntake(event);
    const register = onRegistration(command.registration, ({ today }) => ({ ...command, today }));
    await giveBecauseOf(executor, event, 'agreement', 'register-paper', command, register);
  }

  async function begin(event: Recorded<AgreementEvent>, concluded: ConcludedData): Promise<void> {
    const { agreement, concludedOn, number, content, text, renderer, digest } = concluded;
    const deadline = filingDeadline(concludedOn);
    const fix = toAgreement(agreement, () => ({ type: 'fix-filing-deadline', deadline }));
    await giveBecauseOf(executor, event, 'agreement', 'fix-filing-deadline', deadline, fix);
    const { purpose } = content;
    if (!purpose) return enterIntoForce(event, agreement);
    const change = { amendment: agreement, number, concludedOn, content, text, renderer, digest };
    const record = toAgreement(purpose.agreement, ({ today }) => ({ type: 'record-change', today, ...change }));
    const recorded = await giveBecauseOf(executor, event, 'agreement', 'record-change', change, record);
    if (recorded.ok) return;
    // It was possible when the last of them sealed, and no longer is: two changes of one version met.
    const because = recorded.code === 'VERSION_SUPERSEDED' ? ('version-superseded' as const) : ('agreement-ended' as const);
    const voided = toAgreement(agreement, () => ({ type: 'void-agreement', because }));
    await giveBecauseOf(executor, event, 'agreement', 'void-agreement', { because }, voided);
  }
}

type ConcludedData = Extract<AgreementEvent, { type: 'AgreementConcluded' }>['data'];

async function reserveNumber(executor: Executor, event: Recorded<NegotiationEvent | RegistrationEvent>, holder: NegotiationId): Promise<string> {
  const year = Number(beijingDate(event.metadata.recordedAt).slice(0, 4));
  for (let attempt = 0; attempt < NUMBERS; attempt += 1) {
    const number = agreementNumber(holder, year, attempt);
    const reserved = await giveBecauseOf(executor, event, 'agreement', `reserve/${attempt}`, { number }, reserve(number, holder));
    if (reserved.ok) return number;
  }
  throw new Error(`no free number for the agreement of ${event.stream}`);
}

/** What the passing of time asks for: decided by the day on which it is given (TM-3). */
export function byClock(agreement: NegotiationId, type: DueByClock['command']): Plan {
  return toAgreement(agreement, ({ today }) => ({ type, today }));
}

export const filingDeadline = (concludedOn: CalendarDate): FilingDeadline => deadlineAfter(concludedOn, FILING_WORKING_DAYS);

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
