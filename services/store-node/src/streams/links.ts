import type { RawStore, RawStored } from '@lianyu/event-store/sqlite';

/** An event of this type points to another; its data is `<revision>@<stream>`. */
const LINK = '$>';
const TARGET = /^(?<revision>0|[1-9]\d{0,18})@(?<stream>.+)$/su;

/** A stored event as it is told: itself, or a link together with what it points to. */
export interface Resolved {
  readonly event: RawStored | undefined;
  readonly link: RawStored | undefined;
}

export type Resolve = (stored: RawStored) => Resolved;

export const asStored: Resolve = (stored) => ({ event: stored, link: undefined });

/**
 * Follows a link, one step. What is truncated, deleted, never written or not readable for whoever asks is told as a link
 * that leads nowhere, without saying which of these it is.
 */
export function linkResolver(store: RawStore, mayRead: (stream: string) => boolean): Resolve {
  return (stored) => {
    if (stored.type !== LINK) return asStored(stored);
    const target = TARGET.exec(Buffer.from(stored.data).toString('utf8'))?.groups;
    const { revision = '', stream = '' } = target ?? {};
    return { event: target && mayRead(stream) ? eventAt(store, stream, BigInt(revision)) : undefined, link: stored };
  };
}

function eventAt(store: RawStore, stream: string, revision: bigint): RawStored | undefined {
  const page = store.readStream(stream, { from: revision, direction: 'forwards', limit: 1 });
  const [event] = page.state === 'there' ? page.events : [];
  return event?.revision === revision ? event : undefined;
}
