import { randomUUID } from 'node:crypto';
import type { RawDelivery } from '@lianyu/event-store/sqlite';
import { shuttingDown } from '../calls.ts';
import type { Node } from '../node.ts';
import { readEventBytes } from '../protocol/read-event.ts';
import type { Resolve } from './links.ts';
import type { Outlet } from './outlet.ts';
import type { ReadRequest } from './read-request.ts';
import { caughtUp, checkpoint, confirmation, type ReadResponse } from './responses.ts';

type StreamRequest = Extract<ReadRequest, { kind: 'stream-subscription' }>;
type AllRequest = Extract<ReadRequest, { kind: 'all-subscription' }>;

/** More at once than this, and a live subscription is said to have caught up again: what EventStoreDB holds for it. */
const LIVE_BUFFER = 32;

/** A stream, from behind a revision on, and then whatever is appended. */
export async function subscribeToStream(
  { store, calls }: Node,
  request: StreamRequest,
  resolve: Resolve,
  outlet: Outlet<ReadResponse>,
): Promise<void> {
  const { stream, after, ids } = request;
  const deliveries = store.subscribe({ stream, ...(after !== undefined && { after }), signal: AbortSignal.any([outlet.over, calls.ending]) });
  await deliver(deliveries, outlet, (delivery, catching) => {
    if (delivery.kind === 'event') {
      const { event, link } = resolve(delivery.event);
      return [readEventBytes(event, link, ids)];
    }
    return delivery.kind === 'caught-up' && catching ? [caughtUp()] : [];
  });
  if (calls.ending.aborted) throw shuttingDown();
}

/** The whole log, or what a filter keeps of it, with checkpoints for whoever keeps its place by them. */
export async function subscribeToAll({ store, calls }: Node, request: AllRequest, resolve: Resolve, outlet: Outlet<ReadResponse>): Promise<void> {
  const { after, ids, filtered } = request;
  const deliveries = store.subscribe({
    ...(after !== undefined && { after }),
    ...(filtered && { filter: filtered.filter }),
    signal: AbortSignal.any([outlet.over, calls.ending]),
  });
  const due = checkpoints(typeof after === 'bigint' ? after : 0n, filtered?.checkpointInterval);
  await deliver(deliveries, outlet, (delivery, catching) => {
    switch (delivery.kind) {
      case 'event': {
        const { event, link } = resolve(delivery.event);
        return [readEventBytes(event, link, ids), ...due(delivery.event.position, false)];
      }
      case 'checkpoint':
        return due(delivery.at, false);
      case 'caught-up':
        return catching ? [...due(delivery.at ?? 0n, true), caughtUp()] : [];
    }
  });
  if (calls.ending.aborted) throw shuttingDown();
}

type Words = (delivery: RawDelivery, catching: boolean) => readonly ReadResponse[];

async function deliver(deliveries: AsyncIterable<RawDelivery>, outlet: Outlet<ReadResponse>, words: Words): Promise<void> {
  if (!(await outlet.write(confirmation(randomUUID())))) return;
  let sinceCaughtUp = Number.POSITIVE_INFINITY;
  for await (const delivery of deliveries) {
    for (const response of words(delivery, sinceCaughtUp > LIVE_BUFFER)) {
      const going = outlet.write(response);
      if (going !== true && !(await going)) return;
    }
    if (delivery.kind === 'event') sinceCaughtUp += 1;
    else if (delivery.kind === 'caught-up') sinceCaughtUp = 0;
  }
}

/**
 * A checkpoint each time so much of the log was looked through, and where the subscription becomes live. Positions are
 * counted, not events: every event has one, so that the interval is never longer than what was asked for by more than one page.
 */
function checkpoints(start: bigint, interval: bigint | undefined): (at: bigint, becomesLive: boolean) => readonly ReadResponse[] {
  let told = start;
  return (at, becomesLive) => {
    if (interval === undefined || at <= told || (!becomesLive && at - told < interval)) return [];
    told = at;
    return [checkpoint(at)];
  };
}
