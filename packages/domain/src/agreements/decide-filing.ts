import { type Decision, refuse } from '../kernel/index.ts';
import type { Concluded, Of } from './decide.ts';
import type { AgreementEvent } from './events.ts';

/** How long a party has to file after signing; read in the measures of several places, B3 of the research (备案/归档). */
export const FILING_WORKING_DAYS = 5;

/** Set when the agreement is concluded; again only when a newer calendar gives another day (TM-2). */
export function fixFilingDeadline({ deadline }: Of<'fix-filing-deadline'>, state: Concluded): Decision<AgreementEvent> {
  if (state.registered) return refuse('FILING_NOT_REQUIRED', { agreement: state.id });
  if (state.deadline?.dueOn === deadline.dueOn && state.deadline.provisional === deadline.provisional)
    return refuse('FILING_DEADLINE_UNCHANGED', { dueOn: deadline.dueOn });
  return [{ type: 'FilingDeadlineFixed', data: { agreement: state.id, ...deadline } }];
}

/** Also when it is late, and after the agreement has ended: the duty remains until it is done. */
export function fileAgreement({ actor, filedOn, office, fileNumber, today }: Of<'file-agreement'>, state: Concluded): Decision<AgreementEvent> {
  if (state.registered) return refuse('FILING_NOT_REQUIRED', { agreement: state.id });
  const party = actor.organisation;
  if (state.filings.has(party)) return refuse('AGREEMENT_ALREADY_FILED', { party });
  if (filedOn < state.concludedOn) return refuse('FILED_BEFORE_CONCLUSION', { filedOn, concludedOn: state.concludedOn });
  if (filedOn > today) return refuse('DATE_IN_FUTURE', { date: filedOn, today });
  return [{ type: 'AgreementFiled', data: { agreement: state.id, party, digest: state.digest, filedOn, office, fileNumber } }];
}
