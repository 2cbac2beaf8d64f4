import type { CalendarDate, CommandId, NegotiationId, OrganisationId } from '../kernel/index.ts';
import type { Basis, LedgerId, Pool } from './words.ts';

interface On {
  readonly ledger: LedgerId;
  /** In the smallest part of the resource's unit. */
  readonly amount: string;
}

/** One line of an import: what was allotted, by which paper. */
export interface Allotment {
  readonly pool: Pool;
  readonly amount: string;
  readonly on: CalendarDate;
  readonly basis: Basis;
  readonly note: string;
}

/** Commands on one ledger. Ids of reservations and transfers are those of their commands. */
export type QuotaCommand =
  | { readonly type: 'allot-quota'; readonly ledger: LedgerId; readonly allotments: readonly Allotment[]; readonly today: CalendarDate }
  | (On & {
      readonly type: 'reclaim-quota';
      readonly pool: Pool;
      readonly on: CalendarDate;
      readonly basis: Basis;
      readonly reason: string;
      readonly today: CalendarDate;
    })
  | (On & {
      readonly type: 'reserve-quota';
      readonly reservation: CommandId;
      readonly pool: Pool;
      readonly purpose: string;
      readonly agreement?: NegotiationId | undefined;
      readonly today: CalendarDate;
    })
  | (On & { readonly type: 'release-quota'; readonly reservation: CommandId; readonly reason: string })
  | (On & {
      readonly type: 'use-quota';
      readonly reservation: CommandId;
      readonly on: CalendarDate;
      readonly evidence: Basis;
      readonly today: CalendarDate;
    })
  | (On & {
      readonly type: 'return-used-quota';
      readonly reservation: CommandId;
      readonly on: CalendarDate;
      readonly reason: string;
      readonly today: CalendarDate;
    })
  | (On & {
      readonly type: 'send-quota';
      readonly transfer: CommandId;
      readonly pool: Pool;
      readonly to: OrganisationId;
      readonly agreement?: NegotiationId | undefined;
      /** A transfer that was accepted here, and of which this gives something back. */
      readonly returns?: CommandId | undefined;
      readonly words: string;
      readonly today: CalendarDate;
    })
  | { readonly type: 'accept-quota'; readonly ledger: LedgerId; readonly transfer: CommandId; readonly today: CalendarDate }
  | { readonly type: 'decline-quota'; readonly ledger: LedgerId; readonly transfer: CommandId; readonly reason: string }
  // by the process that carries transfers over
  | (On & {
      readonly type: 'receive-transfer';
      readonly transfer: CommandId;
      readonly pool: Pool;
      readonly from: OrganisationId;
      readonly agreement?: NegotiationId | undefined;
      readonly returns?: CommandId | undefined;
      readonly words: string;
    })
  | { readonly type: 'complete-transfer'; readonly ledger: LedgerId; readonly transfer: CommandId }
  | { readonly type: 'take-back-transfer'; readonly ledger: LedgerId; readonly transfer: CommandId; readonly reason: string };
