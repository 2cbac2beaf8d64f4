import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import { shuttingDown } from '../calls.ts';
import { nodeLimits } from '../limits.ts';
import type { Node } from '../node.ts';
import { callError } from '../protocol/store-errors.ts';
import { openBatch } from './batch.ts';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/**
 * One call that carries many appends and lives as long as its client. What fails is told in its response and the call goes
 * on. It is not read on while too much of it waits to be acknowledged, or while its answers are not taken.
 */
export function batchAppend(node: Node): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    serve(node, call).then(
      () => call.end(),
      (cause: unknown) => call.emit('error', callError(cause, node.report)),
    );
  };
}

async function serve(node: Node, call: Call): Promise<void> {
  const finished = node.calls.begin();
  const over = new AbortController();
  try {
    const caller = await node.authenticate(call.metadata);
    if (call.cancelled) return;
    await new Promise<void>((resolve, reject) => {
      let taken = true;
      const batch = openBatch(node, caller, answer, regulate);

      function answer(response: BatchAppendResp): void {
        if (!call.cancelled) taken = call.write(response);
      }
      function regulate(): void {
        const { appends, bytes } = batch.unacknowledged;
        if (taken && appends < nodeLimits.unacknowledgedAppends && bytes < nodeLimits.unacknowledgedBytes) call.resume();
        else call.pause();
      }
      function take(request: BatchAppendReq): void {
        try {
          batch.take(request);
          regulate();
        } catch (cause) {
          end(() => reject(cause));
        }
      }
      /** What was accepted is answered first. */
      function end(settle: () => void): void {
        call.off('data', take);
        batch.settled().then(settle);
      }
      call.on('drain', () => {
        taken = true;
        regulate();
      });
      call.on('data', take);
      call.once('end', () => end(resolve));
      call.once('cancelled', () => end(resolve));
      node.calls.ending.addEventListener('abort', () => end(() => reject(shuttingDown())), { signal: over.signal });
    });
  } finally {
    over.abort();
    finished();
  }
}
