import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ExpectedRevision } from '@lianyu/event-store';
import type { RawStore } from '@lianyu/event-store/sqlite';
import { type Caller, requireAccess } from '../access/caller.ts';
import { invalidArgument } from '../protocol/call-error.ts';
import { type Expectation, expectedRevision } from '../protocol/expected.ts';
import { streamName } from '../protocol/identifiers.ts';
import { DeleteResp as DeleteRespMessage, TombstoneResp as TombstoneRespMessage } from '../protocol/messages.ts';

/** Hides what the stream holds; it may be written anew, and its revisions go on. */
export async function deleteStream(store: RawStore, request: DeleteReq, caller: Caller): Promise<DeleteResp> {
  const { stream, expected } = target(request.getOptions(), caller);
  const position = String(await store.deleteStream(stream, expected));
  const at = new DeleteRespMessage.Position();
  at.setCommitPosition(position);
  at.setPreparePosition(position);
  const response = new DeleteRespMessage();
  response.setPosition(at);
  return response;
}

/** Ends the stream for good. */
export async function tombstoneStream(store: RawStore, request: TombstoneReq, caller: Caller): Promise<TombstoneResp> {
  const { stream, expected } = target(request.getOptions(), caller);
  const position = String(await store.tombstone(stream, expected));
  const at = new TombstoneRespMessage.Position();
  at.setCommitPosition(position);
  at.setPreparePosition(position);
  const response = new TombstoneRespMessage();
  response.setPosition(at);
  return response;
}

type Options = Expectation & Pick<DeleteReq.Options, 'getStreamIdentifier'>;

function target(options: Options | undefined, caller: Caller): { readonly stream: string; readonly expected: ExpectedRevision } {
  if (options === undefined) throw invalidArgument('Options: not set');
  const stream = streamName(options.getStreamIdentifier());
  requireAccess(caller, 'delete', stream);
  return { stream, expected: expectedRevision(options) };
}
