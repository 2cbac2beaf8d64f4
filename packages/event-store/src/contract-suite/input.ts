import { describe, expect, test } from 'vitest';
import { limits, type NewEvent } from '../port.ts';
import { event, eventsFrom, type OpenStore, on, refusal } from './harness.ts';

const loop: unknown[] = [];
loop.push(loop, loop);

/** Everything that no engine takes, with the field that is named. */
const refusedEvents: [what: string, over: Partial<Record<keyof NewEvent, unknown>>, field: string, problem: string][] = [
  ['an id that is not a UUID', { id: 'first' }, 'id', 'not-a-lower-case-uuid'],
  ['an id in capitals', { id: 'AAAAAAAA-0000-4000-8000-000000000001' }, 'id', 'not-a-lower-case-uuid'],
  ['an empty type', { type: '' }, 'type', 'empty'],
  ["a type of the engine's own", { type: '$metadata' }, 'type', 'reserved'],
  ['a control character in a type', { type: 'Text\u0000Confirmed' }, 'type', 'control-character'],
  ['a bigint', { data: { fen: 1n } }, 'data', 'not-json'],
  ['nothing at all', { data: undefined }, 'data', 'not-json'],
  ['a hole in an array', { data: [1, undefined] }, 'data', 'not-json'],
  ['a number that is none', { data: { ratio: Number.NaN } }, 'data', 'not-finite'],
  ['a date object', { metadata: { at: new Date(0) } }, 'metadata', 'not-plain'],
  ['a map', { metadata: new Map() }, 'metadata', 'not-plain'],
  ['half a character', { data: { text: '\ud83d' } }, 'data', 'lone-surrogate'],
  ['half a character in a key', { data: { '\udc00': 1 } }, 'data', 'lone-surrogate'],
];

const refusedStreams: [stream: string, problem: string][] = [
  ['', 'empty'],
  ['$$negotiation-1', 'reserved'],
  ['negotiation-\n', 'control-character'],
  ['negotiation-\ud83d', 'lone-surrogate'],
];

export function input(open: OpenStore): void {
  describe('input', () => {
    for (const [what, over, field, problem] of refusedEvents) {
      test(
        `ES-6 ES-7 ${what} is refused and nothing is stored`,
        on(open, async (store) => {
          const wrong = { ...event(2), ...over } as NewEvent;
          expect(await refusal(store.append('negotiation-1', 'any', [event(1), wrong]))).toEqual({ code: 'INPUT_INVALID', data: { field, problem } });
          expect(await store.head()).toBeUndefined();
        }),
      );
    }

    for (const [stream, problem] of refusedStreams) {
      test(
        `ES-7 EV-5 a stream named ${JSON.stringify(stream)} is refused`,
        on(open, async (store) => {
          const wanted = { code: 'INPUT_INVALID', data: { field: 'stream', problem } };
          expect(await refusal(store.append(stream, 'any', [event(1)]))).toEqual(wanted);
          expect(await refusal(store.readStream(stream))).toEqual(wanted);
        }),
      );
    }

    test(
      'ES-7 an empty batch, a negative revision and a negative position are refused',
      on(open, async (store) => {
        expect(await refusal(store.append('negotiation-1', 'any', []))).toEqual({
          code: 'INPUT_INVALID',
          data: { field: 'events', problem: 'empty' },
        });
        expect(await refusal(store.append('negotiation-1', -1n, [event(1)]))).toMatchObject({ code: 'INPUT_INVALID', data: { field: 'expected' } });
        expect(await refusal(store.readStream('negotiation-1', { from: -1n }))).toMatchObject({ code: 'INPUT_INVALID', data: { field: 'from' } });
        expect(await refusal(store.readAll({ filter: { typePrefixes: [] } }))).toMatchObject({ code: 'INPUT_INVALID', data: { field: 'filter' } });
        for (const limit of [0, -1, 1.5, Number.NaN]) {
          expect(await refusal(store.readAll({ limit }))).toMatchObject({ code: 'INPUT_INVALID', data: { field: 'limit' } });
        }
      }),
    );

    test(
      'ES-6 text of every script, deep and empty values come back as they were; undefined members are left out',
      on(open, async (store) => {
        const data = { 协议: '税收分享——第三条', 汉字: '𠀀𣎴', empty: [{}, [], '', null, 0, -1.5e-7, true], nested: { a: { b: { c: ['😀'] } } } };
        await store.append('negotiation-呼和浩特', 'no-stream', [
          event(1, { type: '条款Tabled', data, metadata: null }),
          event(2, { data: { a: 1, b: undefined } }),
        ]);
        const [first, second] = await store.readStream('negotiation-呼和浩特');
        expect(first).toMatchObject({ stream: 'negotiation-呼和浩特', type: '条款Tabled', metadata: null });
        expect(first?.data).toEqual(data);
        expect(second?.data).toStrictEqual({ a: 1 });
      }),
    );

    test(
      'ES-8 ER-3 each limit holds exactly, and passing it names the limit and stores nothing',
      on(open, async (store) => {
        const sized = (number: number, bytes: number) => event(number, { data: 'x'.repeat(bytes - 4), metadata: {} });
        const name = (bytes: number) => `n-${'名'.repeat(84)}${'x'.repeat(bytes - 254)}`;
        let deep: unknown = 1;
        for (let depth = 0; depth < limits.jsonDepth; depth += 1) deep = [deep];
        const whole = Array.from({ length: 16 }, (_, index) => sized(index + 1, limits.eventBytes));
        const over: [keyof typeof limits, () => Promise<unknown>][] = [
          ['eventBytes', () => store.append('n-1', 'any', [sized(1, limits.eventBytes + 1)])],
          ['batchBytes', () => store.append('n-1', 'any', [...whole, event(17)])],
          ['batchEvents', () => store.append('n-1', 'any', eventsFrom(1, limits.batchEvents + 1))],
          ['streamNameBytes', () => store.append(name(limits.streamNameBytes + 1), 'any', [event(1)])],
          ['typeBytes', () => store.append('n-1', 'any', [event(1, { type: 'T'.repeat(limits.typeBytes + 1) })])],
          ['jsonDepth', () => store.append('n-1', 'any', [event(1, { data: [deep] })])],
          ['jsonDepth', () => store.append('n-1', 'any', [event(1, { data: loop })])],
          ['readEvents', () => store.readStream('n-1', { limit: limits.readEvents + 1 })],
          ['readEvents', () => store.readAll({ limit: limits.readEvents + 1 })],
          ['filterPrefixes', () => store.readAll({ filter: { streamPrefixes: Array(limits.filterPrefixes + 1).fill('n-') } })],
        ];
        for (const [limit, attempt] of over) {
          expect(await refusal(attempt())).toMatchObject({ code: 'LIMIT_EXCEEDED', data: { limit, allowed: String(limits[limit]) } });
        }
        expect(await store.head()).toBeUndefined();
        await store.append('n-1', 'no-stream', whole);
        await store.append('n-2', 'no-stream', eventsFrom(1, limits.batchEvents));
        await store.append(name(limits.streamNameBytes), 'no-stream', [event(1, { type: 'T'.repeat(limits.typeBytes), data: deep })]);
        expect((await store.readStream('n-1', { limit: limits.readEvents })).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
        expect(await store.readStream('n-2', { limit: limits.readEvents })).toHaveLength(limits.batchEvents);
        expect((await store.readStream(name(limits.streamNameBytes)))[0]?.data).toEqual(deep);
      }),
    );
  });
}
