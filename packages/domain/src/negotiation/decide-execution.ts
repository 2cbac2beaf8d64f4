import { type Decision, type MemberId, type Person, personsBehind, refuse } from '../kernel/index.ts';
import type { Of, OpenNegotiation } from './decide.ts';
import type { NegotiationEvent } from './events.ts';
import { standingOf } from './state.ts';

/** A party signs once it is cleared; the order among the parties is free (domain rule 5). */
export function giveSignature(
  { actor, name, office, principal, authority, act }: Of<'give-signature'>,
  state: OpenNegotiation,
): Decision<NegotiationEvent> {
  const party = actor.organisation;
  const { clearedAt, signed, sealed } = standingOf(state, party);
  if (clearedAt === undefined) return refuse('PARTY_NOT_CLEARED', { party });
  if (signed) return refuse('PARTY_ALREADY_SIGNED', { party });
  if (sealed && together([sealed.keeper, sealed.onBehalfOf], actor))
    return refuse('DUTIES_NOT_SEPARATE', { first: 'seal-keeper', second: 'signatory' });
  const from = actor.secondedFrom === undefined ? {} : { secondedFrom: actor.secondedFrom };
  const signatory = { member: actor.member, name, office, ...(principal === undefined ? {} : { onBehalfOf: principal }), ...from };
  const by = authority === undefined ? {} : { authority };
  return [{ type: 'SignatureGiven', data: { negotiation: state.id, party, digest: state.current.digest, signatory, ...by, act } }];
}

/** The seal is the act of the zone; the last one concludes the negotiation in the same decision. */
export function affixSeal({ actor, signature }: Of<'affix-seal'>, state: OpenNegotiation): Decision<NegotiationEvent> {
  const party = actor.organisation;
  const { signed, sealed } = standingOf(state, party);
  if (sealed) return refuse('PARTY_ALREADY_SEALED', { party });
  if (!signed) return refuse('PARTY_NOT_SIGNED', { party });
  if (together([signed.member, signed.onBehalfOf?.member], actor))
    return refuse('DUTIES_NOT_SEPARATE', { first: 'signatory', second: 'seal-keeper' });
  const { digest } = state.current;
  const affixed: NegotiationEvent = { type: 'SealAffixed', data: { negotiation: state.id, party, digest, keeper: actor.member, signature } };
  const others = state.parties.filter((each) => each !== party);
  if (!others.every((each) => standingOf(state, each).sealed)) return [affixed];
  return [affixed, { type: 'NegotiationConcluded', data: { negotiation: state.id, digest } }];
}

/** Principals and delegates are counted alike (AZ-3). */
function together(some: readonly (MemberId | undefined)[], actor: Person): boolean {
  return personsBehind(actor).some((person) => some.includes(person));
}
