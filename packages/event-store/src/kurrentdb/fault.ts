import { type Metadata, status } from '@grpc/grpc-js';
import { EventStoreError } from '../port.ts';

/** What a failed call means: the port's error, and whether the same call may succeed later. */
export interface Fault {
  readonly error: EventStoreError;
  readonly passing: boolean;
}

/**
 * The trailer `exception` first, as EventStoreDB's own clients go by it, then gRPC's code. What is not known to be final is
 * taken for passing: elections, restarts and broken connections come as UNAVAILABLE, UNKNOWN, INTERNAL or ABORTED.
 */
export function faultOf(cause: unknown, stream = ''): Fault {
  // Also of a call within a call, whose own patience has come to its end.
  if (cause instanceof EventStoreError) return { error: cause, passing: cause.code === 'STORE_UNAVAILABLE' };
  if (!isServiceError(cause)) return notFromTheServer(cause);
  const trailer = (name: string) => cause.metadata?.get(name)[0]?.toString();
  switch (trailer('exception')) {
    case 'wrong-expected-version':
      return final(new EventStoreError('WRONG_EXPECTED_REVISION', { stream, actual: revisionOf(trailer('actual-version')) }, cause));
    case 'stream-deleted':
      return final(new EventStoreError('STREAM_TOMBSTONED', { stream }, cause));
    case 'access-denied':
      return final(denied('access', cause));
    case 'maximum-append-size-exceeded':
      return final(new EventStoreError('LIMIT_EXCEEDED', { limit: 'batchBytes', allowed: trailer('maximum-append-size') ?? '', actual: '' }, cause));
    case 'not-leader':
      return unavailable('not-leader', cause);
  }
  switch (cause.code) {
    case status.UNAUTHENTICATED:
      return final(denied('credentials', cause));
    case status.PERMISSION_DENIED:
      return final(denied('access', cause));
    case status.INVALID_ARGUMENT:
    case status.UNIMPLEMENTED:
    case status.FAILED_PRECONDITION:
    case status.OUT_OF_RANGE:
      return final(new EventStoreError('STORE_FAILED', { problem: problemOf(cause), details: cause.details }, cause));
    case status.RESOURCE_EXHAUSTED:
      return cause.details === 'STORE_FULL' ? final(new EventStoreError('STORE_FULL', {}, cause)) : unavailable(problemOf(cause), cause);
    default:
      return unavailable(problemOf(cause), cause);
  }
}

/** Whether the call was ended by ourselves. */
export function isOurs(cause: unknown): boolean {
  return isServiceError(cause) && cause.code === status.CANCELLED && cause.details === 'Cancelled on client';
}

interface CallFailure extends Error {
  readonly code: number;
  readonly details: string;
  readonly metadata?: Metadata;
}

function isServiceError(cause: unknown): cause is CallFailure {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'number' && 'details' in cause && typeof cause.details === 'string';
}

/** The client found no node to talk to, or there is a bug of ours in it. */
function notFromTheServer(cause: unknown): Fault {
  if (cause instanceof Error && cause.message.startsWith('Failed to discover')) return unavailable('no-node', cause);
  return final(new EventStoreError('STORE_FAILED', { problem: 'client' }, cause));
}

/** EventStoreDB writes -1 for a stream that is not there. */
function revisionOf(version: string | undefined): string {
  return version === undefined || version.startsWith('-') ? 'no-stream' : version;
}

function problemOf({ code }: CallFailure): string {
  return status[code]?.toLowerCase().replaceAll('_', '-') ?? String(code);
}

const final = (error: EventStoreError): Fault => ({ error, passing: false });
const denied = (problem: string, cause: Error) => new EventStoreError('STORE_DENIED', { problem }, cause);

function unavailable(problem: string, cause: Error): Fault {
  const details = 'details' in cause ? String(cause.details) : cause.message;
  return { error: new EventStoreError('STORE_UNAVAILABLE', { problem, details }, cause), passing: true };
}
