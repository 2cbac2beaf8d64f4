import { EventStoreDBClient, type SingleNodeOptions } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { AppendResp, DeleteReq, ReadReq, ReadResp, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import { type ClientReadableStream, type Metadata, status } from '@grpc/grpc-js';
import type { Address } from './address.ts';
import type { AppendRequest } from './messages.ts';

export interface AppendAnswer {
  readonly response: AppendResp;
  readonly trailers: Metadata;
}

/** The client's own. */
const DEADLINE_MS = 10_000;
/** Tells a store node of ours how many events an append has, so that it never takes a part for the whole. */
const EVENTS = 'lianyu-events';

/** As gRPC would put it. */
class Unanswered extends Error {
  readonly code = status.DEADLINE_EXCEEDED;
  readonly details = 'nobody answered in time';
}

/**
 * The client's connection: channel, TLS, credentials, discovery of the leader and going over to another node. What it
 * sends is ours, since the client's own calls have defects that cannot be had without (docs/decisions): appends never take
 * the batch path, whose promises all clients of a process share; bytes are sent as they are to be stored; a read sends its
 * filter; nothing waits for the server's features without a deadline.
 */
export class Wire extends EventStoreDBClient {
  readonly #deadline: number;
  #channel: { close(): void } | undefined;

  constructor({ settings, channel, credentials }: Address) {
    // The client accepts each of the three forms by an overload of its own.
    super(settings as SingleNodeOptions, channel, credentials);
    this.#deadline = settings.defaultDeadline ?? DEADLINE_MS;
    // Whether to go over to another node is decided in the background, where a trailer that is missing would end the process.
    const handle = this.handleError;
    this.handleError = (client, error) => handle(client, error).catch(() => {});
  }

  /**
   * One append in a call of its own; rejects with what gRPC says, or when nobody has answered in time. The call itself has no
   * deadline and is not cancelled: Node ends the requests of a call that it gives up while sending as if all had been said,
   * and a server would take half an append for the whole. What is abandoned may still be stored.
   */
  append(requests: readonly AppendRequest[]): Promise<AppendAnswer> {
    return this.execute(
      StreamsClient,
      'append',
      (client) =>
        new Promise((resolve, reject) => {
          this.#channel = client.getChannel();
          const [metadata, options] = this.callArguments({ requiresLeader: true }, { deadline: Number.POSITIVE_INFINITY });
          metadata.set(EVENTS, String(requests.length - 1));
          const timer = setTimeout(() => reject(new Unanswered()), this.#deadline);
          let response: AppendResp | undefined;
          const call = client.append(metadata, options, (error, answer) => {
            clearTimeout(timer);
            if (error) reject(error);
            else response = answer;
          });
          call.on('status', (told) => response && resolve({ response, trailers: told.metadata }));
          for (const request of requests) call.write(request);
          call.end();
        }),
    );
  }

  delete(request: DeleteReq): Promise<unknown> {
    return this.execute(
      StreamsClient,
      'delete',
      (client) =>
        new Promise((resolve, reject) => {
          const [metadata, options] = this.callArguments({ requiresLeader: true });
          client.delete(request, metadata, options, (error, answer) => (error ? reject(error) : resolve(answer)));
        }),
    );
  }

  tombstone(request: TombstoneReq): Promise<unknown> {
    return this.execute(
      StreamsClient,
      'tombstone',
      (client) =>
        new Promise((resolve, reject) => {
          const [metadata, options] = this.callArguments({ requiresLeader: true });
          client.tombstone(request, metadata, options, (error, answer) => (error ? reject(error) : resolve(answer)));
        }),
    );
  }

  /** A read or a subscription; without a deadline the keep-alive alone notices that nobody answers any more. */
  read(request: ReadReq, deadline?: number): Promise<ClientReadableStream<ReadResp>> {
    const until = deadline === undefined ? Number.POSITIVE_INFINITY : this.createDeadline(deadline);
    return this.GRPCStreamCreator(StreamsClient, 'read', (client) => {
      this.#channel = client.getChannel();
      return client.read(request, ...this.callArguments({ requiresLeader: true }, { deadline: until }));
    })();
  }

  /** Ends what is under way and lets go of the connection. */
  async close(): Promise<void> {
    await this.dispose();
    this.#channel?.close();
  }
}
