import type { AgreementContent } from '../agreements/content.ts';
import { contradictionIn } from '../agreements/validate.ts';
import { addDays, type Decider, type Decision, type OrganisationId, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { Expiry, NegotiationCommand } from './commands.ts';
import { affixSeal, giveSignature } from './decide-execution.ts';
import type { NegotiationEvent } from './events.ts';
import { evolve, leftOutOf, type NegotiationState, noNegotiation, standingOf, turnOf } from './state.ts';

export const negotiationDecider: Decider<NegotiationCommand, NegotiationState, NegotiationEvent> = { initial: noNegotiation, decide, evolve };

export type Of<Type extends NegotiationCommand['type']> = Extract<NegotiationCommand, { type: Type }>;

/** An open negotiation: id and current proposal are there. */
export type OpenNegotiation = NegotiationState & {
  readonly id: NonNullable<NegotiationState['id']>;
  readonly current: NonNullable<NegotiationState['current']>;
};

function decide(command: NegotiationCommand, state: NegotiationState): Decision<NegotiationEvent> {
  if (command.type === 'table-proposal') return table(command, state);
  if (!isOpen(state)) return state.phase === 'none' ? refuse('NEGOTIATION_UNKNOWN') : refuse('NEGOTIATION_ENDED', { state: state.phase });
  if (command.type === 'record-party-cleared' || command.type === 'record-clearance-withdrawn') return recordClearance(command, state);

  if (command.type === 'lapse-negotiation') return lapse(command, state);

  const party = command.actor.organisation;
  if (!state.parties.includes(party)) return refuse('NOT_A_PARTY', { organisation: party });
  if (command.basis !== state.current.digest) return refuse('BASIS_OUTDATED', { basis: command.basis, current: state.current.digest });
  const left = leftOutOf(state);
  if (left.length > 0 && needsWhole.has(command.type)) return refuse('NEXT_TEXT_NEEDED', { declined: left });
  switch (command.type) {
    case 'counter-proposal':
      return counter(command, state);
    case 'confirm-text':
      if (standingOf(state, party).confirmedAt !== undefined) return refuse('TEXT_ALREADY_CONFIRMED', { party });
      return [{ type: 'TextConfirmed', data: { negotiation: state.id, party, digest: state.current.digest } }];
    case 'decline-negotiation':
    case 'withdraw-from-negotiation':
      return end(command, state);
    case 'give-signature':
      return giveSignature(command, state);
    case 'affix-seal':
      return affixSeal(command, state);
  }
}

const needsWhole: ReadonlySet<NegotiationCommand['type']> = new Set(['confirm-text', 'give-signature', 'affix-seal']);

function isOpen(state: NegotiationState): state is OpenNegotiation {
  return state.phase === 'open' && state.id !== undefined && state.current !== undefined;
}

/** On the day after its last, however late that is noticed; up to the last seal. */
function lapse({ today }: Of<'lapse-negotiation'>, { id, expiresOn }: OpenNegotiation): Decision<NegotiationEvent> {
  if (expiresOn === undefined) return refuse('NEGOTIATION_WITHOUT_LAST_DAY');
  const effectiveOn = addDays(expiresOn, 1);
  if (effectiveOn > today) return refuse('NEGOTIATION_NOT_LAPSED', { effectiveOn, today });
  return [{ type: 'NegotiationLapsed', data: { negotiation: id, effectiveOn } }];
}

function expiryRefused(expiry: Expiry | undefined): Refusal<RefusalCode> | undefined {
  return expiry && expiry.on < expiry.today ? refuse('LAST_DAY_PAST', { on: expiry.on, today: expiry.today }) : undefined;
}

const setting = (expiry: Expiry | undefined) => (expiry ? { expiresOn: expiry.on } : {});

function table({ actor, negotiation, proposed, note, expiry }: Of<'table-proposal'>, state: NegotiationState): Decision<NegotiationEvent> {
  if (state.phase !== 'none') return refuse('NEGOTIATION_EXISTS', { negotiation });
  const refusal = checkContent(proposed.content, actor.organisation) ?? expiryRefused(expiry);
  if (refusal) return refusal;
  return [{ type: 'ProposalTabled', data: { negotiation, number: 1, party: actor.organisation, ...proposed, note, ...setting(expiry) } }];
}

function counter({ actor, basis, proposed, reason, expiry }: Of<'counter-proposal'>, state: OpenNegotiation): Decision<NegotiationEvent> {
  const party = actor.organisation;
  const blocked = beforeOwnSeal(party, state) ?? checkContent(proposed.content, party) ?? expiryRefused(expiry);
  if (blocked) return blocked;
  if (proposed.digest === state.current.digest) return refuse('CONTENT_UNCHANGED', { digest: proposed.digest });
  const parties = proposed.content.parties.map(({ organisation }) => organisation);
  if (parties.length !== state.parties.length || !parties.every((each) => state.parties.includes(each))) return refuse('PARTIES_CHANGED');
  if (!samePurpose(proposed.content.purpose, state.current.content.purpose)) return refuse('PURPOSE_CHANGED');
  return [
    {
      type: 'ProposalCountered',
      data: { negotiation: state.id, number: state.current.number + 1, party, ...proposed, basedOn: basis, reason, ...setting(expiry) },
    },
  ];
}

function samePurpose(one: AgreementContent['purpose'], other: AgreementContent['purpose']): boolean {
  return one?.kind === other?.kind && one?.agreement === other?.agreement && one?.number === other?.number && one?.version === other?.version;
}

/** Who has not yet confirmed declines; who has tabled or confirmed withdraws. Both end the negotiation, up to one's own seal, unless the text does not hang on that party. */
function end({ type, actor, reason }: Of<'decline-negotiation' | 'withdraw-from-negotiation'>, state: OpenNegotiation): Decision<NegotiationEvent> {
  const party = actor.organisation;
  const blocked = beforeOwnSeal(party, state);
  if (blocked) return blocked;
  const confirmed = standingOf(state, party).confirmedAt !== undefined;
  if (confirmed !== (type === 'withdraw-from-negotiation')) return refuse(confirmed ? 'TEXT_ALREADY_CONFIRMED' : 'TEXT_NOT_CONFIRMED', { party });
  if (isOptional(party, state))
    return [{ type: 'OptionalPartyDeclined', data: { negotiation: state.id, party, digest: state.current.digest, reason } }];
  return [{ type: confirmed ? 'NegotiationWithdrawn' : 'NegotiationDeclined', data: { negotiation: state.id, party, reason } }];
}

/** By the text on the table. A change of another agreement keeps its parties, whatever is said of them. */
function isOptional(party: OrganisationId, { current: { content } }: OpenNegotiation): boolean {
  return content.purpose === undefined && content.parties.some(({ organisation, optional }) => organisation === party && optional === true);
}

function recordClearance(command: Of<'record-party-cleared' | 'record-clearance-withdrawn'>, state: OpenNegotiation): Decision<NegotiationEvent> {
  const { party, digest } = command;
  if (!state.parties.includes(party)) return refuse('NOT_A_PARTY', { organisation: party });
  if (digest !== state.current.digest) return refuse('BASIS_OUTDATED', { basis: digest, current: state.current.digest });
  const { clearedAt, sealed } = standingOf(state, party);
  if (command.type === 'record-clearance-withdrawn') {
    if (sealed) return refuse('TEXT_FROZEN_BY_OWN_SEAL', { party });
    return clearedAt === undefined
      ? refuse('PARTY_NOT_CLEARED', { party })
      : [{ type: 'PartyClearanceWithdrawn', data: { negotiation: state.id, party, digest } }];
  }
  const missing = turnOf(state);
  if (missing.length > 0) return refuse('TEXT_NOT_CONFIRMED_BY_ALL', { missing });
  if (clearedAt !== undefined) return refuse('PARTY_ALREADY_CLEARED', { party });
  const { documentNumber, recordDigest } = command;
  return [{ type: 'PartyCleared', data: { negotiation: state.id, party, digest, documentNumber, recordDigest } }];
}

function checkContent(content: Of<'table-proposal'>['proposed']['content'], party: OrganisationId): Refusal<RefusalCode> | undefined {
  if (!content.parties.some(({ organisation }) => organisation === party)) return refuse('NOT_A_PARTY', { organisation: party });
  const found = contradictionIn(content);
  return found ? refuse('CONTENT_INVALID', { path: found.path, problem: found.problem }) : undefined;
}

/** Why a party can no longer take back its clearance: the negotiation is over, or it has sealed. */
export function frozen(state: NegotiationState, party: OrganisationId): Refusal<RefusalCode> | undefined {
  return state.phase === 'open' ? beforeOwnSeal(party, state) : refuse('NEGOTIATION_ENDED', { state: state.phase });
}

/** Until its own seal a party may still change its mind (domain rule 5); after it, no more. */
function beforeOwnSeal(party: OrganisationId, state: NegotiationState): Refusal<RefusalCode> | undefined {
  return standingOf(state, party).sealed ? refuse('TEXT_FROZEN_BY_OWN_SEAL', { party }) : undefined;
}
