import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Appended, ExpectedRevision } from '@lianyu/event-store';
import { type Caller, requireAccess } from '../access/caller.ts';
import { nodeLimits } from '../limits.ts';
import type { Node } from '../node.ts';
import { batchStatus, timeoutStatus } from '../protocol/batch-status.ts';
import { invalidArgument, tooBusy } from '../protocol/call-error.ts';
import { streamIdentifier, streamName, uuidText } from '../protocol/identifiers.ts';
import { AllStreamPosition, BatchAppendResp as BatchAppendRespMessage } from '../protocol/messages.ts';
import { unsigned } from '../protocol/numbers.ts';
import { callError, type Report } from '../protocol/store-errors.ts';
import { openProposal, type Proposal } from './proposed.ts';

/** The appends of one `BatchAppend`. */
export interface Batch {
  /** One message: an append, or a piece of one. @throws CallError when it cannot be told whose it is */
  take(request: BatchAppendReq): void;
  readonly unacknowledged: { readonly appends: number; readonly bytes: number };
  /** Resolves when everything that was complete has been answered; what was not complete is forgotten. */
  settled(): Promise<void>;
}

interface Append {
  readonly request: BatchAppendReq;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** When whoever waits for it gives up, in ms since the epoch. */
  readonly deadline: number;
  readonly proposal: Proposal;
  giveUp?: NodeJS.Timeout;
}

/** `acknowledged` is called each time there is less to wait for. */
export function openBatch(node: Node, caller: Caller, answer: (response: BatchAppendResp) => void, acknowledged: () => void): Batch {
  const unfinished = new Map<string, Append>();
  const unacknowledged = { appends: 0, bytes: 0 };
  let idle: (() => void) | undefined;

  function take(request: BatchAppendReq): void {
    const correlation = uuidText(request.getCorrelationId());
    const options = request.getOptions();
    const begun = unfinished.get(correlation);
    // The rest of an append that was refused already.
    if (begun === undefined && options === undefined) return;
    try {
      const append = begun ?? begin(request, caller);
      if (append.deadline <= Date.now()) throw new DeadlinePassed();
      for (const message of request.getProposedMessagesList()) append.proposal.add(message);
      if (!request.getIsFinal()) keep(correlation, append);
      else {
        forget(correlation);
        commit(append);
      }
    } catch (cause) {
      forget(correlation);
      refuse(begun?.request ?? request, cause);
    }
  }

  function keep(correlation: string, append: Append): void {
    if (unfinished.has(correlation)) return;
    if (unfinished.size >= nodeLimits.unfinishedAppends) throw tooBusy();
    unfinished.set(correlation, append);
    append.giveUp = setTimeout(
      () => {
        forget(correlation);
        refuse(append.request, new DeadlinePassed());
      },
      Math.min(append.deadline - Date.now(), LONGEST_TIMER),
    ).unref();
  }

  function forget(correlation: string): void {
    clearTimeout(unfinished.get(correlation)?.giveUp);
    unfinished.delete(correlation);
  }

  function commit({ request, stream, expected, proposal }: Append): void {
    const { bytes, events } = proposal;
    unacknowledged.appends += 1;
    unacknowledged.bytes += bytes;
    node.store.append(stream, expected, events).then(
      (appended) => done(bytes, () => answer(success(request, appended))),
      (cause: unknown) => done(bytes, () => refuse(request, cause)),
    );
  }

  function done(bytes: number, tell: () => void): void {
    unacknowledged.appends -= 1;
    unacknowledged.bytes -= bytes;
    tell();
    acknowledged();
    if (unacknowledged.appends === 0) idle?.();
  }

  function refuse(request: BatchAppendReq, cause: unknown): void {
    answer(failure(request, cause, node.report));
  }

  return {
    take,
    unacknowledged,
    async settled() {
      for (const correlation of [...unfinished.keys()]) forget(correlation);
      if (unacknowledged.appends > 0) await new Promise<void>((resolve) => (idle = resolve));
    },
  };
}

class DeadlinePassed extends Error {}

const LONGEST_TIMER = 2_147_483_647;

function begin(request: BatchAppendReq, caller: Caller): Append {
  const options = request.getOptions();
  if (options === undefined) throw invalidArgument('Options: not set');
  const stream = streamName(options.getStreamIdentifier());
  requireAccess(caller, 'write', stream);
  const deadline = options.getDeadline();
  return {
    request,
    stream,
    expected: expectedPosition(options),
    deadline: deadline === undefined ? Number.POSITIVE_INFINITY : deadline.toDate().getTime(),
    proposal: openProposal(),
  };
}

function expectedPosition(options: BatchAppendReq.Options): ExpectedRevision {
  if (options.hasStreamPosition()) return unsigned(options.getStreamPosition());
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream-exists';
  throw invalidArgument('ExpectedStreamPosition: not set');
}

function success(request: BatchAppendReq, { revision, position }: Appended): BatchAppendResp {
  const at = new AllStreamPosition();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  const done = new BatchAppendRespMessage.Success();
  done.setCurrentRevision(String(revision));
  done.setPosition(at);
  const response = responseTo(request);
  response.setSuccess(done);
  return response;
}

function failure(request: BatchAppendReq, cause: unknown, report: Report): BatchAppendResp {
  const response = responseTo(request);
  const stream = Buffer.from(response.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
  response.setError(cause instanceof DeadlinePassed ? timeoutStatus() : batchStatus(cause, callError(cause, report), stream));
  return response;
}

/** Every response names whose it is and the stream: clients read both without asking whether they are there. */
function responseTo(request: BatchAppendReq): BatchAppendResp {
  const response = new BatchAppendRespMessage();
  response.setCorrelationId(request.getCorrelationId());
  response.setStreamIdentifier(request.getOptions()?.getStreamIdentifier() ?? streamIdentifier(''));
  return response;
}
