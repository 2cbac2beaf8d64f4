import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BACKWARDS, END, jsonEvent, KurrentDBClient, NO_STREAM, START, streamNameFilter } from '@kurrent/kurrentdb-client';
import { afterAll, expect, test } from 'vitest';
import { endAll, startProcess } from './process.fixtures.ts';

const data = mkdtempSync(join(tmpdir(), 'lianyu-store-node-'));
afterAll(() => {
  endAll();
  rmSync(data, { recursive: true, force: true });
});

const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => ({ ...(error as object) }),
  );

/**
 * A second unmodified client: the successor of the one that the platform uses. Its reads go through another gRPC stack, in
 * Rust. The node is a process of its own: the generated code of both clients defines the same global names.
 */
test('ES-60 the client of the product’s later line appends, reads, subscribes and deletes', async () => {
  const { line, end } = startProcess(['--data', data, '--port', '0']);
  const address = (await line()).replace('READY esdb://', 'kurrentdb://');
  const client = KurrentDBClient.connectionString(address);
  const stream = 'probe-项目';
  const event = (number: number) => jsonEvent({ type: 'Numbered', data: { number }, metadata: { 来源: '测试' } });
  const first = await client.appendToStream(stream, [event(0), event(1)], { streamState: NO_STREAM });
  expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
  expect(await failure(client.appendToStream(stream, event(2), { streamState: NO_STREAM }))).toMatchObject({
    type: 'wrong-expected-version',
    actualState: 1n,
  });

  const seen = async (events: AsyncIterable<{ event?: { revision: bigint | number; data: unknown; metadata: unknown } | undefined }>) => {
    const told: unknown[] = [];
    for await (const resolved of events) told.push((resolved.event?.data as { number?: number } | undefined)?.number);
    return told;
  };
  expect(await seen(client.readStream(stream))).toEqual([0, 1]);
  expect(await seen(client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 }))).toEqual([1]);
  expect(await seen(client.readAll({ direction: BACKWARDS, fromPosition: END }))).toEqual([1, 0]);
  expect(await failure(seen(client.readStream('never-written')))).toMatchObject({ type: 'stream-not-found', streamName: 'never-written' });
  for await (const { event: recorded } of client.readStream(stream, { maxCount: 1 }))
    expect(recorded).toMatchObject({ streamId: stream, type: 'Numbered', isJson: true, metadata: { 来源: '测试' } });

  const subscription = client.subscribeToAll({ fromPosition: START, filter: streamNameFilter({ prefixes: [stream] }) });
  const live: unknown[] = [];
  subscription.on('data', ({ event: recorded }) => live.push((recorded?.data as { number?: number } | undefined)?.number));
  subscription.on('error', (error) => live.push(error));
  await client.appendToStream(stream, event(2), { streamState: 1n });
  await expect.poll(() => live, { timeout: 30_000 }).toEqual([0, 1, 2]);
  await subscription.unsubscribe();

  await client.setStreamMetadata(stream, { maxCount: 1 });
  expect(await seen(client.readStream(stream))).toEqual([2]);
  await client.deleteStream(stream);
  expect(await failure(seen(client.readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
  await client.appendToStream(stream, event(3));
  expect(await seen(client.readStream(stream))).toEqual([3]);
  await client.tombstoneStream(stream);
  expect(await failure(seen(client.readStream(stream)))).toMatchObject({ type: 'stream-deleted' });
  await client.dispose();
  expect(await end()).toBe(0);
});
