import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { EventStoreError, limits } from '@lianyu/event-store';
import { expect, test } from 'vitest';
import { appendCall, appendOptions, batchRequest, proposed, rawClient, readCall, readRequest } from '../raw-client.fixtures.ts';
import { failure, numberedEvents, read, someStream, usersOf, withNode } from '../store-node.fixtures.ts';
import { streamIdentifier } from './identifiers.ts';

const PATIENTLY = { timeout: 30_000 };
const trailers = (error: ServiceError | undefined) => error?.metadata.getMap();

test('ES-68 a conflict, a stream that is gone and one that never was end a call with the documented trailers', () =>
  withNode(async ({ node, client }) => {
    const raw = rawClient(node.port);
    const stream = someStream();
    await client().appendToStream(stream, numberedEvents(3));
    const deletion = (expected: (options: InstanceType<typeof streamsMessages.DeleteReq.Options>) => void) =>
      new Promise<ServiceError | null>((resolve) => {
        const options = new streamsMessages.DeleteReq.Options();
        options.setStreamIdentifier(streamIdentifier(stream));
        expected(options);
        const request = new streamsMessages.DeleteReq();
        request.setOptions(options);
        raw.delete(request, (error) => resolve(error));
      });
    const wrong = (expected: string) => ({
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expected,
      'actual-version': '2',
    });
    const numbered = await deletion((options) => options.setRevision('9'));
    expect(numbered?.code).toBe(status.FAILED_PRECONDITION);
    expect(trailers(numbered ?? undefined)).toMatchObject(wrong('9'));
    expect(trailers((await deletion((options) => options.setNoStream(new sharedMessages.Empty()))) ?? undefined)).toMatchObject(wrong('-1'));

    await client().tombstoneStream(stream);
    const { error } = await readCall(raw.read(readRequest(stream)));
    expect(error?.code).toBe(status.FAILED_PRECONDITION);
    expect(trailers(error)).toMatchObject({ exception: 'stream-deleted', 'stream-name': stream });
    const never = await readCall(raw.read(readRequest('never')));
    expect(never.error).toBeUndefined();
    expect(never.responses.map((response) => response.getStreamNotFound()?.getStreamIdentifier()?.getStreamName_asU8())).toEqual([
      Uint8Array.from(Buffer.from('never')),
    ]);
    raw.close();
  }));

test('ES-68 a name that gRPC cannot carry in a trailer is percent-encoded there', () =>
  withNode(async ({ client }) => {
    const stream = `项目-${someStream()}`;
    await client().appendToStream(stream, numberedEvents(1));
    await client().tombstoneStream(stream);
    expect(await failure(read(client().readStream(stream)))).toMatchObject({ type: 'stream-deleted', streamName: encodeURIComponent(stream) });
    expect(await failure(client().appendToStream(stream, numberedEvents(1)))).toMatchObject({ type: 'stream-deleted', streamName: stream });
  }));

test('ES-68 an event without a type or a content type is refused by name', () =>
  withNode(async ({ node, client }) => {
    const raw = rawClient(node.port);
    for (const system of [{ type: 'T' }, { 'content-type': 'application/json' }] as Record<string, string>[]) {
      const error = await appendCall(raw, [appendOptions('s'), proposed(1, system)]);
      expect(error?.code).toBe(status.INVALID_ARGUMENT);
      expect(trailers(error)).toMatchObject({
        exception: 'missing-required-metadata-property',
        'required-metadata-properties': 'type,content-type',
      });
    }
    expect(await failure(read(client().readStream('s')))).toMatchObject({ type: 'stream-not-found' });
    raw.close();
  }));

test('ES-68 ES-73 what is too large is refused by its limit, and nothing of it is stored', () =>
  withNode(async ({ node, client }) => {
    const own = client();
    const stream = someStream();
    const large = (bytes: number) => jsonEvent({ type: 'Large', data: { text: 'x'.repeat(bytes) } });
    const credentials = { username: 'any', password: 'body' };
    for (const way of [{}, { credentials }]) {
      expect(await failure(own.appendToStream(stream, large(limits.eventBytes), way))).toMatchObject({
        type: 'maximum-append-size-exceeded',
        maxAppendSize: limits.eventBytes,
      });
      expect(await failure(own.appendToStream(stream, numberedEvents(limits.batchEvents + 1), way))).toMatchObject({ type: 'unknown' });
    }
    const bytes = Array.from({ length: 17 }, () => binaryEvent({ type: 'Large', data: new Uint8Array(1_000_000) }));
    expect(await failure(own.appendToStream(stream, bytes))).toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: limits.batchBytes,
    });
    await own.appendToStream(stream, large(limits.eventBytes - 100));
    expect(await read(own.readStream(stream))).toHaveLength(1);

    const raw = rawClient(node.port);
    const pieces = await appendCall(raw, [appendOptions(stream), ...Array.from({ length: 17 }, () => proposed(1_000_000))]);
    expect(trailers(pieces)).toMatchObject({ exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limits.batchBytes) });
    const whole = await appendCall(raw, [appendOptions(stream), proposed(20_000_000)]);
    expect(whole?.code).toBe(status.RESOURCE_EXHAUSTED);
    raw.close();
    expect(await read(own.readStream(stream))).toHaveLength(1);
  }));

test('ES-68 who is not known is told so by the status of the call', async () =>
  withNode(
    async ({ node }) => {
      const raw = rawClient(node.port);
      const withHeader = (header?: string) => {
        const metadata = new Metadata();
        if (header !== undefined) metadata.set('authorization', header);
        return metadata;
      };
      const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
      const answer = async (header?: string) => (await readCall(raw.read(readRequest('s'), withHeader(header)))).error?.code;
      for (const header of [
        undefined,
        'Basic',
        'Basic !!!',
        'Bearer token',
        basic('someone'),
        basic(':x'),
        basic('someone:wrong'),
        basic('else:secret'),
        basic(`someone:${'x'.repeat(5_000)}`),
      ])
        expect(await answer(header), String(header)).toBe(status.UNAUTHENTICATED);
      expect(await answer(basic('someone:secret'))).toBeUndefined();
      raw.close();
    },
    { users: await usersOf(['someone', 'secret']) },
  ));

test('ES-73 a deadline that has passed is answered, and what was not begun is not done', () =>
  withNode(async ({ node, client }) => {
    const own = client();
    const stream = someStream();
    expect(await failure(own.appendToStream(stream, numberedEvents(1), { deadline: -1 }))).toMatchObject({ type: 'deadline-exceeded' });

    const raw = rawClient(node.port);
    const error = await new Promise<ServiceError | null>((resolve) => {
      const call = raw.append(new Metadata(), { deadline: Date.now() + 150 }, (failed) => resolve(failed));
      call.write(appendOptions(stream));
      call.write(proposed());
      setTimeout(() => call.end(), 2_000);
    });
    expect(error?.code).toBe(status.DEADLINE_EXCEEDED);

    const batch = raw.batchAppend();
    const answers: unknown[] = [];
    batch.on('data', (response) => answers.push(response.getError()?.getMessage()));
    batch.on('error', () => {});
    batch.write(batchRequest(stream, { final: false, deadline: new Date(Date.now() + 100) }));
    await expect.poll(() => answers, PATIENTLY).toEqual(['Timeout']);
    batch.cancel();
    raw.close();
    expect(await failure(read(own.readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
  }));

test('ES-68 a store that has failed is reported to whoever runs the node, and clients are told to look elsewhere', async () => {
  const failed = new EventStoreError('STORE_FAILED', { problem: 'disk' });
  const reported: unknown[] = [];
  const raise = () => {
    throw failed;
  };
  await withNode(
    async ({ client, node }) => {
      expect(await failure(read(client().readAll()))).toMatchObject({ type: 'unavailable' });
      const raw = rawClient(node.port);
      expect((await appendCall(raw, [appendOptions('s'), proposed()]))?.code).toBe(status.UNAVAILABLE);
      raw.close();
      expect(await failure(client().appendToStream('s', numberedEvents(1)))).toMatchObject({ type: 'unknown' });
    },
    { report: (trouble) => reported.push(trouble) },
    (store) => ({ ...store, readAll: raise, append: raise }),
  );
  expect(reported).toEqual([failed, failed, failed]);
});

test('ES-61 our own adapter is told beyond the protocol whether an append wrote, and a part of one is not taken for it', () =>
  withNode(async ({ node, client }) => {
    const raw = rawClient(node.port);
    const stream = someStream();
    const requests = [appendOptions(stream), proposed(), proposed()];
    const appending = (said: number) =>
      new Promise<{ outcome: unknown; code: number | undefined }>((resolve) => {
        const metadata = new Metadata();
        metadata.set('lianyu-events', String(said));
        const call = raw.append(metadata, () => {});
        call.on('status', ({ code, metadata: trailers }) => resolve({ outcome: trailers.get('lianyu-outcome')[0], code }));
        for (const request of requests) call.write(request);
        call.end();
      });
    expect(await appending(3)).toMatchObject({ code: status.INVALID_ARGUMENT });
    expect(await failure(read(client().readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
    expect(await appending(2)).toEqual({ code: status.OK, outcome: 'appended' });
    expect(await appending(2)).toEqual({ code: status.OK, outcome: 'idempotent' });
    raw.close();
  }));
