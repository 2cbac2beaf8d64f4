import type { OrganisationId } from '../kernel/index.ts';
import type { NegotiationCommand } from '../negotiation/commands.ts';
import type { NegotiationEvent } from '../negotiation/events.ts';
import { type NegotiationState, standingOf, turnOf } from '../negotiation/state.ts';
import type { ClearanceCommand } from './commands.ts';
import type { ClearanceEvent } from './events.ts';

/** A command that a process gives to one party's clearance; opening it takes the party's procedure as well, as it stands on that day. */
export interface ToClearance {
  readonly step: string;
  readonly party: OrganisationId;
  readonly command: Opening | Extract<ClearanceCommand, { type: 'void-clearance' }>;
}
export type Opening = Omit<Extract<ClearanceCommand, { type: 'open-clearance' }>, 'procedure' | 'deadlineIn'>;

/**
 * What an event of the negotiation asks of the parties' internal procedures (EV-2): when all have confirmed one text each
 * opens its own; a new text or the end of the negotiation voids them. `after` is the negotiation with this event in it.
 */
export function fromNegotiation(event: NegotiationEvent, after: NegotiationState): readonly ToClearance[] {
  const { id, current, parties } = after;
  if (id === undefined || current === undefined) return [];
  const { digest } = current;
  switch (event.type) {
    case 'TextConfirmed':
      if (turnOf(after).length > 0 || after.phase !== 'open') return [];
      return parties.map((party) => ({
        step: `open/${party}`,
        party,
        command: { type: 'open-clearance', negotiation: id, party, digest, draftedBy: standingOf(after, party).draftedBy },
      }));
    case 'ProposalCountered':
      return parties.map((party) => ({
        step: `void/${party}`,
        party,
        command: { type: 'void-clearance', digest: event.data.basedOn, because: 'text-changed' },
      }));
    case 'OptionalPartyDeclined':
      return [event.data.party, ...parties].map((party) => ({
        step: `void/${party}`,
        party,
        command: { type: 'void-clearance', digest, because: party === event.data.party ? 'negotiation-ended' : 'text-changed' },
      }));
    case 'NegotiationLapsed':
    case 'NegotiationDeclined':
    case 'NegotiationWithdrawn':
      return parties.map((party) => ({ step: `void/${party}`, party, command: { type: 'void-clearance', digest, because: 'negotiation-ended' } }));
    default:
      return [];
  }
}

/** What of a party's procedure leaves the party: that it is cleared, with number and hash of the record, or no longer so. */
export function toNegotiation(
  event: ClearanceEvent,
): Extract<NegotiationCommand, { type: 'record-party-cleared' | 'record-clearance-withdrawn' }> | undefined {
  switch (event.type) {
    case 'ClearanceGranted': {
      const { party, digest, documentNumber, recordDigest } = event.data;
      return { type: 'record-party-cleared', party, digest, documentNumber, recordDigest };
    }
    case 'ClearanceWithdrawn':
      return { type: 'record-clearance-withdrawn', party: event.data.party, digest: event.data.digest };
    default:
      return undefined;
  }
}
