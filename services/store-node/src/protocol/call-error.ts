import { Metadata, status } from '@grpc/grpc-js';

/**
 * How a call ends when it fails, in the shape that `@grpc/grpc-js` sends: a status, a line of prose, and trailers. The
 * trailer `exception` is what clients go by; its names and companions are those of EventStoreDB's `Constants.cs`.
 */
export class CallError extends Error {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;

  constructor(code: status, details: string, trailers: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(details, { cause });
    this.name = 'CallError';
    this.code = code;
    this.details = details.toWellFormed();
    this.metadata = new Metadata();
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, ascii(value));
  }
}

export const notAuthenticated = () => new CallError(status.UNAUTHENTICATED, 'Not Authenticated');

export const accessDenied = () => new CallError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const invalidArgument = (details: string) => new CallError(status.INVALID_ARGUMENT, details);

export const unavailable = (details: string) => new CallError(status.UNAVAILABLE, details);

export const tooBusy = () => new CallError(status.RESOURCE_EXHAUSTED, 'Server Is Too Busy');

export const streamDeleted = (stream: string) =>
  new CallError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });

/** Revisions as EventStoreDB writes them here: -1 no stream, -2 any, -4 stream exists. */
export const wrongExpectedVersion = (stream: string, expected: string, actual: string) =>
  new CallError(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    { exception: 'wrong-expected-version', 'stream-name': stream, 'expected-version': expected, 'actual-version': actual },
  );

export const maximumAppendSizeExceeded = (bytes: number) =>
  new CallError(status.INVALID_ARGUMENT, `Maximum Append Size of ${bytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(bytes),
  });

export const requiredMetadataMissing = (property: string) =>
  new CallError(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

/** Values of gRPC metadata are printable ASCII; a stream's name in any other script is percent-encoded, as gRPC does with its messages. */
function ascii(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value.toWellFormed());
}
