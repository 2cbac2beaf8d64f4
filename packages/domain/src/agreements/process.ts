import { beijingDate, type Recorded } from '../kernel/index.ts';
import type { NegotiationEvent } from '../negotiation/events.ts';
import { type NegotiationState, standingOf } from '../negotiation/state.ts';
import type { AgreementCommand } from './commands.ts';
import type { Execution } from './events.ts';

/** What the end of a negotiation founds: the agreement as it was signed, under the number that was reserved for it. */
export function agreementFounded(
  concluded: Recorded<NegotiationEvent>,
  after: NegotiationState,
  number: string,
): Extract<AgreementCommand, { type: 'conclude-agreement' }> {
  const { id, current, parties } = after;
  if (id === undefined || current === undefined) throw new TypeError('a concluded negotiation has a proposal');
  const { content, text, renderer, digest } = current;
  const executions = parties.map((party): Execution => {
    const { signed, sealed } = standingOf(after, party);
    if (!signed || !sealed) throw new TypeError('in a concluded negotiation every party has signed and sealed');
    const { at: signedAt, authority, ...signatory } = signed;
    return { party, signatory, ...(authority === undefined ? {} : { authority }), signedAt, seal: sealed.signature, sealedAt: sealed.at };
  });
  return {
    type: 'conclude-agreement',
    agreement: id,
    number,
    concludedOn: beijingDate(concluded.metadata.recordedAt),
    content,
    text,
    renderer,
    digest,
    executions,
  };
}
