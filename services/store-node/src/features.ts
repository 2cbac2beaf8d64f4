import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import {
  GossipService,
  ServerFeaturesService,
  StreamsService,
  SupportedMethod as SupportedMethodMessage,
  SupportedMethods as SupportedMethodsMessage,
} from './protocol/messages.ts';

/** The EventStoreDB whose protocol is spoken; clients take it for the server's version. */
export const PROTOCOL_VERSION = '23.10.0';

/** What a method can do beyond its first version; a client that does not find a word here does not use what it stands for. */
const features: Readonly<Record<string, readonly string[]>> = { read: ['position', 'events'] };

/** What is served, from which clients tell how to append and what not to ask for. */
export function supportedMethods(): SupportedMethods {
  const response = new SupportedMethodsMessage();
  response.setEventStoreServerVersion(PROTOCOL_VERSION);
  for (const { path } of [StreamsService, GossipService, ServerFeaturesService].flatMap((service) => Object.values(service))) {
    const [, service = '', method = ''] = path.toLowerCase().split('/');
    const supported = new SupportedMethodMessage();
    supported.setServiceName(service);
    supported.setMethodName(method);
    if (service.endsWith('.streams')) supported.setFeaturesList([...(features[method] ?? [])]);
    response.addMethods(supported);
  }
  return response;
}
