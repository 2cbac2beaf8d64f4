import { type AgreementEvent, type AgreementState, agreementDecider, type Bilingual } from '@lianyu/domain/agreements';
import { type ClearanceState, clearanceDecider } from '@lianyu/domain/clearance';
import { type AnyEvent, isAgreementEvent, isClearanceEvent, isNegotiationEvent, isRegistrationEvent } from '@lianyu/domain/events';
import { beijingDate, type CalendarDate, type Instant, type OrganisationId, type Recorded } from '@lianyu/domain/kernel';
import { type NegotiationEvent, type NegotiationState, negotiationDecider, stageOf } from '@lianyu/domain/negotiation';
import { noRegistration, type RegistrationState, readersOf, registrationDecider } from '@lianyu/domain/registration';
import type { NegotiationPage, ProposalDocument, Stage, VersionDocument } from '../documents.ts';
import { moveOf, type OverviewMove, type OwnMove, overviewMoves } from './moves.ts';

type DataOf<Type extends AgreementEvent['type']> = Extract<AgreementEvent, { type: Type }>['data'];
/** The agreement as it was concluded; of one that was signed on paper without executions, and with the paper. */
type Founded = DataOf<'AgreementConcluded'> & {
  readonly registered?: Pick<DataOf<'AgreementRegistered'>, 'registrar' | 'paper' | 'scan' | 'transcription'>;
};

/** All that is known of one negotiation, or of the registration of a paper, and of the agreement that it founds; each document shows a part of it. */
export interface AgreementsState {
  readonly negotiation: NegotiationState;
  readonly clearances: ReadonlyMap<OrganisationId, ClearanceState>;
  readonly registration: RegistrationState;
  /** Why the registration was withdrawn. */
  readonly registrationWithdrawn: string | undefined;
  readonly agreement: Founded | undefined;
  /** When it was recorded that all had signed and sealed. */
  readonly agreementSince: Instant | undefined;
  /** What has become of it since. */
  readonly standing: AgreementState;
  /** Versions of its text after the first. */
  readonly versions: readonly VersionDocument[];
  readonly proposals: readonly ProposalDocument[];
  readonly ended: NonNullable<NegotiationPage['ended']> | undefined;
  /** What an optional party that has declined goes on reading: all as it stood when it left, and nothing of what came later. */
  readonly left: ReadonlyMap<OrganisationId, AgreementsState>;
  readonly moves: readonly OwnMove[];
  readonly overview: readonly OverviewMove[];
  readonly beganOn: CalendarDate | undefined;
  /** The day of the last move in the negotiation itself; internal procedure is no move that others could see. */
  readonly lastMoveOn: CalendarDate | undefined;
}

export const initial: AgreementsState = {
  negotiation: negotiationDecider.initial,
  clearances: new Map(),
  registration: noRegistration,
  registrationWithdrawn: undefined,
  agreement: undefined,
  agreementSince: undefined,
  standing: agreementDecider.initial,
  versions: [],
  proposals: [],
  ended: undefined,
  left: new Map(),
  moves: [],
  overview: [],
  beganOn: undefined,
  lastMoveOn: undefined,
};

/** The stage that everyone may know who may know of the agreement at all. */
export function stageNow(state: AgreementsState): Stage {
  const { phase } = state.standing;
  if (phase !== 'none') return phase;
  const { registration } = state;
  if (registration.phase === 'none') return stageOf(state.negotiation);
  return registration.phase === 'withdrawn' ? 'withdrawn' : 'registered';
}

/** Those whose agreement it is or is to be. */
export function partiesNow({ negotiation, registration }: AgreementsState): readonly OrganisationId[] {
  return registration.phase === 'none' ? negotiation.parties : registration.parties;
}

/** And on the way there whoever registers it. */
export function readersNow({ negotiation, registration }: AgreementsState): readonly OrganisationId[] {
  return registration.phase === 'none' ? negotiation.parties : readersOf(registration);
}

export function titleNow({ negotiation, registration }: AgreementsState): Bilingual | undefined {
  return (registration.transcribed ?? negotiation.current)?.content.title;
}

export function evolve(state: AgreementsState, event: Recorded<AnyEvent>): AgreementsState {
  const after = next(state, event);
  const move = moveOf(event);
  const parties = partiesNow(after);
  const moves = move ? [...after.moves, { ...move, ordinal: ordinalAmong(after.moves, move.only), parties, title: titleNow(after) }] : after.moves;
  const on = isClearanceEvent(event) || (isAgreementEvent(event) && !move) ? after.lastMoveOn : beijingDate(event.metadata.recordedAt);
  const seen = overviewMoves({
    before: stageNow(state),
    after: stageNow(after),
    quiet: on === state.lastMoveOn,
    event,
    count: after.overview.length,
    parties,
  });
  const now = {
    ...after,
    moves,
    overview: seen.length === 0 ? after.overview : [...after.overview, ...seen],
    beganOn: after.beganOn ?? on,
    lastMoveOn: on,
  };
  return isNegotiationEvent(event) && event.event.type === 'OptionalPartyDeclined'
    ? { ...now, left: new Map(now.left).set(event.event.data.party, asLeft(now, event)) }
    : now;
}

/** To the party that declines the negotiation is over, with its own word as the last; the parties stay those of the text that it knows. */
function asLeft(state: AgreementsState, { event, metadata }: Recorded<NegotiationEvent>): AgreementsState {
  if (event.type !== 'OptionalPartyDeclined') return state;
  const { party, reason } = event.data;
  const parties = state.negotiation.current?.content.parties.map(({ organisation }) => organisation) ?? [];
  return {
    ...state,
    negotiation: { ...state.negotiation, phase: 'declined', parties, declined: [] },
    ended: { how: 'declined', party, reason, at: metadata.recordedAt },
    left: new Map(),
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
  if (isRegistrationEvent(event)) {
    const registration = registrationDecider.evolve(state.registration, event);
    const withdrawn = event.event.type === 'RegistrationWithdrawn' ? event.event.data.reason : state.registrationWithdrawn;
    return { ...state, registration, registrationWithdrawn: withdrawn };
  }
  if (isAgreementEvent(event)) {
    const standing = agreementDecider.evolve(state.standing, event);
    if (event.event.type === 'AmendmentConcluded') {
      const { replaces: _, ...version } = event.event.data;
      return { ...state, standing, versions: [...state.versions, version] };
    }
    const agreement = foundedBy(event.event);
    return agreement ? { ...state, agreement, agreementSince: event.metadata.recordedAt, standing } : { ...state, standing };
  }
  return state;
}

function foundedBy(event: AgreementEvent): Founded | undefined {
  if (event.type === 'AgreementConcluded') return event.data;
  if (event.type !== 'AgreementRegistered') return undefined;
  const { registrar, paper, scan, transcription, ...agreement } = event.data;
  return { ...agreement, executions: [], registered: { registrar, paper, scan, transcription } };
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
