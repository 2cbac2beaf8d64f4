import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { streamIdentifier } from '../protocol/identifiers.ts';
import { ReadResp as ReadRespMessage } from '../protocol/messages.ts';

/** A response to `Read`: an event as its bytes, anything else as the generated message. */
export type ReadResponse = ReadResp | Buffer;

export function serializeReadResponse(response: ReadResponse): Buffer {
  return Buffer.isBuffer(response) ? response : Buffer.from(response.serializeBinary());
}

export function confirmation(subscriptionId: string): ReadResp {
  const response = new ReadRespMessage();
  const confirmed = new ReadRespMessage.SubscriptionConfirmation();
  confirmed.setSubscriptionId(subscriptionId);
  response.setConfirmation(confirmed);
  return response;
}

export function checkpoint(at: bigint): ReadResp {
  const response = new ReadRespMessage();
  const reached = new ReadRespMessage.Checkpoint();
  reached.setCommitPosition(String(at));
  reached.setPreparePosition(String(at));
  response.setCheckpoint(reached);
  return response;
}

export function caughtUp(): ReadResp {
  const response = new ReadRespMessage();
  response.setCaughtUp(new ReadRespMessage.CaughtUp());
  return response;
}

export function streamNotFound(stream: string): ReadResp {
  const response = new ReadRespMessage();
  const missing = new ReadRespMessage.StreamNotFound();
  missing.setStreamIdentifier(streamIdentifier(stream));
  response.setStreamNotFound(missing);
  return response;
}

export function firstStreamPosition(revision: bigint): ReadResp {
  const response = new ReadRespMessage();
  response.setFirstStreamPosition(String(revision));
  return response;
}

export function lastStreamPosition(revision: bigint): ReadResp {
  const response = new ReadRespMessage();
  response.setLastStreamPosition(String(revision));
  return response;
}
