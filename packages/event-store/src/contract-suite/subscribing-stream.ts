import { describe, expect, test } from 'vitest';
import type { EventStore, StreamDelivery } from '../port.ts';
import { all, event, eventsFrom, type OpenStore, on, refusal } from './harness.ts';

export function subscribingStream(open: OpenStore): void {
  describe('subscribing to one stream', () => {
    test(
      'ES-18 a stream is followed from before it exists, by its own revisions, without what lies between',
      on(open, async (store) => {
        const early = take(store, 'negotiation-1', 7);
        await store.append('clearance-1', 'no-stream', eventsFrom(100, 3));
        await store.append('negotiation-1', 'no-stream', eventsFrom(1, 2));
        await store.append('negotiation-10', 'no-stream', eventsFrom(200, 3));
        const late = take(store, 'negotiation-1', 4, 0n);
        await store.append('negotiation-1', 1n, eventsFrom(3, 2));
        expect(simple(await early).filter((one) => typeof one === 'bigint')).toEqual([0n, 1n, 2n, 3n]);
        expect(simple(await late)).toEqual(expect.arrayContaining([1n, 2n, 3n]));
      }),
    );

    test(
      'ES-18 caught up is said at the end of the stream and not for other streams',
      on(open, async (store) => {
        await store.append('negotiation-1', 'no-stream', eventsFrom(1, 300));
        expect(simple(await take(store, 'negotiation-1', 2, 298n))).toEqual([299n, 'caught up at 299']);
        expect(simple(await take(store, 'negotiation-1', 1, 299n))).toEqual(['caught up at 299']);
        expect(simple(await take(store, 'negotiation-2', 1))).toEqual(['caught up at undefined']);
        const whole = simple(await take(store, 'negotiation-1', 301));
        expect(whole).toEqual([...Array.from({ length: 300 }, (_, revision) => BigInt(revision)), 'caught up at 299']);
        const following = take(store, 'negotiation-1', 3, 299n);
        await store.append('negotiation-2', 'no-stream', [event(900)]);
        await store.append('negotiation-1', 299n, [event(901)]);
        expect(simple(await following)).toEqual(['caught up at 299', 300n, 'caught up at 300']);
      }),
    );

    test(
      'ES-14 ES-18 abort and closing end it without an error',
      on(open, async (store) => {
        await store.append('negotiation-1', 'no-stream', [event(1)]);
        expect(await all(store.subscribeStream('negotiation-1', { signal: AbortSignal.abort() }))).toEqual([]);
        const waiting = all(store.subscribeStream('negotiation-1'));
        const stopped = new AbortController();
        const aborted = all(store.subscribeStream('negotiation-1', { signal: stopped.signal }));
        await take(store, 'negotiation-1', 2);
        stopped.abort();
        expect(simple(await aborted)).toEqual([0n, 'caught up at 0']);
        await store.close();
        expect(simple(await waiting)).toEqual([0n, 'caught up at 0']);
      }),
    );

    test(
      'ES-15 ES-18 a revision that the stream has not reached, and a reserved name, are refused',
      on(open, async (store) => {
        await store.append('negotiation-1', 'no-stream', [event(1)]);
        const beyond = { code: 'INPUT_INVALID', data: { field: 'after', problem: 'beyond-the-end' } };
        expect(await refusal(all(store.subscribeStream('negotiation-1', { after: 1n })))).toEqual(beyond);
        expect(await refusal(all(store.subscribeStream('negotiation-2', { after: 0n })))).toEqual(beyond);
        expect(await refusal(all(store.subscribeStream('negotiation-1', { after: -1n })))).toMatchObject({ code: 'INPUT_INVALID' });
        expect(await refusal(all(store.subscribeStream('$$negotiation-1')))).toEqual({
          code: 'INPUT_INVALID',
          data: { field: 'stream', problem: 'reserved' },
        });
      }),
    );
  });
}

/** The first deliveries of a subscription to a stream. */
async function take(store: EventStore, stream: string, count: number, after?: bigint): Promise<StreamDelivery[]> {
  const deliveries: StreamDelivery[] = [];
  for await (const delivery of store.subscribeStream(stream, after === undefined ? {} : { after })) {
    if (deliveries.push(delivery) === count) break;
  }
  return deliveries;
}

function simple(deliveries: readonly StreamDelivery[]): (bigint | string)[] {
  return deliveries.map((delivery) => (delivery.kind === 'event' ? delivery.event.revision : `caught up at ${delivery.revision}`));
}
