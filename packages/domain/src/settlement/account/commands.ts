import type { Bilingual } from '../../agreements/content.ts';
import type { CalendarDate, Digest, MemberId, OrganisationId, Person } from '../../kernel/index.ts';
import type { Route, Settlement } from '../../sharing/index.ts';
import type { Period } from '../words.ts';
import type { AccountEvent, Deadline, DisputeData, Known, NextPeriod, ResolutionEffect, Resolver, StatementPart, Voucher } from './events.ts';
import type { AccountId } from './state.ts';

/** A statement as it was computed, ready to be proposed; nothing of it is computed here (CM-1). */
export interface Computed {
  readonly period: Period;
  readonly parts: readonly StatementPart[];
  readonly known: Known;
  /** Over the derivations. */
  readonly derivation: Digest;
  /** Over parts and derivations, but not the instant: two computations of the same have the same. What a proposal names as its basis. */
  readonly basis: Digest;
  /** Over all that is proposed: what the parties confirm. */
  readonly digest: Digest;
}

/** What the terms say about settlement, and the days that follow from them today (TM-2). */
export interface SettlementRules {
  /** None where no money moves. */
  readonly routes: readonly Route[];
  readonly paymentDue: Deadline | undefined;
  readonly resolutionDue: Deadline;
  readonly confirmationDue: Deadline;
  readonly resolvedBy: Settlement['disputes']['resolvedBy']['node'];
  /** The period after the one that is settled. */
  readonly next: NextPeriod | undefined;
}

interface Given {
  readonly actor: Person;
}
interface OnStatement extends Given {
  readonly period: CalendarDate;
  readonly basis: Digest;
}
/** `reporters` are the party's own persons who reported what went in: none of them confirms what was computed from it (AZ-3). */
interface Answering extends OnStatement {
  readonly rules: SettlementRules;
  readonly reporters: readonly MemberId[];
}

type Basis = Extract<AccountEvent, { type: 'ResolutionProposed' }>['data']['basis'];

/** Commands on `settlement-<agreement>-<clause>` and `appraisal-<agreement>-<clause>`. The party is the actor's organisation. */
export type AccountCommand =
  /** Carried over by a process. */
  | {
      readonly type: 'open-settlement';
      readonly account: AccountId;
      readonly parties: readonly OrganisationId[];
      readonly readers: readonly OrganisationId[];
      readonly number: string;
      readonly title: Bilingual;
      readonly heading: Bilingual;
      readonly next: NextPeriod | undefined;
    }
  /** Because the agreement has ended; carried over by a process. */
  | { readonly type: 'begin-winding-up'; readonly lastDay: CalendarDate }
  | (OnStatement & {
      readonly type: 'propose-statement';
      /** Undefined when nothing is left to be settled now. */
      readonly computed: Computed | undefined;
      readonly today: CalendarDate;
      readonly rules: SettlementRules;
      readonly note: string;
    })
  | (Answering & { readonly type: 'confirm-statement' })
  | (Answering & {
      readonly type: 'dispute-statement';
      readonly disputes: readonly (Omit<DisputeData, 'dispute' | 'against'> & { readonly against?: OrganisationId | undefined })[];
    })
  | (OnStatement & { readonly type: 'withdraw-statement'; readonly reason: string })
  | (Given & {
      readonly type: 'withdraw-dispute';
      readonly dispute: number;
      readonly reason: string;
      readonly today: CalendarDate;
      readonly rules: SettlementRules;
    })
  | (Given & {
      readonly type: 'propose-resolution';
      readonly dispute: number;
      readonly amount: string;
      readonly by: Resolver;
      readonly effect: ResolutionEffect;
      readonly basis: Basis;
      readonly rules: SettlementRules;
    })
  | (Given & { readonly type: 'propose-year-closing'; readonly year: number })
  | (Given & { readonly type: 'propose-winding-up'; readonly lastDay: CalendarDate; readonly reason: string })
  /** `sharingEnded`: by the terms nothing is left to be computed. */
  | (Given & { readonly type: 'propose-closing'; readonly sharingEnded: boolean; readonly note: string })
  | (Given & {
      readonly type: 'agree-to-matter';
      readonly matter: number;
      readonly sharingEnded: boolean;
      readonly rules: SettlementRules;
    })
  | (Given & { readonly type: 'reject-matter'; readonly matter: number; readonly reason: string })
  | (Given & {
      readonly type: 'record-payment';
      readonly to: OrganisationId;
      readonly amount: string;
      readonly voucher: Voucher;
      readonly today: CalendarDate;
      readonly rules: SettlementRules;
    })
  | (Given & {
      readonly type: 'record-payment-hop';
      readonly payment: number;
      readonly hop: number;
      readonly voucher: Voucher;
      readonly today: CalendarDate;
    })
  | (Given & { readonly type: 'confirm-payment-hop'; readonly payment: number; readonly hop: number })
  | (Given & { readonly type: 'reject-payment-hop'; readonly payment: number; readonly hop: number; readonly reason: string })
  | (Given & { readonly type: 'withdraw-payment'; readonly payment: number; readonly reason: string });
