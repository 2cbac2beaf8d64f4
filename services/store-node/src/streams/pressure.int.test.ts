import { status } from '@grpc/grpc-js';
import type { RawDelivery, RawStore } from '@lianyu/event-store/sqlite';
import { expect, test } from 'vitest';
import { nodeLimits } from '../limits.ts';
import { batchRequest, rawClient, readCall, readRequest } from '../raw-client.fixtures.ts';
import { failure, follow, numberedEvents, read, someStream, withNode } from '../store-node.fixtures.ts';

const KIB = 1_024;
const PATIENTLY = { timeout: 30_000 };

/** Counts what is taken out of a store's subscriptions. */
function counted(store: RawStore): { readonly store: RawStore; readonly taken: { events: number } } {
  const taken = { events: 0 };
  async function* count(deliveries: AsyncIterable<RawDelivery>): AsyncGenerator<RawDelivery> {
    for await (const delivery of deliveries) {
      if (delivery.kind === 'event') taken.events += 1;
      yield delivery;
    }
  }
  return { taken, store: { ...store, subscribe: (options) => count(store.subscribe(options)) } };
}

test('ES-72 whoever does not read on costs a cursor and what is on its way, whatever is written; and reads on where it was', () =>
  withNode(
    async ({ store, node, client }) => {
      const stream = someStream();
      const event = () => ({
        id: crypto.randomUUID(),
        type: 'Large',
        contentType: 'binary' as const,
        data: Buffer.alloc(100 * KIB, 1),
        metadata: Buffer.alloc(0),
      });
      for (let batch = 0; batch < 3; batch += 1) await store.append(stream, 'any', Array.from({ length: 100 }, event));
      const raw = rawClient(node.port);
      const slow = raw.read(readRequest(undefined, { subscription: true }));
      let seen = 0;
      slow.on('error', () => {});
      await new Promise<void>((first) => {
        slow.on('data', (response) => {
          if (response.hasConfirmation()) {
            slow.pause();
            first();
          } else if (response.hasEvent()) seen += 1;
        });
      });
      // Others are served meanwhile.
      expect(await read(client().readStream(stream, { maxCount: 150 }))).toHaveLength(150);
      await new Promise((settled) => setTimeout(settled, 300));
      expect(counting.taken.events).toBeLessThan(100);
      slow.resume();
      await expect.poll(() => seen, PATIENTLY).toBe(300);
      slow.cancel();
      raw.close();
    },
    {},
    (store) => {
      counting = counted(store);
      return counting.store;
    },
  ));
let counting: ReturnType<typeof counted>;

test('ES-72 a batch is not read on while too much of it waits to be acknowledged, and all of it is answered', () => {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = 0;
  return withNode(
    async ({ node }) => {
      const raw = rawClient(node.port);
      const call = raw.batchAppend();
      let answered = 0;
      call.on('error', () => {});
      call.on('data', () => {
        answered += 1;
      });
      const stream = someStream();
      for (let index = 0; index < 2 * nodeLimits.unacknowledgedAppends; index += 1) call.write(batchRequest(stream));
      await expect.poll(() => begun, PATIENTLY).toBe(nodeLimits.unacknowledgedAppends);
      await new Promise((settled) => setTimeout(settled, 200));
      expect(begun).toBe(nodeLimits.unacknowledgedAppends);
      expect(answered).toBe(0);
      release();
      await expect.poll(() => answered, PATIENTLY).toBe(2 * nodeLimits.unacknowledgedAppends);
      call.cancel();
      raw.close();
    },
    {},
    (store) => ({
      ...store,
      async append(...given) {
        begun += 1;
        await released;
        return store.append(...given);
      },
    }),
  );
});

test('ES-73 too many unfinished appends of one batch are refused one by one, and the rest of them is passed over', () =>
  withNode(async ({ node }) => {
    const raw = rawClient(node.port);
    const call = raw.batchAppend();
    const answers: string[] = [];
    call.on('error', () => {});
    call.on('data', (response) => answers.push(response.hasSuccess() ? 'success' : response.getError()?.getMessage()));
    const correlations = Array.from({ length: nodeLimits.unfinishedAppends + 3 }, () => crypto.randomUUID());
    for (const correlation of correlations) call.write(batchRequest(someStream(), { correlation, final: false }));
    await expect.poll(() => answers, PATIENTLY).toEqual(['Unknown', 'Unknown', 'Unknown']);
    for (const correlation of correlations) call.write(batchRequest('', { correlation, options: false }));
    await expect.poll(() => answers.length, PATIENTLY).toBe(correlations.length);
    expect(answers.slice(3)).toEqual(Array.from({ length: nodeLimits.unfinishedAppends }, () => 'success'));
    call.cancel();
    raw.close();
  }));

test('ES-75 a node that is asked to end answers what it has accepted, lets reads finish, and tells subscribers to come back', async () => {
  await withNode(async ({ node, client }) => {
    const stream = someStream();
    const own = client();
    await own.appendToStream(stream, numberedEvents(900));
    const follower = follow(client().subscribeToAll());
    await follower.until(({ caughtUp }) => caughtUp === 1);
    const raw = rawClient(node.port);
    const reading = readCall(raw.read(readRequest(stream)));
    const appending = Promise.allSettled(Array.from({ length: 50 }, () => own.appendToStream(stream, numberedEvents(1))));
    await own.appendToStream(`${stream}-b`, numberedEvents(1));
    await node.close();
    expect(await failure(follower.until(() => false))).toMatchObject({ type: 'unavailable', code: status.UNAVAILABLE });
    const { responses, error } = await reading;
    expect(error).toBeUndefined();
    expect(responses.length).toBeGreaterThanOrEqual(900);
    for (const outcome of await appending) expect(outcome.status === 'fulfilled' || outcome.reason.type === 'unavailable').toBe(true);
    raw.close();
  });
});
