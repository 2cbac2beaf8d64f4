import type { CalendarDate, Digest, NegotiationId, OrganisationId, Person } from '../kernel/index.ts';
import type { AgreementContent } from './content.ts';
import type { DutyOf } from './duty.ts';
import type { AgreementEvent, Execution, FilingDeadline, JointStep, VoidedBecause } from './events.ts';
import type { RenderedText } from './text.ts';

export interface ConcludedChange {
  /** The agreement that makes the change. */
  readonly amendment: NegotiationId;
  readonly number: string;
  readonly concludedOn: CalendarDate;
  readonly content: AgreementContent;
  readonly text: RenderedText;
  readonly renderer: string;
  readonly digest: Digest;
}

interface Given {
  readonly actor: Person;
  /** The digest of the version that the person was looking at. */
  readonly basis: Digest;
  readonly today: CalendarDate;
}

/** Commands on `agreement-<id>`: carried over by processes, given by the clock, or by persons of the parties. */
export type AgreementCommand =
  | {
      readonly type: 'conclude-agreement';
      readonly agreement: NegotiationId;
      readonly number: string;
      readonly concludedOn: CalendarDate;
      readonly content: AgreementContent;
      readonly text: RenderedText;
      readonly renderer: string;
      readonly digest: Digest;
      readonly executions: readonly Execution[];
    }
  /** What every party has confirmed to have been signed on paper. */
  | ({ readonly type: 'register-agreement' } & Extract<AgreementEvent, { type: 'AgreementRegistered' }>['data'])
  /** The passing of time (TM-3); the date on which it holds follows from the terms, not from when it is noticed. */
  | { readonly type: 'enter-into-force'; readonly today: CalendarDate }
  | { readonly type: 'expire'; readonly today: CalendarDate }
  | { readonly type: 'apply-amendment'; readonly today: CalendarDate }
  /** The day of an agreed 解除, or of a notice because of a change of policy. */
  | { readonly type: 'terminate'; readonly today: CalendarDate }
  /** What an agreement about this one has been concluded to do to it, carried over from its stream. */
  | ({ readonly type: 'record-change'; readonly today: CalendarDate } & ConcludedChange)
  /** On the stream of such an agreement: what it does has been done, or can no longer be. */
  | { readonly type: 'take-effect'; readonly effectiveOn: CalendarDate }
  | { readonly type: 'void-agreement'; readonly because: VoidedBecause }
  /** Computed from the official calendar by whoever gives it (TM-2). */
  | { readonly type: 'fix-filing-deadline'; readonly deadline: FilingDeadline }
  /** 备案: each party's own duty after signing. */
  | (Given & { readonly type: 'file-agreement'; readonly filedOn: CalendarDate; readonly office: string; readonly fileNumber: string })
  /** That what the agreement's force hangs on has come about, and when. */
  | (Given & { readonly type: 'confirm-condition'; readonly fulfilledOn: CalendarDate; readonly words: string })
  /** What every party must agree to: the last word takes the step. */
  | (Given & { readonly type: 'agree-step'; readonly step: JointStep; readonly words: string })
  | (Given & { readonly type: 'withdraw-step'; readonly step: JointStep })
  | (Given & { readonly type: 'give-breach-notice'; readonly against: OrganisationId; readonly words: string })
  | (Given & { readonly type: 'answer-breach-notice'; readonly notice: number; readonly words: string })
  /** By who gave the notice: the breach has been made good. */
  | (Given & { readonly type: 'accept-cure'; readonly notice: number })
  | (Given & { readonly type: 'terminate-for-breach'; readonly notice: number; readonly words: string })
  | (Given & { readonly type: 'give-policy-notice'; readonly document: string; readonly words: string; readonly effectiveOn: CalendarDate })
  | (Given & { readonly type: 'withdraw-policy-notice' })
  /** By one of those to whom the duty is owed; `dutyOf` knows what is open now. */
  | (Given & { readonly type: 'propose-waiver'; readonly duty: string; readonly dutyOf: DutyOf; readonly reason: string })
  | (Given & { readonly type: 'agree-waiver'; readonly waiver: number; readonly dutyOf: DutyOf })
  | (Given & { readonly type: 'withdraw-waiver'; readonly waiver: number });
