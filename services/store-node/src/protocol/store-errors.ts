import { status } from '@grpc/grpc-js';
import { EventStoreError } from '@lianyu/event-store';
import {
  accessDenied,
  CallError,
  invalidArgument,
  maximumAppendSizeExceeded,
  streamDeleted,
  tooBusy,
  unavailable,
  wrongExpectedVersion,
} from './call-error.ts';

/** Told of what whoever runs the node must know: a store that has failed, a bug. */
export type Report = (trouble: unknown) => void;

/**
 * What went wrong in the engine, in the protocol's words. A ledger stream's refusal to be deleted is an access that nobody
 * has (EV-5). A store that has failed is reported; so is what is neither an error of the store nor of the call: that is a
 * bug, and told to nobody else.
 */
export function callError(cause: unknown, report: Report): CallError {
  if (cause instanceof CallError) return cause;
  if (cause instanceof EventStoreError) {
    if (cause.code === 'STORE_FAILED') report(cause);
    return storeCallError(cause);
  }
  report(cause);
  return new CallError(status.INTERNAL, 'Internal error', {}, cause);
}

function storeCallError({ code, data }: EventStoreError): CallError {
  const stream = data['stream'] ?? '';
  switch (code) {
    case 'WRONG_EXPECTED_REVISION':
      return wrongExpectedVersion(stream, asNumber(data['expected']), asNumber(data['actual']));
    case 'STREAM_DELETED':
    case 'STREAM_TOMBSTONED':
      return streamDeleted(stream);
    case 'LEDGER_NOT_DELETED':
      return accessDenied();
    case 'INPUT_INVALID':
      return invalidArgument(`${data['field']}: ${data['problem']}`);
    case 'LIMIT_EXCEEDED':
      return limitExceeded(data);
    case 'STORE_FULL':
      return new CallError(status.RESOURCE_EXHAUSTED, code);
    case 'STORE_CLOSED':
      return unavailable('Server Is Not Ready');
    default:
      return unavailable(code);
  }
}

function limitExceeded(data: Readonly<Record<string, string>>): CallError {
  const { limit = '', allowed = '', actual = '' } = data;
  if (limit === 'eventBytes' || limit === 'batchBytes') return maximumAppendSizeExceeded(Number(allowed));
  if (limit.startsWith('waiting')) return tooBusy();
  return invalidArgument(`${limit}: ${actual} is more than ${allowed}`);
}

function asNumber(revision: string | undefined): string {
  return revision === 'no-stream' ? '-1' : revision === 'any' ? '-2' : revision === 'stream-exists' ? '-4' : (revision ?? '');
}
