/**
 * The generated messages of EventStoreDB's protocol, as `@eventstore/db-client` ships them, and how we fill them. They are
 * CommonJS whose names Node cannot see, so that values come through the default export.
 */

import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadReq as ReadRequest } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { bytesOf, type EncodedEvent } from '../input/batch.ts';
import type { Matching } from '../input/filter.ts';
import type { ExpectedRevision } from '../port.ts';

const { Empty, StreamIdentifier, UUID } = shared;
const { AppendReq, DeleteReq, ReadReq, TombstoneReq } = streams;
const { Options } = ReadReq;

export type AppendRequest = InstanceType<typeof AppendReq>;

/** A request to append, in the pieces in which it is sent: where to, then each event as the bytes that are to be stored. */
export function appendRequests(stream: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): readonly AppendRequest[] {
  const options = new AppendReq.Options();
  options.setStreamIdentifier(identifierOf(stream));
  expect(options, expected);
  const header = new AppendReq();
  header.setOptions(options);
  return [header, ...events.map(proposed)];
}

function proposed({ id, type, data, metadata }: EncodedEvent): AppendRequest {
  const uuid = new UUID();
  uuid.setString(id);
  const message = new AppendReq.ProposedMessage();
  message.setId(uuid);
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  message.setData(bytesOf(data));
  message.setCustomMetadata(bytesOf(metadata));
  const request = new AppendReq();
  request.setProposedMessage(message);
  return request;
}

export function deleteRequest(stream: string, expected: ExpectedRevision): InstanceType<typeof DeleteReq> {
  const options = new DeleteReq.Options();
  options.setStreamIdentifier(identifierOf(stream));
  expect(options, expected);
  const request = new DeleteReq();
  request.setOptions(options);
  return request;
}

export function tombstoneRequest(stream: string, expected: ExpectedRevision): InstanceType<typeof TombstoneReq> {
  const options = new TombstoneReq.Options();
  options.setStreamIdentifier(identifierOf(stream));
  expect(options, expected);
  const request = new TombstoneReq();
  request.setOptions(options);
  return request;
}

/** How much of a stream or of the log to read: so many events, or all there will be. */
export type Extent = { readonly count: number; readonly direction: 'forwards' | 'backwards' } | 'subscription';

/** `from` is inclusive for a read, exclusive for a subscription. */
export function streamRequest(stream: string, from: bigint | 'start' | 'end', extent: Extent): ReadRequest {
  const of = new Options.StreamOptions();
  of.setStreamIdentifier(identifierOf(stream));
  if (from === 'start') of.setStart(new Empty());
  else if (from === 'end') of.setEnd(new Empty());
  else of.setRevision(String(from));
  const options = optionsFor(extent, undefined);
  options.setStream(of);
  return requestWith(options);
}

/** Forwards `from` is inclusive, backwards and for a subscription exclusive. */
export function allRequest(from: bigint | 'start' | 'end', extent: Extent, filter?: Matching): ReadRequest {
  const of = new Options.AllOptions();
  if (from === 'start') of.setStart(new Empty());
  else if (from === 'end') of.setEnd(new Empty());
  else {
    const position = new Options.Position();
    position.setCommitPosition(String(from));
    position.setPreparePosition(String(from));
    of.setPosition(position);
  }
  const options = optionsFor(extent, filter);
  options.setAll(of);
  return requestWith(options);
}

function optionsFor(extent: Extent, filter: Matching | undefined): InstanceType<typeof Options> {
  const uuid = new Options.UUIDOption();
  uuid.setString(new Empty());
  const options = new Options();
  options.setUuidOption(uuid);
  options.setResolveLinks(false);
  if (extent === 'subscription') options.setSubscription(new Options.SubscriptionOptions());
  else {
    options.setCount(String(extent.count));
    options.setReadDirection(extent.direction === 'forwards' ? Options.ReadDirection.FORWARDS : Options.ReadDirection.BACKWARDS);
  }
  if (filter === undefined) options.setNoFilter(new Empty());
  else options.setFilter(filterOptions(filter));
  return options;
}

/** How many events a filtered subscription looks at between two of its checkpoints: window times multiplier. */
const WINDOW = 256;
const WINDOWS = 4;

function filterOptions(filter: Matching): InstanceType<typeof Options.FilterOptions> {
  const expression = new Options.FilterOptions.Expression();
  if ('pattern' in filter) expression.setRegex(filter.pattern);
  else expression.setPrefixList([...filter.prefixes]);
  const options = new Options.FilterOptions();
  if (filter.of === 'stream') options.setStreamIdentifier(expression);
  else options.setEventType(expression);
  options.setMax(WINDOW);
  options.setCheckpointintervalmultiplier(WINDOWS);
  return options;
}

function requestWith(options: InstanceType<typeof Options>): ReadRequest {
  const request = new ReadReq();
  request.setOptions(options);
  return request;
}

function identifierOf(stream: string): InstanceType<typeof StreamIdentifier> {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  return identifier;
}

/** What appends, deletions and tombstones say of the stream in the same four words. */
interface Expecting {
  setRevision(value: string): unknown;
  setNoStream(value: InstanceType<typeof Empty>): unknown;
  setStreamExists(value: InstanceType<typeof Empty>): unknown;
  setAny(value: InstanceType<typeof Empty>): unknown;
}

function expect(options: Expecting, expected: ExpectedRevision): void {
  if (expected === 'no-stream') options.setNoStream(new Empty());
  else if (expected === 'stream-exists') options.setStreamExists(new Empty());
  else if (expected === 'any') options.setAny(new Empty());
  else options.setRevision(String(expected));
}
