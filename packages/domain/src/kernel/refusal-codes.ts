/**
 * Every code with which the rules refuse a command (CM-2). A code never changes its meaning and is never reused.
 * The data that comes with each is named beside it.
 */
export const refusalCodes = [
  // organisations
  'ORGANISATION_EXISTS', // {organisation}
  'ORGANISATION_UNKNOWN', // {organisation}
  'MEMBER_EXISTS', // {member}
  'MEMBER_UNKNOWN', // {member}
  'ROLE_GRANT_REQUEST_UNKNOWN', // {request}
  'ROLE_GRANT_REQUEST_DECIDED', // {request}
  'ROLE_GRANT_NEEDS_SECOND_PERSON', // {request}
  'ROLE_HELD', // {member, role}
  'ROLE_NOT_HELD', // {member, role}
  'ROLE_PERIOD_EMPTY', // {from, until}
  'INSTALLATION_FOUNDED', // {}
  'SEAL_KEY_ENROLLED', // {key}
  // reservations
  'VALUE_RESERVED', // {what, value}
  // content of an agreement
  'CONTENT_INVALID', // {path, problem}: a contradiction that the schema alone cannot see
  // negotiation
  'NEGOTIATION_EXISTS', // {negotiation}
  'NEGOTIATION_UNKNOWN', // {negotiation}
  'NEGOTIATION_ENDED', // {state}
  'NOT_A_PARTY', // {organisation}
  'PARTIES_CHANGED', // {}: a counter-proposal keeps the parties
  'BASIS_OUTDATED', // {basis, current}: the person was looking at a proposal that is no longer the current one
  'CONTENT_UNCHANGED', // {digest}: a counter-proposal must change something
  'TEXT_ALREADY_CONFIRMED', // {party}
  'TEXT_NOT_CONFIRMED', // {party}: who has not confirmed declines, and does not withdraw
  'TEXT_NOT_CONFIRMED_BY_ALL', // {missing: parties}
  'TEXT_FROZEN_BY_OWN_SEAL', // {party}: who has sealed can neither counter, decline nor withdraw
  'PARTY_ALREADY_CLEARED', // {party}
  'PARTY_NOT_CLEARED', // {party}
  'PARTY_ALREADY_SIGNED', // {party}
  'PARTY_NOT_SIGNED', // {party}
  'PARTY_ALREADY_SEALED', // {party}
  'DUTIES_NOT_SEPARATE', // {first, second}: one natural person in two capacities that exclude each other
  // clearance
  'CLEARANCE_EXISTS', // {party}
  'CLEARANCE_UNKNOWN', // {party}
  'CLEARANCE_NOT_OPEN', // {state}
  'CLEARANCE_STEP_OUT_OF_ORDER', // {step, next}
  'CLEARANCE_NOT_GRANTED', // {state}
  // agreements
  'AGREEMENT_EXISTS', // {agreement}
  'AGREEMENT_UNKNOWN', // {agreement}
  'AGREEMENT_ALREADY_IN_FORCE', // {agreement}
  'AGREEMENT_NOT_DUE', // {effectiveOn, today}
  'AGREEMENT_ENDED', // {state}
  'AGREEMENT_TERM_OVER', // {until}: it would begin after its last day
  'AGREEMENT_WITHOUT_TERM', // {agreement}
  'AGREEMENT_ALREADY_FILED', // {party}
  'FILED_BEFORE_CONCLUSION', // {filedOn, concludedOn}
  'FILING_DEADLINE_UNCHANGED', // {dueOn}
  'DATE_IN_FUTURE', // {date, today}
  'CONDITION_NOT_IN_TERMS', // {agreement}
  'CONDITION_NOT_CONFIRMED', // {missing: parties}
  'CONDITION_ALREADY_CONFIRMED', // {party}
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
