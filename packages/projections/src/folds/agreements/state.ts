import { type AgreementEvent, type AgreementState, agreementDecider } from '@lianyu/domain/agreements';
import { type ClearanceState, clearanceDecider } from '@lianyu/domain/clearance';
import { type AnyEvent, isAgreementEvent, isClearanceEvent, isNegotiationEvent } from '@lianyu/domain/events';
import { beijingDate, type CalendarDate, type Instant, type OrganisationId, type Recorded } from '@lianyu/domain/kernel';
import { type NegotiationEvent, type NegotiationState, negotiationDecider, stageOf } from '@lianyu/domain/negotiation';
import type { NegotiationPage, ProposalDocument, Stage, VersionDocument } from '../documents.ts';
import { moveOf, type OverviewMove, type OwnMove, overviewMoves } from './moves.ts';

type Concluded = Extract<AgreementEvent, { type: 'AgreementConcluded' }>['data'];

/** All that is known of one negotiation and of the agreement that it founds; each document shows a part of it. */
export interface AgreementsState {
  readonly negotiation: NegotiationState;
  readonly clearances: ReadonlyMap<OrganisationId, ClearanceState>;
  readonly agreement: Concluded | undefined;
  /** When it was recorded that all had signed and sealed. */
  readonly agreementSince: Instant | undefined;
  /** What has become of it since. */
  readonly standing: AgreementState;
  /** Versions of its text after the first. */
  readonly versions: readonly VersionDocument[];
  readonly proposals: readonly ProposalDocument[];
  readonly ended: NonNullable<NegotiationPage['ended']> | undefined;
  readonly moves: readonly OwnMove[];
  readonly overview: readonly OverviewMove[];
  readonly beganOn: CalendarDate | undefined;
  /** The day of the last move in the negotiation itself; internal procedure is no move that others could see. */
  readonly lastMoveOn: CalendarDate | undefined;
}

export const initial: AgreementsState = {
  negotiation: negotiationDecider.initial,
  clearances: new Map(),
  agreement: undefined,
  agreementSince: undefined,
  standing: agreementDecider.initial,
  versions: [],
  proposals: [],
  ended: undefined,
  moves: [],
  overview: [],
  beganOn: undefined,
  lastMoveOn: undefined,
};

/** The stage that everyone may know who may know of the agreement at all. */
export function stageNow(state: AgreementsState): Stage {
  const { phase } = state.standing;
  return phase === 'none' ? stageOf(state.negotiation) : phase;
}

export function evolve(state: AgreementsState, event: Recorded<AnyEvent>): AgreementsState {
  const after = next(state, event);
  const move = moveOf(event);
  const { parties, current } = after.negotiation;
  const moves = move
    ? [...after.moves, { ...move, ordinal: ordinalAmong(after.moves, move.only), parties, title: current?.content.title }]
    : after.moves;
  const on = isClearanceEvent(event) || (isAgreementEvent(event) && !move) ? after.lastMoveOn : beijingDate(event.metadata.recordedAt);
  const seen = overviewMoves({
    before: stageNow(state),
    after: stageNow(after),
    quiet: on === state.lastMoveOn,
    event,
    count: after.overview.length,
    parties,
  });
  return {
    ...after,
    moves,
    overview: seen.length === 0 ? after.overview : [...after.overview, ...seen],
    beganOn: after.beganOn ?? on,
    lastMoveOn: on,
  };
}

/** Counted apart for each readership: a number that skipped would tell how often another party had moved in private (LV-3). */
function ordinalAmong(moves: readonly OwnMove[], only: OrganisationId | undefined): number {
  return moves.filter((move) => move.only === only).length + 1;
}

function next(state: AgreementsState, event: Recorded<AnyEvent>): AgreementsState {
  if (isNegotiationEvent(event)) {
    const proposal = proposalIn(event);
    const proposals = proposal ? [...state.proposals, proposal] : state.proposals;
    return { ...state, negotiation: negotiationDecider.evolve(state.negotiation, event), proposals, ended: endIn(event) ?? state.ended };
  }
  if (isClearanceEvent(event)) {
    const { party } = event.event.data;
    const before = state.clearances.get(party) ?? clearanceDecider.initial;
    return { ...state, clearances: new Map(state.clearances).set(party, clearanceDecider.evolve(before, event)) };
  }
  if (isAgreementEvent(event)) {
    const standing = agreementDecider.evolve(state.standing, event);
    if (event.event.type === 'AmendmentConcluded') {
      const { replaces: _, ...version } = event.event.data;
      return { ...state, standing, versions: [...state.versions, version] };
    }
    if (event.event.type !== 'AgreementConcluded') return { ...state, standing };
    return { ...state, agreement: event.event.data, agreementSince: event.metadata.recordedAt, standing };
  }
  return state;
}

function proposalIn({ event, metadata }: Recorded<NegotiationEvent>): ProposalDocument | undefined {
  if (event.type !== 'ProposalTabled' && event.type !== 'ProposalCountered') return undefined;
  const { negotiation, number, party, content, text, renderer, digest } = event.data;
  const own = event.type === 'ProposalTabled' ? { words: event.data.note } : { words: event.data.reason, basedOn: event.data.basedOn };
  return { negotiation, number, party, ...own, at: metadata.recordedAt, content, text, renderer, digest };
}

function endIn({ event, metadata }: Recorded<NegotiationEvent>): AgreementsState['ended'] {
  if (event.type === 'NegotiationLapsed') return { how: 'lapsed', reason: '', at: metadata.recordedAt };
  if (event.type !== 'NegotiationDeclined' && event.type !== 'NegotiationWithdrawn') return undefined;
  const { party, reason } = event.data;
  return { how: event.type === 'NegotiationDeclined' ? 'declined' : 'withdrawn', party, reason, at: metadata.recordedAt };
}
