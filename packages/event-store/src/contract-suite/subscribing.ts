import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery, EventStore, Position, Subscribe } from '../port.ts';
import { all, event, eventsFrom, type Follower, follow, ids, type OpenStore, on, reached, refusal, wholeLog } from './harness.ts';

const kinds = (deliveries: readonly Delivery[]) => deliveries.map(({ kind }) => kind);
const times = (kind: Delivery['kind'], count: number) => (deliveries: readonly Delivery[]) =>
  kinds(deliveries).filter((one) => one === kind).length >= count;

export function subscribing(open: OpenStore, numRuns: number): void {
  describe('subscribing', () => {
    test(
      'ES-11 ES-12 a subscription catches up, says so, goes on live and says so again',
      on(open, async (store) => {
        await store.append('negotiation-1', 'no-stream', eventsFrom(1, 600));
        const follower = follow(store);
        await follower.until(times('caught-up', 1));
        const { position } = await store.append('negotiation-1', 599n, eventsFrom(601, 2));
        await follower.until(times('caught-up', 2));
        await follower.stop();
        expect(kinds(follower.deliveries)).toEqual([...Array(600).fill('event'), 'caught-up', 'event', 'event', 'caught-up']);
        expect(follower.deliveries.at(-1)).toEqual({ kind: 'caught-up', position });
        expect(follower.events()).toEqual(await wholeLog(store));
      }),
    );

    test(
      'ES-12 at the end of the log a subscription says at once that it is caught up',
      on(open, async (store) => {
        const empty = follow(store);
        await empty.until(times('caught-up', 1));
        const { position } = await store.append('negotiation-1', 'no-stream', eventsFrom(1, 3));
        const atEnd = follow(store, { after: position });
        await atEnd.until(times('caught-up', 1));
        await empty.until(times('caught-up', 2));
        await Promise.all([empty.stop(), atEnd.stop()]);
        expect(empty.deliveries[0]).toEqual({ kind: 'caught-up', position: undefined });
        expect(atEnd.deliveries).toEqual([{ kind: 'caught-up', position }]);
      }),
    );

    test(
      'ES-13 a filtered subscription is told how far it has been carried past what it does not see',
      on(open, async (store) => {
        await store.append('negotiation-1', 'no-stream', eventsFrom(1, 3));
        const seen = await store.append('clearance-1', 'no-stream', [event(10)]);
        const passed = await store.append('negotiation-1', 2n, eventsFrom(20, 3));
        const follower = follow(store, { filter: { streamPrefixes: ['clearance-'] } });
        await follower.until(times('caught-up', 1));
        const later = await store.append('negotiation-1', 5n, [event(30)]);
        await follower.past(later.position);
        const last = await store.append('clearance-1', 0n, [event(11)]);
        await follower.until(times('caught-up', 2));
        await follower.stop();
        expect(follower.deliveries.map((delivery) => [delivery.kind, reached(delivery)])).toEqual([
          ['event', seen.position],
          ['checkpoint', passed.position],
          ['caught-up', passed.position],
          ['checkpoint', later.position],
          ['event', last.position],
          ['caught-up', last.position],
        ]);
      }),
    );

    test(
      'ES-14 abort ends a subscription without an error: before it began, while it waits, and between two events',
      on(open, async (store) => {
        expect(await all(store.subscribe({ signal: AbortSignal.abort() }))).toEqual([]);
        const waiting = follow(store);
        await waiting.until(times('caught-up', 1));
        await waiting.stop();
        await store.append('negotiation-1', 'no-stream', eventsFrom(1, 10));
        const ending = new AbortController();
        const seen: Delivery[] = [];
        for await (const delivery of store.subscribe({ signal: ending.signal })) {
          seen.push(delivery);
          if (seen.length === 3) ending.abort();
        }
        expect(seen).toHaveLength(3);
      }),
    );

    test(
      'ES-14 leaving the loop, or returning while a delivery is awaited, ends a subscription',
      on(open, async (store) => {
        await store.append('negotiation-1', 'no-stream', eventsFrom(1, 2));
        for await (const delivery of store.subscribe()) {
          expect(delivery.kind).toBe('event');
          break;
        }
        const iterator = store.subscribe()[Symbol.asyncIterator]();
        for (let n = 0; n < 3; n += 1) await iterator.next();
        const pending = iterator.next();
        await iterator.return?.();
        expect(await pending).toEqual({ done: true, value: undefined });
        expect(await iterator.next()).toEqual({ done: true, value: undefined });
      }),
    );

    test(
      'ES-14 closing the store ends its subscriptions without an error',
      on(open, async (store) => {
        await store.append('negotiation-1', 'no-stream', eventsFrom(1, 10));
        const waiting = follow(store);
        await waiting.until(times('caught-up', 1));
        const iterator = store.subscribe()[Symbol.asyncIterator]();
        await iterator.next();
        await store.close();
        await waiting.ended;
        expect(await iterator.next()).toEqual({ done: true, value: undefined });
      }),
    );

    test(
      'ES-15 a subscription after a position that the log has not reached is refused',
      on(open, async (store) => {
        const { position } = await store.append('negotiation-1', 'no-stream', [event(1)]);
        const beyond = (position + 1n) as Position;
        expect(await refusal(all(store.subscribe({ after: beyond })))).toEqual({
          code: 'INPUT_INVALID',
          data: { field: 'after', problem: 'beyond-the-end' },
        });
        expect(await refusal(all(store.subscribe({ filter: { typePrefixes: [] } })))).toMatchObject({ code: 'INPUT_INVALID' });
      }),
    );

    test('ES-11 ES-13 whoever subscribes from wherever while writers write sees exactly the log, once and in order', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => on(open, (store) => interleave(store, steps))()),
        { numRuns },
      );
    });
  });
}

const filters = [
  undefined,
  { streamPrefixes: ['clearance-'] },
  { streamPrefixes: ['negotiation-', 'agreement-'] },
  { typePrefixes: ['Seal'] },
  { streamPattern: '^(clearance|agreement)-[0-9]$' },
  { typePattern: 'Confirm' },
] as const;

/** Appends are not awaited one by one; subscribers come in between, from a position seen so far, some of them slow. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ append: fc.constantFrom('negotiation-1', 'clearance-1', 'agreement-1'), count: fc.integer({ min: 1, max: 120 }) }),
  },
  { weight: 2, arbitrary: fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), filter: fc.nat(filters.length - 1), slow: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ turns: fc.integer({ min: 1, max: 4 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function interleave(store: EventStore, steps: readonly Step[]): Promise<void> {
  const followers: { follower: Follower; options: Subscribe }[] = [];
  const appends: Promise<unknown>[] = [];
  let number = 0;
  for (const one of steps) {
    if ('append' in one) {
      const types = ['SealAffixed', 'TextConfirmed'];
      const batch = eventsFrom(number, one.count).map((next, index) => ({ ...next, type: types[index % 2] ?? '' }));
      number += one.count;
      appends.push(store.append(one.append, 'any', batch));
    } else if ('turns' in one) {
      for (let turn = 0; turn < one.turns; turn += 1) await nextTurn();
    } else {
      const log = await wholeLog(store);
      const after = log[Math.floor(one.from * log.length)]?.position;
      const filter = filters[one.filter];
      const options = { ...(after === undefined ? {} : { after }), ...(filter === undefined ? {} : { filter }) };
      const pace = async () => {
        for (let turn = 0; turn < one.slow; turn += 1) await (turn % 2 ? nextTurn() : Promise.resolve());
      };
      followers.push({ follower: follow(store, options, pace), options });
    }
  }
  await Promise.all(appends);
  const log = await wholeLog(store);
  const head = await store.head();
  for (const { follower, options } of followers) {
    if (head !== undefined) await follower.past(head);
    await follower.stop();
    expect(ids(follower.events())).toEqual(ids(log.filter((stored) => stored.position > (options.after ?? 0n) && matches(options.filter, stored))));
    expectRising(follower.deliveries);
  }
}

/** Events rise strictly; what is said of positions in between never falls behind what was said before. */
function expectRising(deliveries: readonly Delivery[]): void {
  let said = 0n;
  for (const delivery of deliveries) {
    const position = reached(delivery);
    if (delivery.kind === 'caught-up') expect(position >= said).toBe(true);
    else expect(position > said).toBe(true);
    said = position;
  }
}

function matches(filter: Subscribe['filter'], { stream, type }: { stream: string; type: string }): boolean {
  if (filter === undefined) return true;
  if ('streamPrefixes' in filter) return filter.streamPrefixes.some((prefix) => stream.startsWith(prefix));
  if ('typePrefixes' in filter) return filter.typePrefixes.some((prefix) => type.startsWith(prefix));
  return 'streamPattern' in filter ? new RegExp(filter.streamPattern, 'u').test(stream) : new RegExp(filter.typePattern, 'u').test(type);
}
