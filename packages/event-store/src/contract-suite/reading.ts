import { describe, expect, test } from 'vitest';
import { type EventStore, type Filter, limits, type ReadAll } from '../port.ts';
import { event, eventId, eventsFrom, ids, type OpenStore, on, refusal, wholeLog } from './harness.ts';

export function reading(open: OpenStore): void {
  describe('reading', () => {
    test(
      'ES-9 a stream is read in both directions, from any revision, page by page',
      on(open, async (store) => {
        await store.append('negotiation-2', 'no-stream', eventsFrom(100, 3));
        await store.append('negotiation-1', 'no-stream', eventsFrom(1, 7));
        const read = async (options: Parameters<EventStore['readStream']>[1]) =>
          (await store.readStream('negotiation-1', options)).map(({ revision }) => revision);
        expect(await read({})).toEqual([0n, 1n, 2n, 3n, 4n, 5n, 6n]);
        expect(await read({ from: 2n, limit: 3 })).toEqual([2n, 3n, 4n]);
        expect(await read({ from: 5n, limit: 3 })).toEqual([5n, 6n]);
        expect(await read({ from: 7n })).toEqual([]);
        expect(await read({ from: 99_999_999_999_999_999_999n })).toEqual([]);
        expect(await read({ direction: 'backwards' })).toEqual([6n, 5n, 4n, 3n, 2n, 1n, 0n]);
        expect(await read({ direction: 'backwards', from: 3n, limit: 2 })).toEqual([3n, 2n]);
        expect(await read({ direction: 'backwards', from: 99_999_999_999_999_999_999n, limit: 1 })).toEqual([6n]);
        expect(ids(await store.readStream('negotiation-1', { from: 3n, limit: 1 }))).toEqual([eventId(4)]);
      }),
    );

    test(
      'ES-9 a stream that does not exist is empty, and so is the part of a name',
      on(open, async (store) => {
        await store.append('negotiation-10', 'no-stream', [event(1)]);
        expect(await store.readStream('negotiation-1')).toEqual([]);
        expect(await store.readStream('negotiation-1', { direction: 'backwards' })).toEqual([]);
        expect(await store.readStream('Negotiation-10')).toEqual([]);
      }),
    );

    test(
      'ES-10 ES-17 the log is read after a position, which is itself left out',
      on(open, async (store) => {
        expect(await store.readAll()).toEqual([]);
        expect(await store.head()).toBeUndefined();
        for (let n = 0; n < 5; n += 1) await store.append(`negotiation-${n}`, 'no-stream', eventsFrom(n * 10, 2));
        const log = await wholeLog(store);
        expect(log).toHaveLength(10);
        for (const [index, { position }] of log.entries()) {
          expect(await store.readAll({ after: position, limit: 3 })).toEqual(log.slice(index + 1, index + 4));
        }
      }),
    );

    test(
      'ES-10 a filter keeps what begins with one of its prefixes, and the limit counts what it keeps',
      on(open, async (store) => {
        const streams = ['negotiation-1', 'clearance-1', 'agreement-1', 'negotiationx', '协商-1', 'neg%', 'Negotiation-1'];
        for (const [index, stream] of streams.entries()) {
          await store.append(stream, 'no-stream', [event(index * 2, { type: 'ProposalTabled' }), event(index * 2 + 1, { type: '用印Granted' })]);
        }
        const by = async (...streamPrefixes: string[]) => [
          ...new Set((await store.readAll({ filter: { streamPrefixes } })).map(({ stream }) => stream)),
        ];
        expect(await by('negotiation-')).toEqual(['negotiation-1']);
        expect(await by('negotiation-', 'clearance-')).toEqual(['negotiation-1', 'clearance-1']);
        expect(await by('协')).toEqual(['协商-1']);
        expect(await by('neg%', 'neg_')).toEqual(['neg%']);
        expect(await by('')).toEqual(streams);
        expect(await by('nothing-')).toEqual([]);
        const typed = await store.readAll({ filter: { typePrefixes: ['用印'] }, limit: 3 });
        expect(typed.map(({ stream, type }) => [stream, type])).toEqual(streams.slice(0, 3).map((stream) => [stream, '用印Granted']));
        const rest = await store.readAll({ filter: { typePrefixes: ['用印'] }, ...(typed[2] && { after: typed[2].position }) });
        expect(rest.map(({ stream }) => stream)).toEqual(streams.slice(3));
      }),
    );

    test(
      'ES-10 the log is read backwards from before a position, or from its end',
      on(open, async (store) => {
        expect(await store.readAll({ direction: 'backwards' })).toEqual([]);
        for (let n = 0; n < 5; n += 1) await store.append(`negotiation-${n}`, 'no-stream', eventsFrom(n * 10, 2));
        const log = await wholeLog(store);
        expect(await store.readAll({ direction: 'backwards' })).toEqual(log.toReversed());
        for (const [index, { position }] of log.entries()) {
          const expected = log.slice(Math.max(0, index - 3), index).toReversed();
          expect(await store.readAll({ direction: 'backwards', before: position, limit: 3 })).toEqual(expected);
        }
        const typed = { direction: 'backwards', filter: { streamPrefixes: ['negotiation-2', 'negotiation-4'] }, limit: 3 } as const;
        expect(ids(await store.readAll(typed))).toEqual([41, 40, 21].map(eventId));
        for (const wrong of [{ before: log[1]?.position }, { after: log[1]?.position, direction: 'backwards' }]) {
          expect(await refusal(store.readAll(wrong as ReadAll))).toMatchObject({ code: 'INPUT_INVALID' });
        }
      }),
    );

    test(
      'ES-10 a regular expression keeps what it matches anywhere, unless it is anchored',
      on(open, async (store) => {
        const streams = ['negotiation-1', 'negotiation-12', 'clearance-1', '协商-1'];
        for (const [index, stream] of streams.entries()) await store.append(stream, 'no-stream', [event(index, { type: `Kind${index}` })]);
        const by = async (filter: Filter) => (await store.readAll({ filter })).map(({ stream }) => stream);
        expect(await by({ streamPattern: '-1$' })).toEqual(['negotiation-1', 'clearance-1', '协商-1']);
        expect(await by({ streamPattern: '^(negotiation|协商)-[0-9]+$' })).toEqual(['negotiation-1', 'negotiation-12', '协商-1']);
        expect(await by({ streamPattern: '^1' })).toEqual([]);
        expect(await by({ typePattern: '[02]$' })).toEqual(['negotiation-1', 'clearance-1']);
        expect(await by({ typePattern: '' })).toEqual(streams);
      }),
    );

    test(
      'ES-7 ES-8 a regular expression that is none, or too long, is refused',
      on(open, async (store) => {
        for (const streamPattern of ['(', 'a{2,1}', '[z-a]', 'a\u0000b']) {
          expect(await refusal(store.readAll({ filter: { streamPattern } }))).toMatchObject({ code: 'INPUT_INVALID', data: { field: 'filter' } });
        }
        const long = { streamPattern: 'x'.repeat(limits.filterPatternBytes + 1) };
        expect(await refusal(store.readAll({ filter: long }))).toMatchObject({ code: 'LIMIT_EXCEEDED', data: { limit: 'filterPatternBytes' } });
      }),
    );

    test(
      'ES-10 a filter finds what lies behind a long stretch of other events',
      on(open, async (store) => {
        await store.append('clearance-1', 'no-stream', [event(1)]);
        for (let n = 0; n < 9; n += 1) await store.append('negotiation-1', 'any', eventsFrom(1_000 + n * 1_000, 1_000));
        await store.append('clearance-1', 0n, eventsFrom(2, 5));
        expect(ids(await store.readAll({ filter: { streamPrefixes: ['clearance-'] } }))).toEqual([1, 2, 3, 4, 5, 6].map(eventId));
        expect(ids(await store.readAll({ filter: { streamPrefixes: ['clearance-'] }, limit: 3 }))).toEqual([1, 2, 3].map(eventId));
        expect(await store.readAll({ filter: { streamPrefixes: ['negotiation-'] } })).toHaveLength(1_000);
      }),
    );
  });
}
