import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { type Caller, requireAccess } from '../access/caller.ts';
import type { Node } from '../node.ts';
import { asStored, linkResolver } from './links.ts';
import type { Outlet } from './outlet.ts';
import { readAll } from './read-all.ts';
import { readRequest } from './read-request.ts';
import { readStream } from './read-stream.ts';
import type { ReadResponse } from './responses.ts';
import { subscribeToAll, subscribeToStream } from './subscribe.ts';

/** `Read` in all its forms. */
export async function read(node: Node, message: ReadReq, caller: Caller, outlet: Outlet<ReadResponse>): Promise<void> {
  const request = readRequest(message);
  requireAccess(caller, 'read', 'stream' in request ? request.stream : '$all');
  const resolve = request.resolveLinks ? linkResolver(node.store, (stream) => caller.may('read', stream)) : asStored;
  switch (request.kind) {
    case 'stream':
      return readStream(node.store, request, resolve, outlet);
    case 'all':
      return readAll(node.store, request, resolve, outlet);
    case 'stream-subscription':
      return subscribeToStream(node, request, resolve, outlet);
    case 'all-subscription':
      return subscribeToAll(node, request, resolve, outlet);
  }
}
