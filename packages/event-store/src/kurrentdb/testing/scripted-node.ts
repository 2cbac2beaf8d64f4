import shared from '@eventstore/db-client/generated/shared_pb.js';
import { type IStreamsServer, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { AppendReq, ReadReq, ReadResp as ReadResponse } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, Server, ServerCredentials, type ServerWritableStream, type ServiceError, type status } from '@grpc/grpc-js';

const { Empty, StreamIdentifier, UUID } = shared;
const { AppendResp, DeleteResp, ReadResp, TombstoneResp } = streams;

export type ReadCall = ServerWritableStream<ReadReq, ReadResponse>;

/** What a node is told to answer. Anything not told is answered as by a guarded, empty store. */
export interface Script {
  append: (stream: string, requests: readonly AppendReq[]) => Promise<Answer> | Answer;
  read: (call: ReadCall) => void;
  remove: () => Answer;
}
export type Answer = { readonly answer: object; readonly trailers?: Metadata } | { readonly error: Partial<ServiceError> };

/** A gRPC server that answers as the script says: for what no well-behaved store does on demand. */
export interface ScriptedNode {
  readonly url: string;
  readonly script: Script;
  /** How often a client took the batch path. */
  batches: number;
  close(): void;
}

export async function startScriptedNode(over: Partial<Script> = {}): Promise<ScriptedNode> {
  const script: Script = { append: () => denied, remove: () => denied, read: (call) => call.end(), ...over };
  const node = { url: '', script, batches: 0, close: () => server.forceShutdown() };
  const services: IStreamsServer = {
    async append(call, done) {
      const requests: AppendReq[] = [];
      for await (const request of call) requests.push(request);
      const name = Buffer.from(requests[0]?.getOptions()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
      give(await script.append(name, requests), done);
    },
    read: (call) => script.read(call),
    delete: (_, done) => give(script.remove(), done),
    tombstone: (_, done) => give(script.remove(), done),
    batchAppend(call) {
      node.batches += 1;
      call.end();
    },
  };
  const server = new Server();
  server.addService(StreamsService, services);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  return Object.assign(node, { url: `esdb://127.0.0.1:${port}?tls=false` });
}

function give<Message>(answer: Answer, done: (error: Partial<ServiceError> | null, value?: Message, trailers?: Metadata) => void): void {
  if ('error' in answer) done(answer.error);
  else done(null, answer.answer as Message, answer.trailers);
}

/** An error as EventStoreDB tells it: the code of gRPC and, in trailers, what exactly. */
export function failing(
  code: status,
  trailers: Readonly<Record<string, string>> = {},
  details = 'said by the script',
): Answer & { error: Partial<ServiceError> } {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { error: { code, details, metadata } };
}

export const denied = failing(7, { exception: 'access-denied' });
export const removed = { answer: new DeleteResp() };
export const tombstoned = { answer: new TombstoneResp() };

export function appended(revision: number, position?: number, outcome?: 'appended' | 'idempotent'): Answer {
  const success = new AppendResp.Success();
  success.setCurrentRevision(String(revision));
  if (position === undefined) success.setNoPosition(new Empty());
  else {
    const at = new AppendResp.Position();
    at.setCommitPosition(String(position));
    at.setPreparePosition(String(position));
    success.setPosition(at);
  }
  const answer = new AppendResp();
  answer.setSuccess(success);
  const trailers = new Metadata();
  if (outcome) trailers.set('lianyu-outcome', outcome);
  return { answer, trailers };
}

export interface Written {
  readonly stream: string;
  readonly revision: number;
  readonly position: number | bigint;
  readonly id: string;
  readonly type?: string;
  readonly data?: string;
  readonly metadata?: string;
  readonly contentType?: string;
  readonly prepare?: number;
  readonly created?: string;
}

export function eventMessage(written: Written): ReadResponse {
  const { stream, revision, position, id, type = 'TextConfirmed', data = '{}', metadata = '{}', contentType = 'application/json' } = written;
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  const uuid = new UUID();
  uuid.setString(id);
  const event = new ReadResp.ReadEvent.RecordedEvent();
  event.setId(uuid);
  event.setStreamIdentifier(identifier);
  event.setStreamRevision(String(revision));
  event.setCommitPosition(String(position));
  event.setPreparePosition(String(written.prepare ?? position));
  event
    .getMetadataMap()
    .set('type', type)
    .set('content-type', contentType)
    .set('created', written.created ?? '17000000000000000');
  event.setData(Buffer.from(data));
  event.setCustomMetadata(Buffer.from(metadata));
  const read = new ReadResp.ReadEvent();
  read.setEvent(event);
  read.setCommitPosition(String(position));
  const message = new ReadResp();
  message.setEvent(read);
  return message;
}

export function caughtUpMessage(): ReadResponse {
  const message = new ReadResp();
  message.setCaughtUp(new ReadResp.CaughtUp());
  return message;
}

export function checkpointMessage(position: number): ReadResponse {
  const checkpoint = new ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  checkpoint.setPreparePosition(String(position));
  const message = new ReadResp();
  message.setCheckpoint(checkpoint);
  return message;
}
