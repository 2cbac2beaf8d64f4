import { NO_STREAM } from '@eventstore/db-client';
import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendCall, appendOptions, batchRequest, proposed, rawClient, readCall } from '../raw-client.fixtures.ts';
import { numberedEvents, withNode } from '../store-node.fixtures.ts';

const { Options } = streamsMessages.ReadReq;
const { Empty, StreamIdentifier } = sharedMessages;

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const number = fc.constantFrom('0', '1', '9223372036854775807', '9223372036854775808', '18446744073709551615');
const name = fc.oneof(
  fc.uint8Array({ maxLength: 10 }),
  fc.constantFrom('', '$all', '$$', '$$$$x', 's', '\u0000').map((text) => Uint8Array.from(Buffer.from(text))),
);

const where = fc.record({ position: maybe(number), end: fc.boolean() });

const allOptions = where.map(({ position, end }) => {
  const all = new Options.AllOptions();
  const at = new Options.Position();
  at.setCommitPosition(position ?? '0');
  if (position !== undefined) all.setPosition(at);
  else if (end) all.setEnd(new Empty());
  return all;
});

const streamOptions = fc.tuple(maybe(name), where).map(([bytes, { position, end }]) => {
  const stream = new Options.StreamOptions();
  const identifier = new StreamIdentifier();
  identifier.setStreamName(bytes ?? '');
  if (bytes) stream.setStreamIdentifier(identifier);
  if (position !== undefined) stream.setRevision(position);
  else if (end) stream.setEnd(new Empty());
  return stream;
});

const filterOptions = fc
  .record({ pattern: fc.string({ maxLength: 8 }), prefixes: fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }), window: maybe(fc.nat()) })
  .map(({ pattern, prefixes, window }) => {
    const expression = new Options.FilterOptions.Expression();
    expression.setRegex(pattern);
    expression.setPrefixList(prefixes);
    const filter = new Options.FilterOptions();
    filter.setEventType(expression);
    if (window === undefined) filter.setCount(new Empty());
    else filter.setMax(window);
    return filter;
  });

const reads = fc
  .record({
    of: fc.oneof(allOptions, streamOptions),
    count: maybe(number),
    filter: maybe(filterOptions),
    direction: fc.constantFrom(0, 1, 7),
    ids: fc.boolean(),
    links: fc.boolean(),
  })
  .map(({ of, count, filter, direction, ids, links }) => {
    const options = new Options();
    if (of instanceof Options.AllOptions) options.setAll(of);
    else options.setStream(of);
    if (count !== undefined) options.setCount(count);
    if (filter) options.setFilter(filter);
    else options.setNoFilter(new Empty());
    options.setReadDirection(direction as 0);
    if (ids) options.setUuidOption(new Options.UUIDOption());
    options.setResolveLinks(links);
    const request = new streamsMessages.ReadReq();
    request.setOptions(options);
    return request;
  });

test('ES-68 whatever a client says, it is answered, and the node goes on', () =>
  withNode(async ({ node, client, bugs }) => {
    const raw = rawClient(node.port);
    const answers = async (request: InstanceType<typeof streamsMessages.ReadReq>) => {
      const { error } = await readCall(raw.read(request));
      expect([undefined, status.INVALID_ARGUMENT]).toContain(error?.code);
    };
    await answers(new streamsMessages.ReadReq());
    await fc.assert(fc.asyncProperty(reads, answers), { numRuns: 300 });

    const appends = [[], [proposed()], [appendOptions('s')], [appendOptions('s'), appendOptions('s')], [appendOptions(''), proposed()]];
    for (const requests of [...appends, [new streamsMessages.AppendReq()]]) expect((await appendCall(raw, requests))?.code).toBeDefined();

    const batch = raw.batchAppend();
    const told: unknown[] = [];
    batch.on('data', (response) => told.push(response.getError()?.getMessage()));
    const ended = new Promise((resolve) => batch.on('error', resolve));
    const wordless = batchRequest('s');
    wordless.getOptions()?.clearAny();
    batch.write(wordless);
    const nameless = batchRequest('s');
    nameless.getOptions()?.clearStreamIdentifier();
    batch.write(nameless);
    await expect.poll(() => told, { timeout: 30_000 }).toEqual(['BadRequest', 'BadRequest']);
    // What cannot be told whose it is ends the call.
    batch.write(batchRequest('s', { correlation: 'no uuid' }));
    expect(await ended).toMatchObject({ code: status.INVALID_ARGUMENT });

    expect(bugs).toEqual([]);
    await client().appendToStream('s', numberedEvents(1), { expectedRevision: NO_STREAM });
    raw.close();
  }));
