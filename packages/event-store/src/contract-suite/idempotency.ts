import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExpectedRevision } from '../port.ts';
import { event, eventId, eventsFrom, ids, type OpenStore, on, refusal, wholeLog } from './harness.ts';

/** What an append of these events comes to on a stream that holds events 1, 2, 3, 4 at revisions 0 to 3. */
type Row = [ExpectedRevision, numbers: number[], outcome: 'appended' | 'idempotent' | 'refused', revision?: bigint];

const table: Row[] = [
  ['no-stream', [1], 'idempotent', 0n],
  ['no-stream', [1, 2, 3, 4], 'idempotent', 3n],
  ['no-stream', [1, 2, 3, 4, 5], 'refused'],
  ['no-stream', [2], 'refused'],
  ['no-stream', [1, 3], 'refused'],
  [0n, [2, 3], 'idempotent', 2n],
  [0n, [3, 2], 'refused'],
  [0n, [1], 'refused'],
  [2n, [4], 'idempotent', 3n],
  [2n, [4, 5], 'refused'],
  [3n, [5], 'appended', 4n],
  [3n, [4], 'appended', 4n], // at the expected revision EventStoreDB does not look for the id
  [4n, [5], 'refused'],
  [9n, [1], 'refused'],
  ['any', [1], 'idempotent', 0n],
  ['any', [2, 3], 'idempotent', 2n],
  ['any', [2, 9], 'refused'],
  ['any', [4, 5], 'refused'],
  ['any', [9, 2], 'appended', 5n],
  ['stream-exists', [3, 4], 'idempotent', 3n],
  ['stream-exists', [3, 5], 'refused'],
  ['stream-exists', [5], 'appended', 4n],
];

export function idempotency(open: OpenStore, numRuns: number): void {
  describe('idempotency', () => {
    for (const [expected, numbers, outcome, revision] of table) {
      test(
        `ES-4 EV-4 expecting ${expected}, events ${numbers.join(' ')} on a stream of 1 2 3 4: ${outcome}`,
        on(open, async (store) => {
          await store.append('negotiation-other', 'no-stream', [event(5), event(9)]);
          await store.append('negotiation-1', 'no-stream', eventsFrom(1, 4));
          const before = await wholeLog(store);
          const attempt = store.append(
            'negotiation-1',
            expected,
            numbers.map((number) => event(number)),
          );
          if (outcome === 'refused') {
            const data = { stream: 'negotiation-1', expected: String(expected), actual: '3' };
            expect(await refusal(attempt)).toEqual({ code: 'WRONG_EXPECTED_REVISION', data });
          } else {
            const result = await attempt;
            const stored = (await store.readStream('negotiation-1')).find((stored) => stored.revision === revision);
            expect(result).toEqual({ outcome, revision, position: stored?.position });
            expect(stored?.id).toBe(eventId(numbers.at(-1) ?? 0));
          }
          const after = await wholeLog(store);
          expect(after.slice(0, before.length)).toEqual(before);
          expect(after).toHaveLength(before.length + (outcome === 'appended' ? numbers.length : 0));
        }),
      );
    }

    test(
      'ES-4 EV-4 a batch sent again while the first is on its way is the same batch',
      on(open, async (store) => {
        const batch = eventsFrom(1, 3);
        const [first, second] = await Promise.all([
          store.append('negotiation-1', 'no-stream', batch),
          store.append('negotiation-1', 'no-stream', batch),
        ]);
        expect([first.outcome, second.outcome]).toEqual(['appended', 'idempotent']);
        expect(second).toEqual({ ...first, outcome: 'idempotent' });
        expect(await wholeLog(store)).toHaveLength(3);
      }),
    );

    const append = fc.record({
      stream: fc.constantFrom('negotiation-a', 'negotiation-b'),
      expected: fc.oneof(fc.constantFrom<ExpectedRevision>('any', 'no-stream', 'stream-exists'), fc.bigInt(0n, 8n)),
      numbers: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
    });

    test('ES-3 ES-4 EV-4 any series of appends comes to what the plain model says', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(append, { minLength: 1, maxLength: 30 }), (appends) =>
          on(open, async (store) => {
            const model = new Map<string, string[]>();
            for (const { stream, expected, numbers } of appends) {
              const wanted = modelled(model, stream, expected, numbers.map(eventId));
              const attempt = store.append(
                stream,
                expected,
                numbers.map((number) => event(number)),
              );
              if (wanted === undefined) expect(await refusal(attempt)).toMatchObject({ code: 'WRONG_EXPECTED_REVISION' });
              else expect(await attempt).toMatchObject(wanted);
            }
            for (const [stream, stored] of model) expect(ids(await store.readStream(stream))).toEqual(stored);
          })(),
        ),
        { numRuns },
      );
    });
  });
}

/** The rules over plain arrays; changes the model if the batch is appended. */
function modelled(model: Map<string, string[]>, stream: string, expected: ExpectedRevision, batch: string[]) {
  const stored = model.get(stream) ?? [];
  const loose = expected === 'any' || expected === 'stream-exists';
  if (expected === 'stream-exists' && stored.length === 0) return undefined;
  const from = loose ? stored.lastIndexOf(batch[0] ?? '') : expected === 'no-stream' ? 0 : Number(expected) + 1;
  if (loose ? from < 0 : from === stored.length) {
    model.set(stream, [...stored, ...batch]);
    return { outcome: 'appended', revision: BigInt(stored.length + batch.length - 1) };
  }
  const same = batch.every((id, index) => stored[from + index] === id);
  return same ? { outcome: 'idempotent', revision: BigInt(from + batch.length - 1) } : undefined;
}
