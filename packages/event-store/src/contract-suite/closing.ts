import { describe, expect, test } from 'vitest';
import { event, eventsFrom, type OpenStore, on, refusal } from './harness.ts';

export function closing(open: OpenStore): void {
  describe('closing', () => {
    test(
      'ES-16 a closed store refuses everything, and closing it again does nothing',
      on(open, async (store) => {
        await store.append('negotiation-1', 'no-stream', [event(1)]);
        await store.close();
        await store.close();
        const closed = { code: 'STORE_CLOSED', data: {} };
        expect(await refusal(store.append('negotiation-1', 'any', [event(2)]))).toEqual(closed);
        expect(await refusal(store.readStream('negotiation-1'))).toEqual(closed);
        expect(await refusal(store.readAll())).toEqual(closed);
        expect(await refusal(store.head())).toEqual(closed);
        expect(await refusal(store.subscribe()[Symbol.asyncIterator]().next())).toEqual(closed);
      }),
    );

    test(
      'ES-16 an append that was on its way when the store was closed has an outcome',
      on(open, async (store) => {
        const appends = Array.from({ length: 50 }, (_, n) => store.append(`negotiation-${n}`, 'no-stream', eventsFrom(n * 10, 3)));
        await store.close();
        expect((await Promise.all(appends)).every(({ outcome }) => outcome === 'appended')).toBe(true);
      }),
    );
  });
}
