import {
  type CalendarDate,
  type Instant,
  type MemberId,
  type NegotiationId,
  type OrganisationId,
  personsBehind,
  type Recorded,
} from '../kernel/index.ts';
import type { AuthorityDocument, Signatory } from '../organisations/authority.ts';
import type { Proposed } from './commands.ts';
import type { NegotiationEvent, SealSignature } from './events.ts';

/** Where one party stands towards the current proposal. All of it falls with the digest. */
export interface Standing {
  readonly confirmedAt: Instant | undefined;
  readonly clearedAt: Instant | undefined;
  readonly signed: (Signatory & { readonly authority: AuthorityDocument | undefined; readonly at: Instant }) | undefined;
  readonly sealed:
    | { readonly keeper: MemberId; readonly onBehalfOf: MemberId | undefined; readonly signature: SealSignature; readonly at: Instant }
    | undefined;
  /** The party's persons, principals counted, who tabled, countered or confirmed any text of this negotiation: none of them reviews its legality (AZ-3). */
  readonly draftedBy: readonly MemberId[];
}

export type Phase = 'none' | 'open' | 'concluded' | 'declined' | 'withdrawn' | 'lapsed';

/**
 * ```
 * none → open ─┬→ concluded
 *              ├→ declined
 *              ├→ withdrawn
 *              └→ lapsed
 * ```
 * Invariants: a party has signed only if cleared, sealed only if signed, cleared only if all had confirmed this digest;
 * an optional party that declines takes all of this with it, and comes back into no text of this negotiation;
 * `concluded` exactly when all have sealed; the last four phases are never left.
 */
export interface NegotiationState {
  readonly phase: Phase;
  readonly id: NegotiationId | undefined;
  /** Without those that have declined. */
  readonly parties: readonly OrganisationId[];
  /** Optional parties that have declined: the current text may still name them, the next one may not. */
  readonly declined: readonly OrganisationId[];
  readonly current: (Proposed & { readonly number: number; readonly party: OrganisationId; readonly at: Instant }) | undefined;
  /** Its last day, where somebody has set one; whoever proposes next may set another. */
  readonly expiresOn: CalendarDate | undefined;
  readonly standings: ReadonlyMap<OrganisationId, Standing>;
}

export const noNegotiation: NegotiationState = {
  phase: 'none',
  id: undefined,
  parties: [],
  declined: [],
  current: undefined,
  expiresOn: undefined,
  standings: new Map(),
};

const nothingYet: Standing = { confirmedAt: undefined, clearedAt: undefined, signed: undefined, sealed: undefined, draftedBy: [] };

export function standingOf(state: NegotiationState, party: OrganisationId): Standing {
  return state.standings.get(party) ?? nothingYet;
}

/** Whose turn it is: the parties yet to answer the current proposal. */
export function turnOf(state: NegotiationState): readonly OrganisationId[] {
  return state.phase === 'open' ? state.parties.filter((party) => standingOf(state, party).confirmedAt === undefined) : [];
}

/** Parties that the current text names although they have declined: nobody confirms, clears, signs or seals it. */
export function leftOutOf({ current, declined }: NegotiationState): readonly OrganisationId[] {
  return declined.filter((party) => current?.content.parties.some(({ organisation }) => organisation === party));
}

/** The way of an agreement in one word, as everyone may know it. */
export type NegotiationStage = 'negotiating' | 'clearing' | 'signing' | 'concluded' | 'declined' | 'withdrawn' | 'lapsed';

export function stageOf(state: NegotiationState): NegotiationStage {
  if (state.phase !== 'open' && state.phase !== 'none') return state.phase;
  if (turnOf(state).length > 0 || state.parties.length === 0) return 'negotiating';
  return state.parties.every((party) => standingOf(state, party).clearedAt !== undefined) ? 'signing' : 'clearing';
}

export function evolve(state: NegotiationState, { event, metadata }: Recorded<NegotiationEvent>): NegotiationState {
  const at = metadata.recordedAt;
  const by = metadata.actor.kind === 'person' ? personsBehind(metadata.actor) : [];
  switch (event.type) {
    case 'ProposalTabled':
    case 'ProposalCountered': {
      const { negotiation: id, number, party, content, text, renderer, digest } = event.data;
      const parties = content.parties.map(({ organisation }) => organisation);
      const fresh = new Map(parties.map((each) => [each, { ...nothingYet, draftedBy: standingOf(state, each).draftedBy }]));
      const opened = {
        ...state,
        phase: 'open' as const,
        id,
        parties,
        current: { number, party, at, content, text, renderer, digest },
        expiresOn: event.data.expiresOn ?? state.expiresOn,
        standings: fresh,
      };
      return change(opened, party, (before) => ({ ...before, confirmedAt: at, draftedBy: together(before.draftedBy, by) }));
    }
    case 'TextConfirmed':
      return change(state, event.data.party, (before) => ({ ...before, confirmedAt: at, draftedBy: together(before.draftedBy, by) }));
    case 'PartyCleared':
      return change(state, event.data.party, (before) => ({ ...before, clearedAt: at }));
    case 'PartyClearanceWithdrawn':
      return change(state, event.data.party, (before) => ({ ...before, clearedAt: undefined, signed: undefined }));
    case 'SignatureGiven': {
      const { party, signatory, authority } = event.data;
      return change(state, party, (before) => ({ ...before, signed: { ...signatory, authority, at } }));
    }
    case 'SealAffixed': {
      const { party, keeper, signature } = event.data;
      return change(state, party, (before) => ({ ...before, sealed: { keeper, onBehalfOf: by[1], signature, at } }));
    }
    case 'OptionalPartyDeclined': {
      const { party } = event.data;
      const parties = state.parties.filter((each) => each !== party);
      const standings = new Map(parties.map((each) => [each, { ...nothingYet, draftedBy: standingOf(state, each).draftedBy }]));
      return { ...state, parties, declined: [...state.declined, party], standings };
    }
    case 'NegotiationConcluded':
      return { ...state, phase: 'concluded' };
    case 'NegotiationLapsed':
      return { ...state, phase: 'lapsed' };
    case 'NegotiationDeclined':
      return { ...state, phase: 'declined' };
    case 'NegotiationWithdrawn':
      return { ...state, phase: 'withdrawn' };
  }
}

function change(state: NegotiationState, party: OrganisationId, how: (before: Standing) => Standing): NegotiationState {
  return { ...state, standings: new Map(state.standings).set(party, how(standingOf(state, party))) };
}

const together = (some: readonly MemberId[], more: readonly MemberId[]) => [...new Set([...some, ...more])];
