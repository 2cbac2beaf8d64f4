import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { AppendReq, BatchAppendReq, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import { type CallOptions, type ClientReadableStream, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import emptyMessages from 'google-protobuf/google/protobuf/empty_pb.js';
import timestampMessages from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { streamIdentifier, uuidMessage } from './protocol/identifiers.ts';

/** Messages and calls below what a client library lets one say. */

export function rawClient(port: number): StreamsClient {
  return new StreamsClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
}

export function proposed(bytes = 10, system: Readonly<Record<string, string>> = { type: 'Raw', 'content-type': 'application/octet-stream' }) {
  const message = new streamsMessages.AppendReq.ProposedMessage();
  message.setId(uuidMessage(crypto.randomUUID()));
  for (const [key, value] of Object.entries(system)) message.getMetadataMap().set(key, value);
  message.setData(Buffer.alloc(bytes, 1));
  const request = new streamsMessages.AppendReq();
  request.setProposedMessage(message);
  return request;
}

export function appendOptions(stream: string): AppendReq {
  const options = new streamsMessages.AppendReq.Options();
  options.setStreamIdentifier(streamIdentifier(stream));
  options.setAny(new sharedMessages.Empty());
  const request = new streamsMessages.AppendReq();
  request.setOptions(options);
  return request;
}

/** What one `Append` ends with: its error, or undefined. */
export function appendCall(client: StreamsClient, requests: readonly AppendReq[], options: CallOptions = {}): Promise<ServiceError | undefined> {
  return new Promise((resolve) => {
    const call = client.append(new Metadata(), options, (error) => resolve(error ?? undefined));
    for (const request of requests) call.write(request);
    call.end();
  });
}

export function batchRequest(
  stream: string,
  given: { correlation?: string; bytes?: number; final?: boolean; deadline?: Date; options?: boolean } = {},
): BatchAppendReq {
  const { correlation = crypto.randomUUID(), bytes = 10, final = true, deadline, options = true } = given;
  const request = new streamsMessages.BatchAppendReq();
  request.setCorrelationId(uuidMessage(correlation));
  request.setIsFinal(final);
  if (options) {
    const said = new streamsMessages.BatchAppendReq.Options();
    said.setStreamIdentifier(streamIdentifier(stream));
    said.setAny(new emptyMessages.Empty());
    if (deadline) said.setDeadline(timestampMessages.Timestamp.fromDate(deadline));
    request.setOptions(said);
  }
  const message = new streamsMessages.BatchAppendReq.ProposedMessage();
  message.setId(uuidMessage(crypto.randomUUID()));
  message.getMetadataMap().set('type', 'Raw').set('content-type', 'application/octet-stream');
  message.setData(Buffer.alloc(bytes, 1));
  request.addProposedMessages(message);
  return request;
}

export function readRequest(stream: string | undefined, given: { subscription?: boolean; count?: number } = {}): ReadReq {
  const { Options } = streamsMessages.ReadReq;
  const options = new Options();
  if (stream === undefined) {
    const all = new Options.AllOptions();
    all.setStart(new sharedMessages.Empty());
    options.setAll(all);
  } else {
    const one = new Options.StreamOptions();
    one.setStreamIdentifier(streamIdentifier(stream));
    one.setStart(new sharedMessages.Empty());
    options.setStream(one);
  }
  if (given.subscription) options.setSubscription(new Options.SubscriptionOptions());
  else options.setCount(String(given.count ?? 1_000_000));
  options.setNoFilter(new sharedMessages.Empty());
  const ids = new Options.UUIDOption();
  ids.setString(new sharedMessages.Empty());
  options.setUuidOption(ids);
  const request = new streamsMessages.ReadReq();
  request.setOptions(options);
  return request;
}

/** What a `Read` gives until it ends, and its error if it has one. */
export async function readCall(
  call: ClientReadableStream<ReadResp>,
): Promise<{ readonly responses: readonly ReadResp[]; readonly error: ServiceError | undefined }> {
  const responses: ReadResp[] = [];
  try {
    for await (const response of call as AsyncIterable<ReadResp>) responses.push(response);
    return { responses, error: undefined };
  } catch (error) {
    return { responses, error: error as ServiceError };
  }
}
