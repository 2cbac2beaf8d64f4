import type { Recorded } from '../kernel/index.ts';
import type { NegotiationEvent } from '../negotiation/events.ts';
import { type DeadlinesState, end, isOne, set } from './state.ts';

const LAST_DAY = 'negotiation-ends';

/** The last day of a negotiation, for its parties; each proposal may set another. */
export function ofNegotiation(state: DeadlinesState, recorded: Recorded<NegotiationEvent>): DeadlinesState {
  const { event } = recorded;
  switch (event.type) {
    case 'ProposalTabled':
    case 'ProposalCountered': {
      const { content, expiresOn: on } = event.data;
      const parties = content.parties.map(({ organisation }) => organisation);
      const named = { ...state, parties, title: content.title };
      if (on === undefined) return named;
      return set(named, recorded, { id: LAST_DAY, kind: LAST_DAY, who: parties, on, provisional: false, rule: { code: 'proposal' } });
    }
    case 'OptionalPartyDeclined': {
      const parties = state.parties.filter((party) => party !== event.data.party);
      const last = state.deadlines.get(LAST_DAY);
      const without = { ...state, parties };
      if (!last) return without;
      return set(without, recorded, { id: LAST_DAY, kind: LAST_DAY, who: parties, on: last.on, provisional: false, rule: { code: 'proposal' } });
    }
    case 'NegotiationConcluded':
      return end(state, recorded, 'done', isOne(LAST_DAY));
    case 'NegotiationLapsed':
      return end(state, recorded, 'passed', isOne(LAST_DAY));
    case 'NegotiationDeclined':
    case 'NegotiationWithdrawn':
      return end(state, recorded, 'void', isOne(LAST_DAY));
    default:
      return state;
  }
}
