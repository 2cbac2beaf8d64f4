import type { handleClientStreamingCall, handleServerStreamingCall, handleUnaryCall, Metadata, ServerReadableStream } from '@grpc/grpc-js';
import type { Caller } from './access/caller.ts';
import { nodeLimits } from './limits.ts';
import type { Node } from './node.ts';
import { tooBusy, unavailable } from './protocol/call-error.ts';
import { callError } from './protocol/store-errors.ts';
import { type Outlet, openOutlet } from './streams/outlet.ts';

/** The calls under way. */
export interface Calls {
  /** Aborted when the node is asked to end: what would go on for ever ends then, with UNAVAILABLE. */
  readonly ending: AbortSignal;
  /** @returns what is to be called when it is over @throws CallError when there are too many */
  begin(): () => void;
}

export function openCalls(ending: AbortSignal): Calls {
  let underWay = 0;
  return {
    ending,
    begin() {
      if (ending.aborted) throw shuttingDown();
      if (underWay >= nodeLimits.calls) throw tooBusy();
      underWay += 1;
      return () => {
        underWay -= 1;
      };
    },
  };
}

export const shuttingDown = () => unavailable('Server Is Shutting Down');

export function unary<Request, Response>(
  node: Node,
  work: (request: Request, caller: Caller) => Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, answer) => {
    const done = async () => work(call.request, await node.authenticate(call.metadata));
    within(node, done).then(
      (response) => answer(null, response),
      (cause: unknown) => answer(callError(cause, node.report)),
    );
  };
}

/** A response, and what is said behind it. */
export interface Answer<Response> {
  readonly response: Response;
  readonly trailers: Metadata;
}

export function clientStreaming<Request, Response>(
  node: Node,
  work: (call: ServerReadableStream<Request, Response>, caller: Caller) => Promise<Answer<Response>>,
): handleClientStreamingCall<Request, Response> {
  return (call, answer) => {
    const done = async () => work(call, await node.authenticate(call.metadata));
    within(node, done).then(
      ({ response, trailers }) => answer(null, response, trailers),
      // A call that was given up ends with whatever its stream fell over; nobody hears of it.
      (cause: unknown) => call.cancelled || answer(callError(cause, node.report)),
    );
  };
}

export function serverStreaming<Request, Response>(
  node: Node,
  work: (request: Request, caller: Caller, outlet: Outlet<Response>) => Promise<void>,
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    const outlet = openOutlet<Response>(call);
    const done = async () => work(call.request, await node.authenticate(call.metadata), outlet);
    within(node, done).then(
      () => call.end(),
      (cause: unknown) => call.emit('error', callError(cause, node.report)),
    );
  };
}

async function within<Result>({ calls }: Node, work: () => Promise<Result>): Promise<Result> {
  const over = calls.begin();
  try {
    return await work();
  } finally {
    over();
  }
}
