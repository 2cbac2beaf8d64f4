import type { z } from 'zod';
import { type AgreementEvent, agreementEvents } from '../agreements/events.ts';
import { type ClearanceEvent, clearanceEvents } from '../clearance/events.ts';
import { type CommentEvent, commentEvents } from '../comments/events.ts';
import { type CoordinationEvent, coordinationEvents } from '../coordination/events.ts';
import { type DutyEvent, dutyEvents } from '../duties/events.ts';
import { type NegotiationEvent, negotiationEvents } from '../negotiation/events.ts';
import { type OrganisationEvent, organisationEvents } from '../organisations/events.ts';
import { type ProcedureEvent, procedureEvents } from '../procedure/events.ts';
import { type ProjectEvent, type ProjectIntakeEvent, projectEvents, projectIntakeEvents } from '../projects/events.ts';
import { type IntakeEvent, intakeEvents, type RegistrationEvent, registrationEvents } from '../registration/events.ts';
import { type ReservationEvent, reservationEvents } from '../reservations/events.ts';
import { type QuotaEvent, quotaEvents } from '../resources/events.ts';
import { type QuotaIntakeEvent, quotaIntakeEvents } from '../resources/intake.ts';
import { type AccountEvent, accountEvents } from '../settlement/account/events.ts';
import { type FiguresEvent, figuresEvents } from '../settlement/figures/events.ts';

/** Every event there is. */
export type AnyEvent =
  | OrganisationEvent
  | ProcedureEvent
  | CommentEvent
  | CoordinationEvent
  | NegotiationEvent
  | ClearanceEvent
  | AgreementEvent
  | RegistrationEvent
  | IntakeEvent
  | FiguresEvent
  | AccountEvent
  | QuotaEvent
  | QuotaIntakeEvent
  | ProjectEvent
  | ProjectIntakeEvent
  | ReservationEvent
  | DutyEvent;
export type EventType = AnyEvent['type'];

/** The newest version of each type's data. A type whose data changes gets a higher number here and an upcaster in `recorded.ts`. */
const schemas: { readonly [Type in EventType]: z.ZodType } = {
  ...organisationEvents,
  ...procedureEvents,
  ...commentEvents,
  ...coordinationEvents,
  ...negotiationEvents,
  ...clearanceEvents,
  ...agreementEvents,
  ...registrationEvents,
  ...intakeEvents,
  ...figuresEvents,
  ...accountEvents,
  ...quotaEvents,
  ...quotaIntakeEvents,
  ...projectEvents,
  ...projectIntakeEvents,
  ...reservationEvents,
  ...dutyEvents,
};
const versions: Partial<Record<EventType, number>> = {
  // 2: force on a condition; 3: sharing terms that compute; 4: which template a term was begun with;
  // 5 of the agreement: who signed on whose behalf, by which document; 6: who seconded the signatory
  // 5 and 7: attachments; 6 and 8: optional parties
  ProposalTabled: 6,
  ProposalCountered: 6,
  AgreementConcluded: 8,
  // 2: sharing terms that compute; 3: which template a term was begun with; 4: attachments; 5: optional parties
  AmendmentConcluded: 5,
  // 2: which template a term was begun with; 3: attachments, 4: optional parties, of which no paper has any
  AgreementRegistered: 4,
  // 2: which template a term was begun with
  PaperRegistered: 2,
  PaperImported: 2,
  TranscriptionCorrected: 2,
  // 2: an organisation's own chain
  ClearanceOpened: 2,
  // 2: what the meeting came to
  ClearanceStepPassed: 2,
  // 2: more kinds, superior, 统一社会信用代码, documents
  OrganisationRegistered: 2,
  InstallationFounded: 2,
  // 2: the roles of settlement
  RoleGrantRequested: 2,
  RoleGranted: 2,
  RoleRevoked: 2,
  // 2: signed on behalf of a principal, and the document behind it; 3: who seconded the signatory
  SignatureGiven: 3,
  // 2: the project from which it was carried over
  MilestoneReported: 2,
};

export const eventTypes = Object.keys(schemas) as readonly EventType[];

export function versionOf(type: EventType): number {
  return versions[type] ?? 1;
}

export function schemaOf(type: EventType): z.ZodType {
  return schemas[type];
}

export function isEventType(type: string): type is EventType {
  return type in schemas;
}
