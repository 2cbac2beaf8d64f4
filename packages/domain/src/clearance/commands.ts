import type { FilingDeadline } from '../agreements/events.ts';
import type { Digest, MemberId, NegotiationId, OrganisationId, Person } from '../kernel/index.ts';
import type { ClearanceStep, OpenedProcedure } from './chain.ts';
import type { Consultation, StepRecord } from './events.ts';

/** The day that so many working days end on, by the calendar of the day on which it is asked (TM-2). */
export type DeadlineIn = (workingDays: number) => FilingDeadline;

interface Given {
  readonly actor: Person;
  /** The digest of the text that the person was looking at. */
  readonly basis: Digest;
}

/** Commands on `clearance-<negotiation>-<party>`; opening and voiding are carried over by a process. */
export type ClearanceCommand =
  | {
      readonly type: 'open-clearance';
      readonly negotiation: NegotiationId;
      readonly party: OrganisationId;
      readonly digest: Digest;
      readonly draftedBy: readonly MemberId[];
      readonly procedure: OpenedProcedure;
      readonly deadlineIn: DeadlineIn;
    }
  /** Of the procedure on this text alone: seen again later, it must not touch the procedure on a newer one. */
  | { readonly type: 'void-clearance'; readonly digest: Digest; readonly because: 'text-changed' | 'negotiation-ended' }
  | (Given & {
      readonly type: 'pass-clearance-step';
      readonly record: StepRecord;
      readonly recordDigest: Digest;
      readonly deadlineIn: DeadlineIn;
    })
  | (Given & { readonly type: 'record-consultation'; readonly consultation: Consultation; readonly deadlineIn: DeadlineIn })
  | (Given & { readonly type: 'return-clearance'; readonly step: ClearanceStep; readonly reason: string; readonly deadlineIn: DeadlineIn })
  | (Given & { readonly type: 'withdraw-clearance'; readonly reason: string });
