import type { EventEmitter } from 'node:events';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata } from '@grpc/grpc-js';
import { type Appended, EventStoreError, type ExpectedRevision } from '@lianyu/event-store';
import type { RawStore } from '@lianyu/event-store/sqlite';
import { type Caller, requireAccess } from '../access/caller.ts';
import type { Answer } from '../calls.ts';
import { invalidArgument } from '../protocol/call-error.ts';
import { expectedRevision } from '../protocol/expected.ts';
import { streamName } from '../protocol/identifiers.ts';
import { AppendResp as AppendRespMessage, Empty } from '../protocol/messages.ts';
import { openProposal } from './proposed.ts';

/** What is needed of the call: a stream of requests, and whether it was given up. */
export interface AppendCall extends Pick<EventEmitter, 'on' | 'once'> {
  readonly cancelled: boolean;
  readonly metadata: Metadata;
}

/** Beyond the protocol, in our own adapter's metadata: how many events an append has, so that a part is not taken for the whole. */
const EVENTS = 'lianyu-events';
/** Beyond the protocol, in a trailer: `appended`, or `idempotent` if these very events were there already. */
const OUTCOME = 'lianyu-outcome';

/** One append in one call: where to and what is expected comes first, then the events, each in a message of its own. */
export async function append(store: RawStore, call: AppendCall, caller: Caller): Promise<Answer<AppendResp>> {
  const proposal = openProposal();
  let target: Target | undefined;
  await eachRequest(call, (request) => {
    if (target === undefined) target = targetOf(request, caller);
    else proposal.add(request.getProposedMessage() ?? missing());
  });
  if (target === undefined) throw invalidArgument('Options: not set');
  await whole(call, proposal.events.length);
  const trailers = new Metadata();
  try {
    const appended = await store.append(target.stream, target.expected, proposal.events);
    trailers.set(OUTCOME, appended.outcome);
    return { response: success(appended), trailers };
  } catch (cause) {
    if (!(cause instanceof EventStoreError) || cause.code !== 'WRONG_EXPECTED_REVISION') throw cause;
    return { response: wrongExpectedVersion(target.expected, cause), trailers };
  }
}

interface Target {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

function targetOf(request: AppendReq, caller: Caller): Target {
  const options = request.getOptions();
  if (options === undefined) throw invalidArgument('Options come first.');
  const stream = streamName(options.getStreamIdentifier());
  requireAccess(caller, 'write', stream);
  return { stream, expected: expectedRevision(options) };
}

function missing(): never {
  throw invalidArgument('ProposedMessage: not set');
}

/** Resolves at the end of the requests; rejects with what `take` throws, and takes no more. By events: an iterator of a stream costs several times as much. */
function eachRequest(call: AppendCall, take: (request: AppendReq) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let over = false;
    const end = (settle: () => void) => {
      if (over) return;
      over = true;
      settle();
    };
    call.on('data', (request: AppendReq) => {
      if (over) return;
      try {
        take(request);
      } catch (cause) {
        end(() => reject(cause));
      }
    });
    call.once('end', () => end(resolve));
    // gRPC says so of every call when it is over, also of one that was answered.
    call.once('cancelled', () => end(() => reject(givenUp())));
    // While it was asked who calls.
    if (call.cancelled) end(() => reject(givenUp()));
  });
}

const givenUp = () => invalidArgument('The call was cancelled.');

/**
 * Throws unless everything has come. A client on Node that gives up a call while it is still sending ends the stream of its
 * requests first, as if all had been said, and resets it right behind: half an append would look like a whole one. Who says
 * how many events there are is held to it; for others the reset is waited for a little, and the turn in which it is read.
 */
async function whole(call: AppendCall, events: number): Promise<void> {
  const [said] = call.metadata.get(EVENTS);
  if (said === undefined) {
    await sleep(RESET_MS);
    await nextTurn();
  } else if (said !== String(events)) throw invalidArgument(`${EVENTS}: ${events} have come`);
  if (call.cancelled) throw givenUp();
}
const RESET_MS = 5;

function success({ revision, position }: Appended): AppendResp {
  const at = new AppendRespMessage.Position();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  const done = new AppendRespMessage.Success();
  done.setCurrentRevision(String(revision));
  done.setPosition(at);
  const response = new AppendRespMessage();
  response.setSuccess(done);
  return response;
}

/** This call tells a conflict in its response, where the others fail. */
function wrongExpectedVersion(expected: ExpectedRevision, { data }: EventStoreError): AppendResp {
  const wrong = new AppendRespMessage.WrongExpectedVersion();
  if (typeof expected === 'bigint') wrong.setExpectedRevision(String(expected));
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new Empty());
  else if (expected === 'any') wrong.setExpectedAny(new Empty());
  else wrong.setExpectedStreamExists(new Empty());
  if (data['actual'] === 'no-stream') wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(data['actual'] ?? '0');
  const response = new AppendRespMessage();
  response.setWrongExpectedVersion(wrong);
  return response;
}
