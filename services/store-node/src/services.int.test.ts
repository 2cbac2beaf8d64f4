import { persistentSubscriptionToStreamSettingsFromDefaults } from '@eventstore/db-client';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { MonitoringService } from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import { OperationsService } from '@eventstore/db-client/generated/operations_grpc_pb.js';
import { PersistentSubscriptionsService } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import { ProjectionsService } from '@eventstore/db-client/generated/projections_grpc_pb.js';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import { UsersService } from '@eventstore/db-client/generated/users_grpc_pb.js';
import { Client, credentials, type MethodDefinition, type ServiceError, status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { failure, numberedEvents, read, someStream, withNode } from './store-node.fixtures.ts';

test('ES-71 the features name exactly what is served, in lower case', () =>
  withNode(async ({ node }) => {
    const client = new ServerFeaturesClient(`127.0.0.1:${node.port}`, credentials.createInsecure());
    const methods = await new Promise<string[]>((resolve, reject) =>
      client.getSupportedMethods(new sharedMessages.Empty(), (error, response) => {
        if (error) reject(error);
        else resolve(response.getMethodsList().map((method) => `${method.getServiceName()}/${method.getMethodName()}`));
      }),
    );
    client.close();
    expect(methods.toSorted()).toEqual([
      'event_store.client.gossip.gossip/read',
      'event_store.client.server_features.serverfeatures/getsupportedmethods',
      'event_store.client.streams.streams/append',
      'event_store.client.streams.streams/batchappend',
      'event_store.client.streams.streams/delete',
      'event_store.client.streams.streams/read',
      'event_store.client.streams.streams/tombstone',
    ]);
  }));

test('ES-71 a client that looks for the leader of a cluster finds the node where it has asked', () =>
  withNode(async ({ node, client }) => {
    const stream = someStream();
    await client(`esdb+discover://127.0.0.1:${node.port}?tls=false&nodePreference=leader`).appendToStream(stream, numberedEvents(1));
    expect(await read(client().readStream(stream))).toHaveLength(1);
    const gossip = new GossipClient(`127.0.0.1:${node.port}`, credentials.createInsecure());
    const members = await new Promise((resolve, reject) =>
      gossip.read(new sharedMessages.Empty(), (error, response) => (error ? reject(error) : resolve(response.toObject().membersList))),
    );
    gossip.close();
    expect(members).toMatchObject([{ state: 8, isAlive: true, httpEndPoint: { address: '127.0.0.1', port: node.port } }]);
  }));

const unserved = [PersistentSubscriptionsService, ProjectionsService, OperationsService, UsersService, MonitoringService].flatMap((service) =>
  Object.values(service as unknown as Record<string, MethodDefinition<never, never>>).map((method) => [method.path, method] as const),
);

test.each(unserved)('ES-71 %s is not implemented, and says so', (_, method) =>
  withNode(async ({ node }) => {
    const client = new Client(`127.0.0.1:${node.port}`, credentials.createInsecure());
    const request = new (method as unknown as { requestType: new () => never }).requestType();
    const error = await new Promise<ServiceError>((resolve) => {
      const { path, requestSerialize, responseDeserialize } = method;
      if (method.requestStream) {
        const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
        call.on('error', resolve as never);
        call.end(request);
      } else client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request).on('error', resolve as never);
    });
    client.close();
    expect(error.code).toBe(status.UNIMPLEMENTED);
  }),
);

test('ES-71 the client’s own words for what is not implemented', () =>
  withNode(async ({ client }) => {
    const own = client();
    expect(await failure(own.createProjection('p', 'fromAll()'))).toMatchObject({ code: status.UNIMPLEMENTED });
    expect(await failure(own.createPersistentSubscriptionToStream('s', 'g', persistentSubscriptionToStreamSettingsFromDefaults()))).toMatchObject({
      code: status.UNIMPLEMENTED,
    });
  }));
