import { type AnyEvent, isCommentEvent, isNegotiationEvent, recorded } from '@lianyu/domain/events';
import { type OrganisationId, type Recorded, streamOf } from '@lianyu/domain/kernel';
import type { EventStore } from '@lianyu/event-store';
import type { Vault } from '@lianyu/vault';
import { readWhole } from '../commands/read.ts';
import type { Process } from '../processes/runner.ts';
import { isTold, noticesOf } from './told.ts';

/** Tells people what has happened. Each event is handed over at least once, and a notice derives its id from it: told once. */
export function noticeProcess({ store, vault }: { store: Pick<EventStore, 'readStream'>; vault: Pick<Vault, 'giveNotices'> }): Process {
  return {
    name: 'notices',
    async react(event) {
      if (isTold(event)) vault.giveNotices(noticesOf(event, await partiesOf(store, event)));
    },
  };
}

/**
 * Whose stream it is says its first event; the parties stay the same from then on, but for those optional ones that decline. Comments are their negotiation's parties', or
 * stay inside one.
 */
async function partiesOf(store: Pick<EventStore, 'readStream'>, event: Recorded<AnyEvent>): Promise<readonly OrganisationId[]> {
  const spoken = isCommentEvent(event) ? event.event.data : undefined;
  if (spoken?.only !== undefined) return [spoken.only];
  const stream = spoken ? streamOf.negotiation(spoken.negotiation) : event.stream;
  const [first] = await store.readStream(stream, { from: 0n, limit: 1 });
  const { data } = first ? recorded(first).event : event.event;
  if ('content' in data) {
    const gone = isNegotiationEvent(event) || spoken ? await declinedBefore(store, stream, event) : [];
    return data.content.parties.map(({ organisation }) => organisation).filter((party) => !gone.includes(party));
  }
  // Whoever the office speaks to, and the office itself.
  if (first && 'coordination' in data && 'to' in data) return [data.office, ...data.to];
  if ('parties' in data) return data.parties;
  return 'party' in data && data.party !== undefined ? [data.party] : [];
}

/** Optional parties that had declined when this happened: they are told of their own word, and of nothing after it. */
async function declinedBefore(
  store: Pick<EventStore, 'readStream'>,
  stream: string,
  { stream: own, revision }: Recorded<AnyEvent>,
): Promise<readonly OrganisationId[]> {
  const { events } = await readWhole(store, stream);
  const before = own === stream ? events.filter((each) => each.revision < revision) : events;
  return before.flatMap(({ event }) => (event.type === 'OptionalPartyDeclined' ? [event.data.party] : []));
}
