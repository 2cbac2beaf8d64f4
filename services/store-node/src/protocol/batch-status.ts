import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import { EventStoreError } from '@lianyu/event-store';
import anyMessages from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessages from 'google-protobuf/google/protobuf/empty_pb.js';
import type { CallError } from './call-error.ts';
import { streamIdentifier } from './identifiers.ts';
import {
  AccessDenied,
  BadRequest,
  MaximumAppendSizeExceeded,
  Status as StatusMessage,
  StreamDeleted,
  Timeout,
  Unknown,
  WrongExpectedVersion,
} from './messages.ts';

/** Codes of `google.rpc.Code`. */
const CODE = { unknown: 2, invalidArgument: 3, deadlineExceeded: 4, notFound: 5, alreadyExists: 6, permissionDenied: 7 } as const;

interface Packed {
  serializeBinary(): Uint8Array;
}

/** `BatchAppend` tells how one of its appends failed not by a status of the call, but by one packed into a response. */
export function batchStatus(cause: unknown, error: CallError, stream: string): Status {
  if (cause instanceof EventStoreError && cause.code === 'WRONG_EXPECTED_REVISION')
    return status(CODE.alreadyExists, 'WrongExpectedVersion', wrongExpectedVersion(cause));
  const [exception] = error.metadata.get('exception');
  switch (exception) {
    case 'stream-deleted': {
      const deleted = new StreamDeleted();
      deleted.setStreamIdentifier(streamIdentifier(stream));
      return status(CODE.notFound, 'StreamDeleted', deleted);
    }
    case 'access-denied':
      return status(CODE.permissionDenied, 'AccessDenied', new AccessDenied());
    case 'maximum-append-size-exceeded': {
      const exceeded = new MaximumAppendSizeExceeded();
      exceeded.setMaxappendsize(Number(error.metadata.get('maximum-append-size')[0]));
      return status(CODE.invalidArgument, 'MaximumAppendSizeExceeded', exceeded);
    }
  }
  if (error.code !== CODE.invalidArgument) return status(CODE.unknown, 'Unknown', new Unknown());
  const bad = new BadRequest();
  bad.setMessage(error.details);
  return status(CODE.invalidArgument, 'BadRequest', bad);
}

export function timeoutStatus(): Status {
  return status(CODE.deadlineExceeded, 'Timeout', new Timeout());
}

function status(code: number, name: string, details: Packed): Status {
  const any = new anyMessages.Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  const packed = new StatusMessage();
  packed.setCode(code);
  packed.setMessage(name);
  packed.setDetails(any);
  return packed;
}

function wrongExpectedVersion({ data }: EventStoreError): Packed {
  const { expected, actual } = data;
  const wrong = new WrongExpectedVersion();
  if (actual === undefined || actual === 'no-stream') wrong.setCurrentNoStream(new emptyMessages.Empty());
  else wrong.setCurrentStreamRevision(actual);
  if (expected === 'no-stream') wrong.setExpectedNoStream(new emptyMessages.Empty());
  else if (expected === 'any') wrong.setExpectedAny(new emptyMessages.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new emptyMessages.Empty());
  else wrong.setExpectedStreamPosition(expected ?? '0');
  return wrong;
}
