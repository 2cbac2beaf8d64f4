import { once } from 'node:events';
import { openSync } from 'node:fs';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featureMessages from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp, ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import {
  Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerWritableStream,
  type ServiceDefinition,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { newEvent } from './events.ts';
import { appendRaw } from './raw-disk.ts';

/**
 * What the wire costs without a store: appends are acknowledged and forgotten, and `$all` answers with responses that were
 * made beforehand. To our own adapter it says what the node says: that it wrote, and that nobody may delete the ledger.
 * A process of its own: `node bare-endpoint.ts <events> [<file>]` prints `READY <port>` and ends when its standard input does.
 * With a file, 400 bytes are brought to the disk before each append is acknowledged: the least that any store does.
 */

const events = Number(process.argv[2] ?? '10000');
if (!Number.isSafeInteger(events) || events < 0) throw new Error('usage: bare-endpoint.ts <how many events $all has>');
const file = process.argv[3] === undefined ? undefined : openSync(process.argv[3], 'a');
const prepared = Array.from({ length: events }, (_, index) => readResponse(BigInt(index)));
let last = BigInt(events);

const server = new Server({ 'grpc.enable_channelz': 0, 'grpc.max_receive_message_length': 17 * 1_048_576 });
server.addService(ServerFeaturesService, {
  getSupportedMethods: (_call: unknown, answer: sendUnaryData<unknown>) => answer(null, supportedMethods()),
});
const streams: ServiceDefinition = { ...StreamsService, read: { ...StreamsService.read, responseSerialize: (bytes: Buffer) => bytes } };
server.addService(streams, {
  read: readAll,
  batchAppend,
  append,
  delete: denied,
  tombstone: denied,
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`READY ${port}\n`);
});
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));

async function readAll(call: ServerWritableStream<ReadReq, Buffer>): Promise<void> {
  const options = call.request.getOptions();
  const count = Math.min(Number(options?.getCount() ?? '0'), events);
  const backwards = options?.getReadDirection() === streamsMessages.ReadReq.Options.ReadDirection.BACKWARDS;
  // Forwards from a position: the first event stands at 1.
  const from = Math.max(0, Number(options?.getAll()?.getPosition()?.getCommitPosition() ?? '0') - 1);
  for (const bytes of backwards ? prepared.slice(events - count).reverse() : prepared.slice(from, from + count)) {
    if (call.cancelled) return;
    if (!call.write(bytes)) await once(call, 'drain');
  }
  call.end();
}

function batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
  call.on('data', (request: BatchAppendReq) => {
    last += BigInt(request.getProposedMessagesList().length);
    if (!request.getIsFinal()) return;
    const at = new sharedMessages.AllStreamPosition();
    at.setCommitPosition(String(last));
    at.setPreparePosition(String(last));
    const success = new streamsMessages.BatchAppendResp.Success();
    success.setCurrentRevision(String(last));
    success.setPosition(at);
    const response = new streamsMessages.BatchAppendResp();
    response.setCorrelationId(request.getCorrelationId());
    response.setStreamIdentifier(request.getOptions()?.getStreamIdentifier());
    response.setSuccess(success);
    call.write(response);
  });
  call.on('end', () => call.end());
}

function append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
  let ofMetadata = false;
  call.on('data', (request: AppendReq) => {
    const name = request.getOptions()?.getStreamIdentifier()?.getStreamName_asU8();
    if (name) ofMetadata = Buffer.from(name).toString('utf8').startsWith('$$');
    else last += 1n;
  });
  call.on('end', () => {
    if (ofMetadata) {
      denied(call, answer);
      return;
    }
    if (file !== undefined) appendRaw(file);
    const at = new streamsMessages.AppendResp.Position();
    at.setCommitPosition(String(last));
    at.setPreparePosition(String(last));
    const success = new streamsMessages.AppendResp.Success();
    success.setCurrentRevision(String(last));
    success.setPosition(at);
    const response = new streamsMessages.AppendResp();
    response.setSuccess(success);
    const trailers = new Metadata();
    trailers.set('lianyu-outcome', 'appended');
    answer(null, response, trailers);
  });
}

function denied(_call: unknown, answer: sendUnaryData<never>): void {
  const metadata = new Metadata();
  metadata.set('exception', 'access-denied');
  answer({ code: status.PERMISSION_DENIED, details: 'Access Denied', metadata });
}

function supportedMethods() {
  const response = new featureMessages.SupportedMethods();
  response.setEventStoreServerVersion('23.10.0');
  for (const name of ['read', 'append', 'batchappend']) {
    const method = new featureMessages.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    response.addMethods(method);
  }
  return response;
}

/** By the generated code, whatever the node does. */
function readResponse(index: bigint): Buffer {
  const { id, type, data, metadata } = newEvent();
  const uuid = new sharedMessages.UUID();
  uuid.setString(id);
  const stream = new sharedMessages.StreamIdentifier();
  stream.setStreamName(Buffer.from(`negotiation-${index / 100n}`));
  const recorded = new streamsMessages.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid);
  recorded.setStreamIdentifier(stream);
  recorded.setStreamRevision(String(index % 100n));
  recorded.setCommitPosition(String(index + 1n));
  recorded.setPreparePosition(String(index + 1n));
  recorded.getMetadataMap().set('type', type).set('content-type', 'application/json').set('created', '17639712000000000');
  recorded.setCustomMetadata(Buffer.from(JSON.stringify(metadata)));
  recorded.setData(Buffer.from(JSON.stringify(data)));
  const event = new streamsMessages.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(index + 1n));
  const response = new streamsMessages.ReadResp();
  response.setEvent(event);
  return Buffer.from(response.serializeBinary());
}
