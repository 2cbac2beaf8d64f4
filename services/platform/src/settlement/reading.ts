import { type AgreementState, agreementDecider, type OpenDuty } from '@lianyu/domain/agreements';
import { evolve, noDeadlines, openDuties } from '@lianyu/domain/deadlines';
import { isAccountEvent, isAgreementEvent, isFiguresEvent } from '@lianyu/domain/events';
import {
  beijingDate,
  type CalendarDate,
  type Digest,
  digest,
  entriesOf,
  type Instant,
  type MemberId,
  type NegotiationId,
  type OrganisationId,
  streamOf,
} from '@lianyu/domain/kernel';
import {
  type AccountId,
  type AccountState,
  type Asking,
  accountDecider,
  accountTerms,
  type Computed,
  type ComputingInputs,
  computedClauses,
  computedFrom,
  type Draft,
  entitlements,
  type FiguresState,
  figuresDecider,
  knownInputs,
  nextStatement,
  onTheTable,
  type Proposal,
  type SettlementRules,
  termOn,
} from '@lianyu/domain/settlement';
import type { EventStore } from '@lianyu/event-store';
import { digestOf } from '@lianyu/proofs';
import { sharingReference } from '@lianyu/reference-data/taxes';
import { readWhole } from '../commands/read.ts';
import { settlementRules } from './rules.ts';
import { createWarmFold, type Folded } from './warm-fold.ts';

/** All that a command on an account needs from other streams, as it stands at one instant. */
export interface Settling {
  readonly figures: FiguresState;
  readonly today: CalendarDate;
  /** `last`: the last day of the period that is settled. */
  rules(last?: CalendarDate): SettlementRules;
  /** `provisional`: also with what waits for confirmation. */
  inputs(account: AccountState, provisional?: boolean): ComputingInputs;
  next(account: AccountState, provisional?: boolean): Computed | undefined;
  digested(id: AccountId, draft: Draft): Computed;
  /** By the terms nothing more is shared, and nothing is left to be booked. */
  hasEnded(account: AccountState): boolean;
  /** The own persons who reported what a statement was computed from (AZ-3). */
  reporters(statement: Pick<Proposal, 'known'>, organisation: OrganisationId): readonly MemberId[];
  /** What the commands of a party would be given now. */
  asking(account: AccountState, organisation: OrganisationId): Asking;
}

/** Reads the streams of settlement; what is asked often stays folded in memory. */
export interface SettlementReader {
  agreement(agreement: NegotiationId): Promise<Folded<AgreementState>>;
  figures(agreement: NegotiationId): Promise<Folded<FiguresState>>;
  account(id: AccountId): Promise<Folded<AccountState>>;
  /** How many accounts of an agreement are not closed. */
  unsettled(agreement: NegotiationId): Promise<number>;
  /** What somebody must do about it that is open, with those to whom it is owed. */
  duties(agreement: NegotiationId): Promise<readonly OpenDuty[]>;
  /** Undefined when the agreement is not in force or the clause is not computed. */
  settling(id: AccountId, at: Instant): Promise<Settling | undefined>;
}

/** Of canonical bytes. */
export const digested = (value: unknown): Digest => digest.parse(digestOf(value));

export function createSettlementReader(store: Pick<EventStore, 'readStream'>): SettlementReader {
  const agreements = createWarmFold(store, agreementDecider, isAgreementEvent);
  const figures = createWarmFold(store, figuresDecider, isFiguresEvent);
  const accounts = createWarmFold(store, accountDecider, isAccountEvent);

  return {
    agreement: (agreement) => agreements(streamOf.agreement(agreement)),
    figures: (agreement) => figures(streamOf.figures(agreement)),
    account: ({ ledger, agreement, clause }) => accounts(streamOf.settlement(ledger, agreement, clause)),
    async unsettled(agreement) {
      const { state } = await agreements(streamOf.agreement(agreement));
      const streams = computedClauses(state).flatMap(({ clause, ledgers }) =>
        ledgers.map((ledger) => streamOf.settlement(ledger, agreement, clause)),
      );
      const phases = await Promise.all(streams.map(async (stream) => (await accounts(stream)).state.phase));
      return phases.filter((phase) => phase !== 'closed' && phase !== 'none').length;
    },
    async duties(agreement) {
      const { state } = await agreements(streamOf.agreement(agreement));
      const own = computedClauses(state).map(({ clause }) => streamOf.settlement('official', agreement, clause));
      const streams = await Promise.all([streamOf.agreement(agreement), ...own].map((stream) => readWhole(store, stream)));
      return openDuties(streams.flatMap(({ events }) => events).reduce(evolve, noDeadlines));
    },
    async settling(id, at) {
      const { state: agreement, revision: agreementUpTo = -1n } = await agreements(streamOf.agreement(id.agreement));
      const known = computedClauses(agreement).some(({ clause, ledgers }) => clause === id.clause && ledgers.includes(id.ledger));
      if (!known) return undefined;
      const { state: reported, revision: figuresUpTo = -1n } = await figures(streamOf.figures(id.agreement));
      const today = beijingDate(at);
      const inputs = (account: AccountState, provisional = false): ComputingInputs => ({
        ...knownInputs(reported, provisional),
        versions: accountTerms(agreement, id.clause, account.lastDay),
        reference: sharingReference,
        at,
        figuresUpTo,
        agreementUpTo,
        through: today,
      });
      const rules = (last?: CalendarDate) => {
        const term = termOn(accountTerms(agreement, id.clause), last ?? today);
        if (!term) throw new TypeError('a computed clause has a term on every day');
        return settlementRules(term, today, last);
      };
      const next = (account: AccountState, provisional?: boolean) => {
        const draft = nextStatement(account, inputs(account, provisional));
        return draft && computedFrom(id, draft, digested);
      };
      const reporters = (statement: Pick<Proposal, 'known'>, organisation: OrganisationId) => reportersOf(reported, statement, organisation);
      return {
        figures: reported,
        today,
        rules,
        inputs,
        next,
        digested: (of, draft) => computedFrom(of, draft, digested),
        hasEnded: (account) => hasEnded(account, inputs(account)),
        reporters,
        asking(account, organisation) {
          const table = onTheTable(account);
          return {
            today,
            next: next(account),
            rules: rules(table?.period.to),
            reporters: table ? reporters(table, organisation) : [],
            sharingEnded: hasEnded(account, inputs(account)),
          };
        },
      };
    },
  };
}

function hasEnded(account: AccountState, inputs: ComputingInputs): boolean {
  if (account.id === undefined || nextStatement(account, inputs) !== undefined) return false;
  const last = entitlements(account.id, inputs).statements.at(-1);
  return last === undefined || last.marks.includes('ended');
}

function reportersOf({ figures, milestones }: FiguresState, { known }: Pick<Proposal, 'known'>, organisation: OrganisationId): readonly MemberId[] {
  const used = new Set<string>([...known.figures, ...known.milestones]);
  const reports = [...entriesOf(figures), ...entriesOf(milestones)];
  return [...new Set(reports.flatMap(({ eventId, party, member }) => (party === organisation && member && used.has(eventId) ? [member] : [])))];
}
