import type { handleUnaryCall, Server, ServiceDefinition } from '@grpc/grpc-js';
import { clientStreaming, serverStreaming, unary } from './calls.ts';
import { supportedMethods } from './features.ts';
import { clusterOfOne } from './gossip.ts';
import type { Node } from './node.ts';
import { GossipService, ServerFeaturesService, StreamsService } from './protocol/messages.ts';
import { callError } from './protocol/store-errors.ts';
import { append } from './streams/append.ts';
import { batchAppend } from './streams/batch-append.ts';
import { deleteStream, tombstoneStream } from './streams/delete.ts';
import { read } from './streams/read.ts';
import { serializeReadResponse } from './streams/responses.ts';

/**
 * What is served. Persistent subscriptions, projections, operations, users and monitoring are not: gRPC answers calls of
 * them with UNIMPLEMENTED.
 */
export function addServices(server: Server, node: Node): void {
  // Typed by hand from here on: the generated definitions know of generated messages alone.
  const streams: ServiceDefinition = { ...StreamsService, read: { ...StreamsService.read, responseSerialize: serializeReadResponse } };
  server.addService(streams, {
    read: serverStreaming(node, (request, caller, outlet) => read(node, request, caller, outlet)),
    append: clientStreaming(node, (call, caller) => append(node.store, call, caller)),
    batchAppend: batchAppend(node),
    delete: unary(node, (request, caller) => deleteStream(node.store, request, caller)),
    tombstone: unary(node, (request, caller) => tombstoneStream(node.store, request, caller)),
  });
  // Clients ask for these two before they have said who they are.
  const features = supportedMethods();
  server.addService(ServerFeaturesService, { getSupportedMethods: answering(node, () => features) });
  server.addService(GossipService, { read: answering(node, (authority) => clusterOfOne(authority, new Date())) });
}

function answering<Response>(node: Node, response: (authority: string) => Response): handleUnaryCall<unknown, Response> {
  return (call, answer) => {
    try {
      answer(null, response(call.getHost()));
    } catch (cause) {
      answer(callError(cause, node.report));
    }
  };
}
