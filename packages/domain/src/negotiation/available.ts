import { isRefusal, type Person, type Refusal } from '../kernel/index.ts';
import type { NegotiationCommand } from './commands.ts';
import { negotiationDecider } from './decide.ts';
import { leftOutOf, type NegotiationState, standingOf, turnOf } from './state.ts';

/** A command with what stands against it now; nothing missing means it would go through (AZ-4). */
export interface Availability<Name extends string> {
  readonly command: Name;
  readonly missing: readonly Refusal[];
}

type PersonsCommand = Exclude<
  NegotiationCommand['type'],
  'lapse-negotiation' | 'record-party-cleared' | 'record-clearance-withdrawn' | 'table-proposal'
>;

/**
 * What the decider would say to each command of this person, asked of the decider itself so that the two cannot differ.
 * Only what a person must first see to is listed: all missing steps of signing, not just the first.
 */
export function availableInNegotiation(state: NegotiationState, actor: Person): readonly Availability<PersonsCommand>[] {
  const { current } = state;
  if (current === undefined || !state.parties.includes(actor.organisation)) return [];
  const given = { actor, basis: current.digest };
  const ask = (command: Extract<NegotiationCommand, { type: PersonsCommand }>): Availability<PersonsCommand> => {
    const answer = negotiationDecider.decide(command, state);
    return { command: command.type, missing: isRefusal(answer) ? [...stepsBefore(command.type, state, actor), answer] : [] };
  };
  // The text of a counter-proposal is still to be written: any other digest stands for it.
  // It goes on without whoever has declined, and so without what is shared with them.
  const parties = current.content.parties.filter(({ organisation }) => state.parties.includes(organisation));
  const clauses = current.content.clauses.filter(({ body }) => body.kind === 'text');
  const content = leftOutOf(state).length === 0 ? current.content : { ...current.content, parties, clauses };
  const other = { ...current, content, digest: OTHER };
  return [
    ask({ ...given, type: 'confirm-text' }),
    ask({
      ...given,
      type: 'counter-proposal',
      proposed: { content: other.content, text: other.text, renderer: other.renderer, digest: other.digest },
      reason: '-',
    }),
    ask({ ...given, type: 'give-signature', name: '-', office: '-', act: { method: 'password-again' } }),
    ask({ ...given, type: 'affix-seal', signature: { algorithm: 'ed25519', key: OTHER, value: OTHER + OTHER } }),
    ask({ ...given, type: 'decline-negotiation', reason: '-' }),
    ask({ ...given, type: 'withdraw-from-negotiation', reason: '-' }),
  ];
}

const OTHER = '0'.repeat(64) as NonNullable<NegotiationState['current']>['digest'];

/** What must come before the step that is refused, for signing and sealing: whose confirmation, whose clearance. */
function stepsBefore(command: PersonsCommand, state: NegotiationState, { organisation: party }: Person): Refusal[] {
  if (state.phase !== 'open' || (command !== 'give-signature' && command !== 'affix-seal')) return [];
  const missing = turnOf(state);
  const { clearedAt } = standingOf(state, party);
  const before: Refusal[] = missing.length > 0 ? [{ refused: true, code: 'TEXT_NOT_CONFIRMED_BY_ALL', data: { missing } }] : [];
  if (command === 'affix-seal' && clearedAt === undefined) before.push({ refused: true, code: 'PARTY_NOT_CLEARED', data: { party } });
  return before;
}
