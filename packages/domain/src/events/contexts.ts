import { type AgreementEvent, agreementEvents } from '../agreements/events.ts';
import { type ClearanceEvent, clearanceEvents } from '../clearance/events.ts';
import { type CommentEvent, commentEvents } from '../comments/events.ts';
import { type CoordinationEvent, coordinationEvents } from '../coordination/events.ts';
import { type DutyEvent, dutyEvents } from '../duties/events.ts';
import type { Recorded } from '../kernel/index.ts';
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
import type { AnyEvent } from './registry.ts';

/** Tells an event of one context from all others. */
export type IsOf<Event extends AnyEvent> = (recorded: Recorded<AnyEvent>) => recorded is Recorded<Event>;

export const isOrganisationEvent: IsOf<OrganisationEvent> = (recorded): recorded is Recorded<OrganisationEvent> =>
  recorded.event.type in organisationEvents;
export const isNegotiationEvent: IsOf<NegotiationEvent> = (recorded): recorded is Recorded<NegotiationEvent> =>
  recorded.event.type in negotiationEvents;
export const isClearanceEvent: IsOf<ClearanceEvent> = (recorded): recorded is Recorded<ClearanceEvent> => recorded.event.type in clearanceEvents;
export const isProcedureEvent: IsOf<ProcedureEvent> = (recorded): recorded is Recorded<ProcedureEvent> => recorded.event.type in procedureEvents;
export const isCommentEvent: IsOf<CommentEvent> = (recorded): recorded is Recorded<CommentEvent> => recorded.event.type in commentEvents;
export const isCoordinationEvent: IsOf<CoordinationEvent> = (recorded): recorded is Recorded<CoordinationEvent> =>
  recorded.event.type in coordinationEvents;
export const isAgreementEvent: IsOf<AgreementEvent> = (recorded): recorded is Recorded<AgreementEvent> => recorded.event.type in agreementEvents;
export const isFiguresEvent: IsOf<FiguresEvent> = (recorded): recorded is Recorded<FiguresEvent> => recorded.event.type in figuresEvents;
export const isAccountEvent: IsOf<AccountEvent> = (recorded): recorded is Recorded<AccountEvent> => recorded.event.type in accountEvents;
export const isRegistrationEvent: IsOf<RegistrationEvent> = (recorded): recorded is Recorded<RegistrationEvent> =>
  recorded.event.type in registrationEvents;
export const isIntakeEvent: IsOf<IntakeEvent> = (recorded): recorded is Recorded<IntakeEvent> => recorded.event.type in intakeEvents;
export const isQuotaEvent: IsOf<QuotaEvent> = (recorded): recorded is Recorded<QuotaEvent> => recorded.event.type in quotaEvents;
export const isQuotaIntakeEvent: IsOf<QuotaIntakeEvent> = (recorded): recorded is Recorded<QuotaIntakeEvent> =>
  recorded.event.type in quotaIntakeEvents;
export const isReservationEvent: IsOf<ReservationEvent> = (recorded): recorded is Recorded<ReservationEvent> =>
  recorded.event.type in reservationEvents;
export const isDutyEvent: IsOf<DutyEvent> = (recorded): recorded is Recorded<DutyEvent> => recorded.event.type in dutyEvents;
export const isProjectEvent: IsOf<ProjectEvent> = (recorded): recorded is Recorded<ProjectEvent> => recorded.event.type in projectEvents;
export const isProjectIntakeEvent: IsOf<ProjectIntakeEvent> = (recorded): recorded is Recorded<ProjectIntakeEvent> =>
  recorded.event.type in projectIntakeEvents;
