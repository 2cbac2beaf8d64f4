import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Position } from '@lianyu/event-store';
import type { RawFilter } from '@lianyu/event-store/sqlite';
import { invalidArgument } from '../protocol/call-error.ts';
import { streamName } from '../protocol/identifiers.ts';
import { ReadReq as ReadReqMessage } from '../protocol/messages.ts';
import { position, unsigned } from '../protocol/numbers.ts';
import type { IdForm } from '../protocol/read-event.ts';

type Options = ReadReq.Options;
const { ReadDirection } = ReadReqMessage.Options;

/** What a filter asks for besides what it keeps. */
export interface FilterRequest {
  readonly filter: RawFilter;
  /** A checkpoint is due each time so much of the log was looked through. */
  readonly checkpointInterval: bigint;
}

interface Form {
  readonly ids: IdForm;
  readonly resolveLinks: boolean;
}

/** The four forms of `Read`. */
export type ReadRequest = Form &
  (
    | {
        readonly kind: 'stream';
        readonly stream: string;
        readonly from: bigint | 'start' | 'end';
        readonly direction: 'forwards' | 'backwards';
        readonly count: bigint;
        /** Clients of a later line ask to be told where the stream begins and ends. */
        readonly tellEnds: boolean;
      }
    | {
        readonly kind: 'all';
        readonly from: Position | 'start' | 'end';
        readonly direction: 'forwards' | 'backwards';
        readonly count: bigint;
        readonly filter: RawFilter | undefined;
      }
    | { readonly kind: 'stream-subscription'; readonly stream: string; readonly after: bigint | 'end' | undefined }
    | { readonly kind: 'all-subscription'; readonly after: Position | 'end' | undefined; readonly filtered: FilterRequest | undefined }
  );

/** The window of a filter that names none, EventStoreDB's batch of reading. */
const WINDOW = 32n;

/** @throws CallError INVALID_ARGUMENT */
export function readRequest(request: ReadReq): ReadRequest {
  const options = request.getOptions();
  if (options === undefined) throw invalidArgument('Options: not set');
  const form: Form = { ids: idForm(options), resolveLinks: options.getResolveLinks() };
  const direction = options.getReadDirection() === ReadDirection.BACKWARDS ? 'backwards' : 'forwards';
  const filtered = filterRequest(options);
  const stream = options.getStream();
  const all = options.getAll();
  if (options.hasSubscription() && direction === 'backwards') throw invalidArgument('A subscription reads forwards.');

  if (stream) {
    if (filtered) throw invalidArgument('A filter reads $all.');
    const name = streamName(stream.getStreamIdentifier());
    const from = stream.hasRevision() ? unsigned(stream.getRevision()) : end(stream);
    if (options.hasSubscription()) return { ...form, kind: 'stream-subscription', stream: name, after: from === 'start' ? undefined : from };
    const tellEnds = (options.getControlOption()?.getCompatibility() ?? 0) >= 1;
    return { ...form, kind: 'stream', stream: name, from, direction, count: count(options), tellEnds };
  }
  if (!all) throw invalidArgument('StreamOption: not set');
  const from = all.hasPosition() ? position(all.getPosition()?.getCommitPosition() ?? '0') : end(all);
  if (options.hasSubscription()) return { ...form, kind: 'all-subscription', after: from === 'start' ? undefined : from, filtered };
  return { ...form, kind: 'all', from, direction, count: count(options), filter: filtered?.filter };
}

function idForm(options: Options): IdForm {
  const option = options.getUuidOption();
  if (option === undefined) throw invalidArgument("'uuidOption' is a required argument");
  return option.hasString() ? 'string' : 'structured';
}

function count(options: Options): bigint {
  if (!options.hasCount()) throw invalidArgument('CountOption: not set');
  return unsigned(options.getCount());
}

function end(option: { hasStart(): boolean; hasEnd(): boolean }): 'start' | 'end' {
  if (option.hasEnd()) return 'end';
  if (option.hasStart()) return 'start';
  throw invalidArgument('Where to read from is not set.');
}

function filterRequest(options: Options): FilterRequest | undefined {
  const filter = options.getFilter();
  if (filter === undefined) {
    if (options.hasNoFilter()) return undefined;
    throw invalidArgument('FilterOption: not set');
  }
  const [of, expression] = filter.hasEventType() ? (['type', filter.getEventType()] as const) : (['stream', filter.getStreamIdentifier()] as const);
  if (expression === undefined) throw invalidArgument('Filter: not set');
  if (!filter.hasMax() && !filter.hasCount()) throw invalidArgument('Window: not set');
  const window = filter.hasMax() ? BigInt(filter.getMax()) : WINDOW;
  const multiplier = BigInt(filter.getCheckpointintervalmultiplier());
  const pattern = expression.getRegex();
  return {
    filter: pattern === '' ? { of, prefixes: expression.getPrefixList() } : { of, pattern },
    // Reads that are no subscriptions send no multiplier and get no checkpoints.
    checkpointInterval: window * (multiplier === 0n ? 1n : multiplier),
  };
}
