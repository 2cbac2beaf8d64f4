import { checkMatching } from '../input/filter.ts';
import { checkDirection, checkLimit } from '../input/read.ts';
import { invalid } from '../input/refuse.ts';
import { EventStoreError, type Position } from '../port.ts';
import type { RawDelivery, RawReadAll, RawReadStream, RawStore, RawStored, RawStreamPage, RawSubscribe } from './raw.ts';
import type { Commits } from './read/commits.ts';
import { logCursor, streamCursor } from './read/cursors.ts';
import type { Log } from './read/log.ts';
import { narrowed, toNumber } from './read/port-reading.ts';
import { toPosition } from './read/rows.ts';
import { type Cursor, pulling, type Subscriptions } from './read/subscription.ts';
import type { Visibility } from './read/visible.ts';
import type { CommitQueue } from './write/commit-queue.ts';
import { checkRawBatch, checkRawStream, checkRemoval } from './write/raw-request.ts';
import type { Removal } from './write/request.ts';

export interface RawParts {
  readonly log: Log<RawStored>;
  readonly visibility: Visibility;
  readonly isLedger: (stream: string) => boolean;
  readonly queue: Pick<CommitQueue, 'add'>;
  readonly commits: Commits;
  readonly subscriptions: Subscriptions;
}

export function openRawStore(parts: RawParts): RawStore {
  const { log, queue, isLedger } = parts;

  async function remove(stream: string, expected: Removal['expected'], removal: Removal['removal']): Promise<Position> {
    const { position } = await queue.add(checkRemoval(stream, expected, removal, isLedger));
    return position;
  }

  return {
    append: async (stream, expected, events) => queue.add(checkRawBatch(stream, expected, events, isLedger)),
    readStream: (stream, options) => readStream(parts, checkRawStream(stream), options),
    readAll: (options) => readAll(log, options),
    subscribe: (options) => subscribe(parts, options),
    deleteStream: (stream, expected) => remove(stream, expected, 'delete'),
    tombstone: (stream, expected) => remove(stream, expected, 'tombstone'),
    head: () => positionOf(log.head()),
  };
}

function readStream({ log, visibility }: RawParts, stream: string, { from, direction, limit }: RawReadStream): RawStreamPage {
  const way = checkDirection(direction);
  const start = typeof from === 'bigint' ? toNumber(atLeastZero('from', from)) : undefined;
  const visible = visibility(stream);
  if (visible.state !== 'there') return visible;
  // From the far end there is nothing to read.
  const none = from === (way === 'forwards' ? 'end' : 'start');
  const range = none ? { first: 0, last: -1 } : narrowed(visible, way, start);
  const { events, next } = log.stretch({ id: visible.id, name: stream, ...range, direction: way, limit: checkLimit(limit) });
  const bounds = { first: BigInt(visible.first), last: BigInt(visible.last) };
  return { state: 'there', events, ...bounds, next: next === undefined ? undefined : BigInt(next) };
}

function readAll(log: Log<RawStored>, { from, direction, limit, filter }: RawReadAll) {
  const forwards = checkDirection(direction) === 'forwards';
  const end = log.head() ?? 0;
  const given = from === 'start' ? 0 : from === 'end' ? end + 1 : toNumber(atLeastZero('from', from));
  const page = log.page({
    direction,
    // Inclusive forwards: what lies after the position before it.
    from: forwards ? Math.max(given - 1, 0) : given,
    filter: filter && checkMatching(filter),
    limit: checkLimit(limit),
  });
  const next = page.atEnd || page.through === undefined ? undefined : toPosition(forwards ? page.through + 1 : page.through);
  return { events: page.events, next, through: positionOf(page.through) };
}

function subscribe(parts: RawParts, { stream, after, filter, signal }: RawSubscribe): AsyncIterable<RawDelivery> {
  const { log, visibility, commits, subscriptions } = parts;
  if (stream !== undefined && filter !== undefined) throw invalid('filter', 'of-one-stream');
  const matching = filter && checkMatching(filter);
  const words = {
    event: (event: RawStored): RawDelivery => ({ kind: 'event', event }),
    caughtUp: (at: number | undefined): RawDelivery => ({ kind: 'caught-up', at: at === undefined ? undefined : BigInt(at) }),
    checkpoint: (position: number): RawDelivery => ({ kind: 'checkpoint', at: toPosition(position) }),
  };
  const start = typeof after === 'bigint' ? toNumber(atLeastZero('after', after)) : after === 'end' ? endOf(parts, stream) : undefined;
  const cursor = (): Cursor<RawDelivery> =>
    stream === undefined
      ? logCursor(log, { after: start, filter: matching }, words)
      : streamCursor(log, visibility, { stream: checkRawStream(stream), after: start }, words);
  return subscriptions.open(() => pulling(cursor(), commits), signal);
}

/** Where it ends at this moment: asked when the subscription is made, not when it is first read. */
function endOf({ log, visibility }: RawParts, stream: string | undefined): number | undefined {
  if (stream === undefined) return log.head();
  const visible = visibility(checkRawStream(stream));
  if (visible.state === 'tombstoned') throw new EventStoreError('STREAM_TOMBSTONED', { stream });
  return visible.state === 'there' ? visible.last : undefined;
}

function positionOf(value: number | undefined): Position | undefined {
  return value === undefined ? undefined : toPosition(value);
}

function atLeastZero(field: string, value: bigint): bigint {
  if (typeof value !== 'bigint' || value < 0n) throw invalid(field, 'negative');
  return value;
}
