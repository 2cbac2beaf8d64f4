/**
 * Every code with which the rules refuse a command (CM-2). A code never changes its meaning and is never reused.
 * The data that comes with each is named beside it.
 */
export const refusalCodes = [
  // organisations
  'ORGANISATION_EXISTS', // {organisation}
  'ORGANISATION_UNKNOWN', // {organisation}
  'ORGANISATION_VERIFIED', // {organisation}: it is already
  'VERIFICATION_NOT_OWN', // {organisation}: that it is verified says who administers the installation
  'VERIFICATION_NEEDS_SECOND_PERSON', // {organisation}: who stated it does not verify it
  'SOURCE_MISSING', // {organisation}
  'SUPERIOR_CIRCULAR', // {organisation}: it would stand above itself
  'CREDIT_CODE_CHECK_FAILED', // {code}: its check character does not fit; it can be taken all the same
  'MEMBER_EXISTS', // {member}
  'MEMBER_UNKNOWN', // {member}
  'ROLE_GRANT_REQUEST_UNKNOWN', // {request}
  'ROLE_GRANT_REQUEST_DECIDED', // {request}
  'ROLE_GRANT_NEEDS_SECOND_PERSON', // {request}
  'ROLE_HELD', // {member, role}
  'ROLE_NOT_HELD', // {member, role}
  'ROLE_PERIOD_EMPTY', // {from, until}
  'DELEGATION_TO_ONESELF', // {}
  'DELEGATION_EXISTS', // {delegation}: the same role is delegated to the same person for some of these days already
  'DELEGATION_BEYOND_DOCUMENT', // {from, until}: the days for which its document holds
  'DELEGATION_UNKNOWN', // {delegation}
  'DELEGATION_DECIDED', // {delegation, state}
  'DELEGATION_NOT_OWN', // {delegation}: only the office holder takes it back
  'DELEGATION_NEEDS_SECOND_PERSON', // {delegation}
  'SECONDMENT_TO_ITSELF', // {organisation}
  'SECONDMENT_EXISTS', // {secondment}: somebody is sent to one place at a time
  'SECONDMENT_UNKNOWN', // {secondment}
  'SECONDMENT_DECIDED', // {secondment, state}
  'SECONDMENT_NEEDS_SECOND_PERSON', // {secondment}
  'SIGNING_AUTHORITY_UNKNOWN', // {authority}
  'SIGNING_AUTHORITY_MISSING', // {member}: no document says that this person signs
  'SIGNING_AUTHORITY_NOT_VALID', // {documentNumber, from, until, today}
  'INSTALLATION_FOUNDED', // {}
  'SEAL_KEY_ENROLLED', // {key}
  // projects
  'PROJECT_EXISTS', // {project}
  'PROJECT_UNKNOWN', // {}
  'PROJECT_UNCHANGED', // {}
  'PROJECT_ENDED', // {on}: nothing is reported of a day after it was terminated or has left
  'PROJECT_SAME_SIDES', // {organisation}: origin and destination are one
  'PROJECT_LIMIT', // {what, limit}
  'PROJECT_CODE_TAKEN', // {code}: it is another project's
  'PROJECT_AGREEMENT_PARTIES', // {agreement}: not every party of the project may read its figures
  'PROJECT_MILESTONE_UNKNOWN', // {number}
  'PROJECT_MILESTONE_EXISTS', // {kind, number}: one of a kind stands
  'PROJECT_MILESTONE_FIELD', // {kind, field}: missing, or of another kind
  'PROJECT_MILESTONE_OWN', // {number}: the other party confirms what one has reported
  'PROJECT_MILESTONE_NOT_OWN', // {number}
  'PROJECT_MILESTONE_PHASE', // {number, phase}: as it stands it cannot be done
  'PROJECT_EVIDENCE_MISSING', // {kind}
  'COMMITMENT_UNKNOWN', // {number}
  'COMMITMENT_DECIDED', // {number}
  'COMMITMENT_DUE_PAST', // {dueOn, today}
  'AGENCY_TASK_UNKNOWN', // {number}
  'AGENCY_TASK_COMPLETED', // {number}
  'AGENCY_AGENT_MISSING', // {}
  'AGENCY_NOT_OWN', // {number}
  'INDUSTRY_UNKNOWN', // {code}
  'REGION_UNKNOWN', // {code}
  'MILESTONE_CARRIED', // {}: it stands in the agreement already
  'MILESTONE_NOT_CARRIED', // {}
  // reservations
  'VALUE_RESERVED', // {what, value}
  // content of an agreement
  'CONTENT_INVALID', // {path, problem}: a contradiction that the schema alone cannot see
  // negotiation
  'NEGOTIATION_EXISTS', // {negotiation}
  'NEGOTIATION_UNKNOWN', // {negotiation}
  'NEGOTIATION_ENDED', // {state}
  'NEGOTIATION_WITHOUT_LAST_DAY', // {}
  'NEGOTIATION_NOT_LAPSED', // {effectiveOn, today}
  'LAST_DAY_PAST', // {on, today}
  'NOT_A_PARTY', // {organisation}
  'PARTIES_CHANGED', // {}: a counter-proposal keeps the parties
  'BASIS_OUTDATED', // {basis, current}: the person was looking at a proposal that is no longer the current one
  'NEXT_TEXT_NEEDED', // {declined: parties}: the text still names an optional party that has declined
  'PURPOSE_CHANGED', // {}: a counter-proposal is about the same agreement
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
  'DEPARTMENTS_NAMED', // {missing: departments}: each of them answers for itself
  'DEPARTMENT_NOT_NAMED', // {department}
  'DEPARTMENT_CONSULTED', // {department}
  // comments on clauses
  'CLAUSE_UNKNOWN', // {clause}
  'COMMENT_UNKNOWN', // {comment}
  'COMMENT_NOT_OWN', // {comment}: who raised it resolves it
  'COMMENT_RESOLVED', // {comment}
  'COMMENT_NOT_RESOLVED', // {comment}
  'COMMENTS_TOO_MANY', // {limit}
  // what the coordination office offers
  'COORDINATION_EXISTS', // {coordination}
  'COORDINATION_UNKNOWN', // {}
  'COORDINATION_CLOSED', // {coordination}
  'ANSWERS_TOO_MANY', // {limit}
  // an organisation's own internal procedure
  'PROCEDURE_INVALID', // {path, problem}
  'PROCEDURE_PENDING', // {request}: one waits for a second person
  'PROCEDURE_REQUEST_UNKNOWN', // {request}
  'PROCEDURE_NEEDS_SECOND_PERSON', // {request}
  'PROCEDURE_BEGINS_IN_PAST', // {from, today}
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
  'FILING_NOT_REQUIRED', // {agreement}: registered from paper, it was signed elsewhere
  // registration of paper agreements
  'REGISTRATION_EXISTS', // {registration}
  'REGISTRATION_UNKNOWN', // {}
  'REGISTRATION_ENDED', // {state}
  'REGISTRATION_NOT_OWN', // {registrar}: only who registered it corrects or withdraws it
  'SCAN_MISSING', // {}: nobody confirms a transcription without the paper beside it
  'SIGNED_DAY_UNKNOWN', // {signedOn}: what is known is a year or a month
  'TRANSCRIPTION_CONFIRMED', // {party}
  'OBJECTION_RAISED', // {party}
  'INTAKE_EXISTS', // {intake}
  'INTAKE_TOO_LARGE', // {limit}
  // figures and milestones
  'REPORTING_EXISTS', // {agreement}
  'REPORTING_UNKNOWN', // {}: the agreement is not in force, or nothing in it is computed
  'REPORTS_TOO_MANY', // {limit}: in one command, or in one agreement
  'REPORT_UNKNOWN', // {kind, number}
  'REPORT_OWN', // {kind, number}: a party does not confirm what it reported itself
  'REPORT_NOT_OWN', // {kind, number}
  'REPORT_NOT_STANDING', // {kind, number, phase}
  'REPORT_ALREADY_CONFIRMED', // {kind, number}
  'REPORT_NOT_QUESTIONED', // {kind, number}
  'REPORT_CHANGE_PENDING', // {kind, number, change}: another figure is to take its place and waits for confirmation
  'WITHDRAWAL_NOT_PENDING', // {kind, number}
  'FIGURE_COVERED', // {row, number}: adding both would count something twice
  'FIGURE_PERIOD_INVALID', // {row, from, to}
  'FIGURE_NOT_YET', // {row, from, today}
  'MILESTONE_NOT_YET', // {on, today}
  'MILESTONE_REPORTED', // {number}
  'ACTS_FOR_ANOTHER_PARTY', // {party}: one person acts for one party of an agreement
  // statements and their settlement
  'SETTLEMENT_EXISTS', // {agreement, clause, ledger}
  'SETTLEMENT_UNKNOWN', // {}
  'SETTLEMENT_CLOSED', // {}
  'NOTHING_TO_SETTLE', // {}: no period is over that has no adopted statement
  'STATEMENT_OUT_OF_ORDER', // {period, next}: periods are settled in their order
  'PERIOD_NOT_OVER', // {to, today}
  'STATEMENT_UNCHANGED', // {period}: what would be proposed is on the table
  'STATEMENT_UNKNOWN', // {period}
  'STATEMENT_ADOPTED', // {period}: what is adopted is never changed
  'STATEMENT_NOT_ADOPTED', // {period}
  'STATEMENT_ANSWERED', // {party}
  'STATEMENT_NOT_OWN', // {period}: only who proposed it withdraws it
  'LINE_UNKNOWN', // {subject, line}
  'LINE_NOT_DISPUTED', // {line, amount}: what is claimed is what is stated
  'LINE_DISPUTED_ALREADY', // {line}
  'DISPUTE_AGAINST_NOBODY', // {line}: with more than two parties it must be said at whose cost
  'DISPUTE_UNKNOWN', // {dispute}
  'DISPUTE_NOT_OPEN', // {dispute, state}
  'DISPUTE_NOT_OWN', // {dispute}
  'RESOLVER_NOT_AGREED', // {by, resolvedBy}
  'MATTER_UNKNOWN', // {matter}
  'MATTER_NOT_PENDING', // {matter, state}
  'MATTER_OWN', // {matter}: the other parties agree to it
  'MATTER_AGREED', // {matter}
  'YEAR_CLOSED', // {year}
  'YEAR_NOT_SETTLED', // {year, through}
  'TOTALS_CHANGED', // {year}: since it was proposed
  'WINDING_UP_BEGUN', // {lastDay}
  'SHARING_NOT_ENDED', // {lastDay}
  'SETTLEMENT_NOT_DONE', // {disputes, owed, statement}: how many disputes and pairs are open, and what is on the table
  'ACCOUNTS_OPEN', // {open}: how many accounts of the agreement are still to be closed
  'PAYMENT_EXCEEDS_DUE', // {open}: in fen, what is owed and not on its way
  'PAYMENT_UNKNOWN', // {payment}
  'PAYMENT_NOT_ON_ITS_WAY', // {payment, state}
  'PAYMENT_NOT_OWN', // {payment}
  'PAYMENT_OWN', // {payment, hop}: another party confirms it
  'HOP_OUT_OF_ORDER', // {payment, hop, next, step}
  'ROUTE_MISSING', // {from, to}
  'VOUCHER_NOT_YET', // {on, today}
  'AGREEMENT_NOT_IN_FORCE', // {state}
  'AGREEMENT_ABOUT_ANOTHER', // {agreement}: it changes another one, and is not itself changed
  'VERSION_SUPERSEDED', // {version, latest}
  'CHANGE_BEFORE_FORCE', // {effectiveOn}: a change reaches back at most to the day of force
  'RENEWAL_NOT_LONGER', // {until}
  'RENEWAL_CHANGES_MORE', // {}
  'AMENDMENT_NONE', // {agreement}
  'TERMINATION_AGREED', // {number, effectiveFrom}
  'TERMINATION_NONE', // {agreement}
  'STEP_NOT_POSSIBLE', // {step, state}
  'STEP_ALREADY_AGREED', // {step, party}
  'STEP_NOT_AGREED', // {step, party}
  'EXIT_NOT_IN_TERMS', // {ground}
  'NOTICE_AGAINST_ONESELF', // {party}
  'NOTICES_TOO_MANY', // {limit}
  'NOTICE_UNKNOWN', // {notice}
  'NOTICE_NOT_OWN', // {notice}
  'NOTICE_ANSWERED', // {notice}
  'NOTICE_CURED', // {notice}
  'DUTY_NOT_OPEN', // {duty}
  'DUTY_NOT_WAIVABLE', // {kind}
  'DUTY_NOT_OWED_TO', // {party}
  'WAIVER_PENDING', // {waiver}
  'WAIVER_UNKNOWN', // {waiver}
  'WAIVER_OVER', // {waiver, state}
  'WAIVER_ALREADY_AGREED', // {waiver, party}
  'WAIVER_NOT_OWN', // {waiver}
  'WAIVERS_TOO_MANY', // {limit}
  'CURE_PERIOD_RUNS', // {cureUntil, today}
  'POLICY_NOTICE_GIVEN', // {party}
  'POLICY_NOTICE_NONE', // {party}
  'POLICY_NOTICE_TOO_SHORT', // {earliest}
  'QUOTA_EXCEEDED', // {account, pool, there, asked, missing, unit}: in the smallest part of the unit
  'QUOTA_NONE_AVAILABLE', // {}
  'QUOTA_NOT_YET', // {on, today}
  'QUOTA_LIMIT', // {what, limit}
  'QUOTA_TO_ONESELF', // {zone}
  'QUOTA_RESERVATION_UNKNOWN', // {reservation}
  'QUOTA_TRANSFER_UNKNOWN', // {transfer}
  'QUOTA_TRANSFER_ANSWERED', // {transfer, phase}
  'QUOTA_TRANSFER_KNOWN', // {transfer}
  'QUOTA_OTHER_REGION', // {zone}: the office records for zones of its own region
  'QUOTAS_IMPORTED', // {intake}
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
