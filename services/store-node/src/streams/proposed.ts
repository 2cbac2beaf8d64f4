import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { limits } from '@lianyu/event-store';
import type { RawEvent } from '@lianyu/event-store/sqlite';
import { invalidArgument, maximumAppendSizeExceeded, requiredMetadataMissing } from '../protocol/call-error.ts';
import { uuidText } from '../protocol/identifiers.ts';

/** An event as both ways of appending propose it. */
export interface Proposed {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

const JSON_TYPE = 'application/json';

/** @throws CallError INVALID_ARGUMENT, with `missing-required-metadata-property` where EventStoreDB says so */
export function proposedEvent(message: Proposed): RawEvent {
  const system = message.getMetadataMap();
  const type = system.get('type');
  const contentType = system.get('content-type');
  if (type === undefined) throw requiredMetadataMissing('type');
  if (contentType === undefined) throw requiredMetadataMissing('content-type');
  return {
    id: uuidText(message.getId()),
    type,
    contentType: contentType === JSON_TYPE ? 'json' : 'binary',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** What was proposed for one append so far; it may come in many pieces. */
export interface Proposal {
  readonly events: readonly RawEvent[];
  readonly bytes: number;
  /** @throws CallError `maximum-append-size-exceeded`, before more than the limit is held */
  add(message: Proposed): void;
}

export function openProposal(): Proposal {
  const events: RawEvent[] = [];
  let bytes = 0;
  return {
    events,
    get bytes() {
      return bytes;
    },
    add(message) {
      const event = proposedEvent(message);
      bytes += event.data.length + event.metadata.length;
      if (bytes > limits.batchBytes) throw maximumAppendSizeExceeded(limits.batchBytes);
      if (events.length === limits.batchEvents) throw invalidArgument(`batchEvents: more than ${limits.batchEvents}`);
      events.push(event);
    },
  };
}
