import type { CalendarDate, Instant, MemberId, NegotiationId, OrganisationId } from '../../kernel/index.ts';
import type { Period } from '../words.ts';
import type {
  AccountEvent,
  Deadline,
  DisputeData,
  Known,
  Ledger,
  NextPeriod,
  PairTotal,
  ResolutionEffect,
  Resolver,
  StatementPart,
  Voucher,
} from './events.ts';

/** Somebody's act for a party. */
export interface AccountAct {
  readonly party: OrganisationId;
  readonly member: MemberId | undefined;
  /** The principal, where a delegate acted (委托). */
  readonly onBehalfOf?: MemberId | undefined;
  readonly at: Instant;
}

export interface Answer extends AccountAct {
  readonly how: 'confirmed' | 'disputed';
}

type EventData<Type extends AccountEvent['type']> = Extract<AccountEvent, { type: Type }>['data'];

/** The newest proposal for a period. */
export interface Proposal extends AccountAct {
  readonly phase: 'proposed' | 'withdrawn' | 'adopted';
  readonly period: Period;
  readonly number: number;
  readonly digest: EventData<'StatementProposed'>['digest'];
  readonly parts: readonly StatementPart[];
  readonly known: Known;
  readonly derivation: EventData<'StatementProposed'>['derivation'];
  readonly confirmationDue: Deadline;
  readonly note: string;
  readonly answers: readonly Answer[];
  readonly disputes: readonly number[];
  readonly withdrawn: (AccountAct & { readonly reason: string }) | undefined;
  readonly adopted:
    | {
        readonly at: Instant;
        readonly obligations: readonly number[];
        readonly held: EventData<'StatementAdopted'>['held'];
        readonly paymentDue: Deadline | undefined;
      }
    | undefined;
}

export interface Dispute extends AccountAct {
  readonly number: number;
  readonly period: Period;
  readonly subject: DisputeData['subject'];
  readonly line: number;
  readonly lineParty: OrganisationId;
  /** In the smallest part of the subject's unit. */
  readonly stated: string;
  readonly claimed: string;
  /** From adoption on: what of the statement is held back from the line's party, or, below zero, from the other. In fen; nothing where no money moves. */
  readonly held: string;
  readonly against: OrganisationId;
  readonly reason: string;
  readonly documents: DisputeData['documents'];
  readonly resolutionDue: Deadline;
  /** `void`: its statement was replaced or withdrawn before all had answered. */
  readonly state: 'open' | 'resolved' | 'withdrawn' | 'void';
  readonly resolution: { readonly amount: string; readonly by: Resolver; readonly effect: ResolutionEffect; readonly at: Instant } | undefined;
  readonly withdrawn: (AccountAct & { readonly reason: string }) | undefined;
}

export interface Obligation {
  readonly number: number;
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly amount: string;
  readonly period: Period;
  readonly dispute: number | undefined;
  readonly due: Deadline | undefined;
  readonly on: CalendarDate;
}

export interface Hop {
  readonly voucher: Voucher;
  readonly recorded: AccountAct;
  readonly confirmed: AccountAct | undefined;
  readonly rejected: (AccountAct & { readonly reason: string }) | undefined;
}

export interface Payment extends AccountAct {
  readonly number: number;
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly amount: string;
  readonly via: EventData<'PaymentRecorded'>['via'];
  readonly state: 'on-its-way' | 'received' | 'withdrawn';
  readonly hops: readonly Hop[];
  readonly receivedOn: CalendarDate | undefined;
  readonly withdrawn: (AccountAct & { readonly reason: string }) | undefined;
}

/** What is proposed to the other parties beside statements. */
export type MatterAbout =
  | { readonly kind: 'resolution'; readonly data: EventData<'ResolutionProposed'> }
  | { readonly kind: 'year-closing'; readonly data: EventData<'YearClosingProposed'> }
  | { readonly kind: 'winding-up'; readonly data: EventData<'WindingUpProposed'> }
  | { readonly kind: 'closing'; readonly data: EventData<'ClosingProposed'> };

export interface Matter extends AccountAct {
  readonly number: number;
  readonly about: MatterAbout;
  readonly agreed: readonly AccountAct[];
  readonly rejected: (AccountAct & { readonly reason: string }) | undefined;
  readonly state: 'pending' | 'agreed' | 'rejected' | 'replaced';
}

export interface AccountId {
  readonly agreement: NegotiationId;
  readonly clause: string;
  readonly ledger: Ledger;
}

/**
 * One clause in one ledger.
 * ```
 * account     none → open → winding-up → closed        (open → closed when sharing has ended by its terms)
 * statement   proposed ⇄ withdrawn, replaced → adopted  when all parties have answered; never changed after
 * dispute     open → resolved | withdrawn | void
 * payment     on its way: hop recorded → confirmed | rejected → … → received | withdrawn
 * matter      pending → agreed | rejected | replaced
 * ```
 * Invariants: adopted periods are in order and each stands once; for a pair of parties what was received and is on its way is
 * never more than what is due; numbers of disputes, obligations, payments and matters count from one without a gap.
 */
export interface AccountState {
  readonly phase: 'none' | 'open' | 'winding-up' | 'closed';
  readonly id: AccountId | undefined;
  readonly opened: EventData<'SettlementOpened'> | undefined;
  readonly openedAt: Instant | undefined;
  readonly parties: readonly OrganisationId[];
  readonly readers: readonly OrganisationId[];
  readonly lastDay: CalendarDate | undefined;
  /** By first day; the adopted ones and the one on the table. */
  readonly statements: readonly Proposal[];
  readonly disputes: readonly Dispute[];
  readonly obligations: readonly Obligation[];
  readonly payments: readonly Payment[];
  readonly matters: readonly Matter[];
  /** The period whose figures are waited for. */
  readonly next: NextPeriod | undefined;
  readonly closedYears: readonly { readonly year: number; readonly at: Instant; readonly totals: readonly PairTotal[] }[];
  /** For whom each person has acted here (AZ-3). */
  readonly sides: ReadonlyMap<MemberId, OrganisationId>;
}

export const noAccount: AccountState = {
  phase: 'none',
  id: undefined,
  opened: undefined,
  openedAt: undefined,
  parties: [],
  readers: [],
  lastDay: undefined,
  statements: [],
  disputes: [],
  obligations: [],
  payments: [],
  matters: [],
  next: undefined,
  closedYears: [],
  sides: new Map(),
};

export const adoptedIn = ({ statements }: AccountState) => statements.filter(({ phase }) => phase === 'adopted');

/** The statement that is not adopted yet, if there is one. */
export const onTheTable = ({ statements }: AccountState) => statements.find(({ phase }) => phase !== 'adopted');

/** The parties that have yet to answer a proposal. */
export function yetToAnswer({ phase, answers }: Proposal, parties: readonly OrganisationId[]): readonly OrganisationId[] {
  return phase === 'proposed' ? parties.filter((party) => !answers.some((answer) => answer.party === party)) : [];
}

/** The parties that have yet to agree to a matter. */
export function yetToAgree({ state, party: by, agreed }: Matter, parties: readonly OrganisationId[]): readonly OrganisationId[] {
  return state === 'pending' ? parties.filter((party) => party !== by && !agreed.some((act) => act.party === party)) : [];
}

/** The hop that waits to be confirmed, or to be recorded. */
export function nextHop({ hops, via }: Payment): { readonly hop: number; readonly step: 'record' | 'confirm' } | undefined {
  const open = hops.findIndex(({ confirmed }) => confirmed === undefined);
  if (open < 0) return hops.length <= via.length ? { hop: hops.length, step: 'record' } : undefined;
  return { hop: open, step: hops[open]?.rejected === undefined ? 'confirm' : 'record' };
}
