import { describe, expect, test } from 'vitest';
import type { ExpectedRevision } from '../port.ts';
import { event, eventId, eventsFrom, ids, type OpenStore, on, refusal, wholeLog } from './harness.ts';

export function appending(open: OpenStore): void {
  describe('appending', () => {
    test(
      'ES-1 ES-17 revisions count from zero in each stream and positions rise through the whole log',
      on(open, async (store) => {
        const first = await store.append('negotiation-1', 'no-stream', eventsFrom(1, 2));
        const second = await store.append('negotiation-2', 'no-stream', eventsFrom(3, 1));
        const third = await store.append('negotiation-1', 1n, eventsFrom(4, 2));
        expect([first.revision, second.revision, third.revision]).toEqual([1n, 0n, 3n]);
        const log = await wholeLog(store);
        expect(log.map(({ stream, revision, id }) => [stream, revision, id])).toEqual([
          ['negotiation-1', 0n, eventId(1)],
          ['negotiation-1', 1n, eventId(2)],
          ['negotiation-2', 0n, eventId(3)],
          ['negotiation-1', 2n, eventId(4)],
          ['negotiation-1', 3n, eventId(5)],
        ]);
        const positions = log.map(({ position }) => position);
        expect(positions).toEqual([...new Set(positions)].sort((a, b) => (a < b ? -1 : 1)));
        expect([first.position, second.position, third.position]).toEqual([positions[1], positions[2], positions[4]]);
        expect(await store.head()).toBe(positions[4]);
      }),
    );

    test(
      'ES-2 a batch is stored whole or not at all, also when appends run at the same time',
      on(open, async (store) => {
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, index) => refusal(store.append('negotiation-1', 'no-stream', eventsFrom(1 + index * 10, 3)))),
        );
        expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
        expect(await store.readStream('negotiation-1')).toHaveLength(3);
        const others = await Promise.all(Array.from({ length: 20 }, (_, n) => store.append('negotiation-2', 'any', eventsFrom(1_000 + n * 10, 3))));
        expect(others.every(({ outcome }) => outcome === 'appended')).toBe(true);
        const stored = (await store.readStream('negotiation-2')).map(({ id }) => id);
        expect(stored).toHaveLength(60);
        for (let n = 0; n < 20; n += 1) {
          const at = stored.indexOf(eventId(1_000 + n * 10));
          expect(stored.slice(at, at + 3)).toEqual([0, 1, 2].map((index) => eventId(1_000 + n * 10 + index)));
        }
      }),
    );

    const expectations: [ExpectedRevision, missing: boolean, atZero: boolean, atTwo: boolean][] = [
      ['no-stream', true, false, false],
      ['stream-exists', false, true, true],
      ['any', true, true, true],
      [0n, false, true, false],
      [1n, false, false, false],
      [2n, false, false, true],
      [9_223_372_036_854_775_808n, false, false, false],
    ];
    for (const [expected, ...accepted] of expectations) {
      test(
        `ES-3 EV-4 expecting ${expected} on a stream that is missing, at 0, at 2`,
        on(open, async (store) => {
          await store.append('negotiation-at0', 'no-stream', eventsFrom(1, 1));
          await store.append('negotiation-at2', 'no-stream', eventsFrom(2, 3));
          const before = await wholeLog(store);
          const states = [
            ['negotiation-missing', 'no-stream', 0n],
            ['negotiation-at0', '0', 1n],
            ['negotiation-at2', '2', 3n],
          ] as const;
          let added = 0;
          for (const [index, [stream, actual, next]] of states.entries()) {
            const attempt = store.append(stream, expected, [event(100 + index)]);
            if (accepted[index]) {
              expect(await attempt).toMatchObject({ outcome: 'appended', revision: next });
              added += 1;
            } else {
              expect(await refusal(attempt)).toEqual({ code: 'WRONG_EXPECTED_REVISION', data: { stream, expected: String(expected), actual } });
            }
          }
          expect(await wholeLog(store)).toHaveLength(before.length + added);
        }),
      );
    }

    test(
      'ES-5 the same event id in another stream is another event',
      on(open, async (store) => {
        await store.append('negotiation-1', 'no-stream', [event(1)]);
        for (const expected of ['no-stream', 'any', 'stream-exists'] as const) {
          const stream = expected === 'stream-exists' ? 'negotiation-no-stream' : `negotiation-${expected}`;
          expect(await store.append(stream, expected, [event(expected === 'stream-exists' ? 2 : 1)])).toMatchObject({ outcome: 'appended' });
        }
        expect(ids(await wholeLog(store))).toEqual([1, 1, 1, 2].map(eventId));
      }),
    );

    test(
      'ES-5 an event id that is repeated within a batch is refused',
      on(open, async (store) => {
        expect(await refusal(store.append('negotiation-1', 'any', [event(1), event(2), event(1)]))).toEqual({
          code: 'INPUT_INVALID',
          data: { field: 'id', problem: 'repeated' },
        });
        expect(await store.head()).toBeUndefined();
      }),
    );
  });
}
