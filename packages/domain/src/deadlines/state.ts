import type { Bilingual } from '../agreements/content.ts';
import { beijingDate, type CalendarDate, type DomainEvent, type OrganisationId, type Recorded } from '../kernel/index.ts';
import type { Deadline, Outcome } from './deadline.ts';

/** What one owes another in an account, in the order in which it became due; without a deadline where the terms set none. */
export interface Owed {
  readonly obligation: number;
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly amount: bigint;
  readonly on: string;
}

/** What is kept of an account so that its days can be told. */
export interface AccountDays {
  readonly parties: readonly OrganisationId[];
  readonly heading: Bilingual;
  readonly owed: readonly Owed[];
  readonly payments: ReadonlyMap<
    number,
    { readonly from: OrganisationId; readonly to: OrganisationId; readonly amount: bigint; readonly received: boolean }
  >;
  /** Whose each line of the statement on the table is, by subject. */
  readonly lines: ReadonlyMap<string, readonly OrganisationId[]>;
  /** Disputes of the statement on the table, whose term begins to matter once it is adopted. */
  readonly disputed: readonly Deadline[];
}

/** What a version of the signed text says about days. */
export interface Term {
  readonly until: CalendarDate | undefined;
  readonly cureDays: number | undefined;
  readonly noticeDays: number | undefined;
}

/** A deadline is never removed: what fell away has an outcome. */
export interface Days {
  readonly deadlines: ReadonlyMap<string, Deadline>;
}

/** All days of one negotiation and of the agreement that it founds. */
export interface DeadlinesState extends Days {
  readonly parties: readonly OrganisationId[];
  readonly title: Bilingual | undefined;
  /** From the conclusion on. */
  readonly number: string | undefined;
  /** By version; `version` is the one in effect. */
  readonly terms: ReadonlyMap<number, Term>;
  readonly version: number;
  readonly accounts: ReadonlyMap<string, AccountDays>;
}

export const noDeadlines: DeadlinesState = {
  parties: [],
  title: undefined,
  number: undefined,
  terms: new Map(),
  version: 1,
  deadlines: new Map(),
  accounts: new Map(),
};

/** The event that moves the state, as far as a deadline remembers it. */
export type Because = Pick<Recorded<DomainEvent>, 'id' | 'metadata'>;

/** Sets a day, or sets it anew: what stood under this id before, with its outcome, is replaced. */
export function set<State extends Days>(state: State, because: Because, ...fresh: readonly Omit<Deadline, 'setBy'>[]): State {
  const deadlines = new Map(state.deadlines);
  for (const each of fresh) deadlines.set(each.id, { ...each, setBy: because.id });
  return { ...state, deadlines };
}

/** Gives an outcome to those that are open and meant. */
export function end<State extends Days>(state: State, because: Because, how: Outcome['how'], meant: (deadline: Deadline) => boolean): State {
  const on = beijingDate(because.metadata.recordedAt);
  const deadlines = new Map(state.deadlines);
  for (const [id, each] of deadlines) if (!each.outcome && meant(each)) deadlines.set(id, { ...each, outcome: { how, on, by: because.id } });
  return { ...state, deadlines };
}

export const isOne =
  (id: string) =>
  (deadline: Deadline): boolean =>
    deadline.id === id;
