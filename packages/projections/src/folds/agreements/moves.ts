import type { AgreementEvent, Bilingual } from '@lianyu/domain/agreements';
import type { ClearanceEvent } from '@lianyu/domain/clearance';
import { type AnyEvent, isAgreementEvent, isClearanceEvent, isNegotiationEvent, isRegistrationEvent } from '@lianyu/domain/events';
import type { Instant, OrganisationId, Recorded } from '@lianyu/domain/kernel';
import type { NegotiationEvent } from '@lianyu/domain/negotiation';
import type { Signatory } from '@lianyu/domain/organisations';
import type { RegistrationEvent } from '@lianyu/domain/registration';
import type { Activity, Move, MoveKind, Stage } from '../documents.ts';

/** A move and whose it is to see: one party's alone, or that of all parties. */
export interface OwnMove {
  readonly move: Move;
  readonly only: OrganisationId | undefined;
  readonly ordinal: number;
  /** Between whom and about what, as it stood with this move: what happened is not told otherwise later. */
  readonly parties: readonly OrganisationId[];
  readonly title: Bilingual | undefined;
}

/** A move as the office sees it: that the stage changed, or, once a day, that something moved. */
export interface OverviewMove {
  readonly ordinal: number;
  readonly at: Instant;
  readonly kind: Activity['kind'];
  readonly parties: readonly OrganisationId[];
}

type Told = Pick<Move, 'kind'> & Partial<Omit<Move, 'kind' | 'negotiation' | 'at'>>;

export function moveOf(recorded: Recorded<AnyEvent>): Pick<OwnMove, 'move' | 'only'> | undefined {
  const at = recorded.metadata.recordedAt;
  if (isNegotiationEvent(recorded)) {
    const told = inNegotiation(recorded.event);
    return told && { move: { negotiation: recorded.event.data.negotiation, at, ...told }, only: undefined };
  }
  if (isClearanceEvent(recorded)) {
    const { negotiation, party } = recorded.event.data;
    const { actor } = recorded.metadata;
    const behalf = actor.kind === 'person' && actor.onBehalfOf !== undefined ? { onBehalfOf: actor.onBehalfOf } : {};
    const by = actor.kind === 'person' ? { member: actor.member, ...behalf } : {};
    const told = inClearance(recorded.event);
    return told && { move: { negotiation, at, organisation: party, ...told, ...by }, only: party };
  }
  if (isRegistrationEvent(recorded)) {
    const told = inRegistration(recorded.event);
    return told && { move: { negotiation: recorded.event.data.registration, at, ...told }, only: undefined };
  }
  if (isAgreementEvent(recorded)) {
    const told = inAgreement(recorded.event);
    return told && { move: { negotiation: recorded.event.data.agreement, at, ...told }, only: undefined };
  }
  return undefined;
}

function inNegotiation(event: NegotiationEvent): Told | undefined {
  switch (event.type) {
    case 'ProposalTabled':
      return { kind: 'tabled', organisation: event.data.party, number: event.data.number, words: event.data.note };
    case 'ProposalCountered':
      return { kind: 'countered', organisation: event.data.party, number: event.data.number, words: event.data.reason };
    case 'TextConfirmed':
      return { kind: 'text-confirmed', organisation: event.data.party };
    case 'PartyCleared':
      return { kind: 'party-ready', organisation: event.data.party };
    case 'PartyClearanceWithdrawn':
      return { kind: 'party-clearance-withdrawn', organisation: event.data.party };
    case 'SignatureGiven':
      return { kind: 'signed', organisation: event.data.party, signatory: namesOf(event.data.signatory) };
    case 'SealAffixed':
      return { kind: 'sealed', organisation: event.data.party };
    case 'NegotiationConcluded':
      return undefined; // told when the agreement stands, with its number
    case 'NegotiationLapsed':
      return { kind: 'lapsed', on: event.data.effectiveOn };
    case 'OptionalPartyDeclined':
      return { kind: 'party-declined', organisation: event.data.party, words: event.data.reason };
    case 'NegotiationDeclined':
      return { kind: 'declined', organisation: event.data.party, words: event.data.reason };
    case 'NegotiationWithdrawn':
      return { kind: 'withdrawn', organisation: event.data.party, words: event.data.reason };
  }
}

/** Names alone: members are told to their own organisation only (LV-5). */
function namesOf({ name, office, onBehalfOf, secondedFrom }: Signatory): NonNullable<Move['signatory']> {
  return {
    name,
    office,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: { name: onBehalfOf.name, office: onBehalfOf.office } }),
    ...(secondedFrom === undefined ? {} : { secondedFrom }),
  };
}

function inClearance(event: ClearanceEvent): Told | undefined {
  switch (event.type) {
    case 'ClearanceDeadlineFixed':
      return undefined; // a date beside the step, nobody's move
    case 'DepartmentConsulted': {
      const { department, documentNumber, note } = event.data;
      return {
        kind: 'department-consulted',
        step: 'consultation',
        words: [department, documentNumber, note].filter((each) => each !== '').join(' '),
      };
    }
    case 'ClearanceOpened':
      return { kind: 'clearance-opened' };
    case 'ClearanceStepPassed':
      return { kind: 'clearance-step-passed', step: event.data.record.step, words: event.data.record.note };
    case 'ClearanceReturned':
      return { kind: 'clearance-returned', step: event.data.step, words: event.data.reason };
    case 'ClearanceGranted':
      return { kind: 'clearance-granted' };
    case 'ClearanceWithdrawn':
      return { kind: 'clearance-withdrawn', words: event.data.reason };
    case 'ClearanceVoided':
      return { kind: 'clearance-voided' };
  }
}

function inRegistration(event: RegistrationEvent): Told | undefined {
  switch (event.type) {
    case 'PaperRegistered':
      return { kind: 'paper-registered', organisation: event.data.registrar };
    case 'TranscriptionCorrected':
      return { kind: 'transcription-corrected', words: event.data.reason };
    case 'ScanAttached':
      return { kind: 'scan-attached', organisation: event.data.by, words: event.data.scan.name };
    case 'TranscriptionConfirmed':
      return { kind: 'transcription-confirmed', organisation: event.data.party };
    case 'ObjectionRaised':
      return { kind: 'objection-raised', organisation: event.data.party, words: event.data.reason };
    case 'RegistrationWithdrawn':
      return { kind: 'registration-withdrawn', words: event.data.reason };
    case 'RegistrationCompleted':
      return undefined; // told when the agreement stands, with its number
  }
}

function inAgreement(event: AgreementEvent): Told | undefined {
  switch (event.type) {
    case 'AgreementConcluded':
      return { kind: 'concluded' };
    case 'AgreementRegistered':
      return { kind: 'registered', on: event.data.concludedOn };
    case 'AgreementEnteredIntoForce':
      return { kind: 'in-force', on: event.data.effectiveOn };
    case 'AgreementExpired':
      return { kind: 'expired', on: event.data.effectiveOn };
    case 'AmendmentConcluded':
      return { kind: 'amendment-concluded', on: event.data.effectiveFrom, words: event.data.number };
    case 'AgreementAmended':
      return { kind: 'amended', on: event.data.effectiveOn };
    case 'AgreementVoided':
      return { kind: 'voided' };
    case 'TerminationAgreed':
      return { kind: 'termination-agreed', on: event.data.effectiveFrom, words: event.data.number };
    case 'AgreementTerminated': {
      const { party, effectiveOn: on, words } = event.data;
      return { kind: 'terminated', on, words, ...(party === undefined ? {} : { organisation: party }) };
    }
    case 'JointStepAgreed':
      return { kind: 'step-agreed', organisation: event.data.party, joint: event.data.step, words: event.data.words };
    case 'JointStepWithdrawn':
      return { kind: 'step-withdrawn', organisation: event.data.party, joint: event.data.step };
    case 'AgreementSuspended':
      return { kind: 'suspended', on: event.data.effectiveOn };
    case 'AgreementResumed':
      return { kind: 'resumed', on: event.data.effectiveOn };
    case 'AgreementClosed':
      return { kind: 'closed', on: event.data.effectiveOn };
    case 'AgreementArchived':
      return { kind: 'archived', on: event.data.effectiveOn };
    case 'BreachNoticeGiven':
      return { kind: 'breach-notice', organisation: event.data.party, words: event.data.words, on: event.data.cureUntil };
    case 'BreachNoticeAnswered':
      return { kind: 'breach-answered', organisation: event.data.party, words: event.data.words };
    case 'BreachCureAccepted':
      return { kind: 'breach-cured', organisation: event.data.party };
    case 'PolicyNoticeGiven':
      return {
        kind: 'policy-notice',
        organisation: event.data.party,
        words: `${event.data.document} ${event.data.words}`,
        on: event.data.effectiveOn,
      };
    case 'PolicyNoticeWithdrawn':
      return { kind: 'policy-notice-withdrawn', organisation: event.data.party };
    case 'WaiverProposed':
      return { kind: 'waiver-proposed', organisation: event.data.party, on: event.data.duty.on, words: event.data.reason };
    case 'WaiverAgreed':
      return { kind: 'waiver-agreed', organisation: event.data.party };
    case 'WaiverWithdrawn':
      return { kind: 'waiver-withdrawn', organisation: event.data.party };
    case 'DutyWaived':
      return { kind: 'duty-waived', on: event.data.duty.on };
    case 'FilingDeadlineFixed':
      return undefined; // a date beside the agreement, nobody's move
    case 'AgreementFiled':
      return { kind: 'filed', organisation: event.data.party, on: event.data.filedOn, words: event.data.fileNumber };
    case 'ConditionConfirmed':
      return { kind: 'condition-confirmed', organisation: event.data.party, on: event.data.fulfilledOn, words: event.data.words };
  }
}

interface Seen {
  readonly before: Stage;
  readonly after: Stage;
  /** Nothing moved, or not for the first time on this day. */
  readonly quiet: boolean;
  readonly event: Recorded<AnyEvent>;
  readonly count: number;
  readonly parties: readonly OrganisationId[];
}

/** What of an event the office may notice (AZ-2): nothing that is finer than stage and day. */
export function overviewMoves({ before, after, quiet, event, count, parties }: Seen): readonly OverviewMove[] {
  // Of a paper the office hears once its parties have confirmed it.
  if (isClearanceEvent(event) || isRegistrationEvent(event)) return [];
  const kind = count === 0 && !isAgreementEvent(event) ? 'began' : before !== after ? kindOfStage(after) : quiet ? undefined : 'moved';
  return kind === undefined ? [] : [{ ordinal: count + 1, at: event.metadata.recordedAt, kind, parties }];
}

/** A negotiation that goes back to talking has moved; it has not begun again. */
function kindOfStage(stage: Stage): Activity['kind'] {
  const kinds: Record<Stage, MoveKind | 'moved' | 'clearing' | 'signing'> = {
    negotiating: 'moved',
    clearing: 'clearing',
    signing: 'signing',
    registered: 'registered',
    concluded: 'concluded',
    'in-force': 'in-force',
    suspended: 'suspended',
    expired: 'expired',
    terminated: 'terminated',
    closed: 'closed',
    archived: 'archived',
    void: 'voided',
    declined: 'declined',
    withdrawn: 'withdrawn',
    lapsed: 'lapsed',
  };
  return kinds[stage];
}
