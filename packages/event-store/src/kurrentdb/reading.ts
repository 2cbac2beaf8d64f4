import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { checkFilter, type Matching, matcher } from '../input/filter.ts';
import { checkName } from '../input/name.ts';
import { checkDirection, checkFrom, checkLimit, checkStart } from '../input/read.ts';
import { type EventStore, EventStoreError, type Position } from '../port.ts';
import { allRequest, streamRequest } from './messages.ts';
import { type Patience, patiently } from './patience.ts';
import { isShown, type Recorded, recordedOf, storedOf } from './recorded.ts';
import type { Seen } from './seen.ts';
import type { Wire } from './wire.ts';

/** A page may hold much, and a filter that keeps little may look through the whole log. */
const PAGE_MS = 30_000;
const FILTERED_MS = 300_000;
const LARGEST = 9_223_372_036_854_775_807n;

export interface Reader extends Pick<EventStore, 'readStream' | 'readAll' | 'head'> {
  /** Everything that one request gives; undefined if there is no such stream. */
  page(request: ReadReq, stream?: string): Promise<readonly Recorded[] | undefined>;
  /** Where the log ends, whoever wrote its last event. */
  end(): Promise<Position | undefined>;
}

interface Parts {
  readonly wire: Wire;
  readonly patience: Patience;
  readonly isLedger: (stream: string) => boolean;
  readonly seen: Pick<Seen, 'read'>;
}

export function openReader({ wire, patience, isLedger, seen }: Parts): Reader {
  async function page(request: ReadReq, stream = ''): Promise<readonly Recorded[] | undefined> {
    const deadline = request.getOptions()?.hasFilter() ? FILTERED_MS : PAGE_MS;
    const events = await patiently(patience, stream, () => collect(wire, request, deadline));
    for (const { position } of events ?? []) seen.read(position);
    return events;
  }

  async function end(): Promise<Position | undefined> {
    const [last] = (await page(allRequest('end', { count: 1, direction: 'backwards' }))) ?? [];
    return last?.position;
  }

  return {
    page,
    end,
    async readStream(stream, { from, direction, limit } = {}) {
      checkName('stream', stream);
      const wanted = checkLimit(limit);
      const way = checkDirection(direction);
      const first = checkFrom(from);
      if (way === 'forwards' && first !== undefined && first > LARGEST) return [];
      const step = way === 'forwards' ? 1n : -1n;
      const events: Recorded[] = [];
      for (let next = first ?? (way === 'forwards' ? 0n : LARGEST); next >= 0n; ) {
        const count = wanted - events.length;
        const start = next > LARGEST - 1n ? 'end' : next;
        const read: readonly Recorded[] = (await page(streamRequest(stream, start, { count, direction: way }), stream)) ?? [];
        if (isLedger(stream)) refuseHoles(stream, step, step > 0n ? next : read[0]?.revision, read);
        events.push(...read.filter(isShown));
        if (read.length < count || events.length === wanted) break;
        next = (read.at(-1)?.revision ?? 0n) + step;
      }
      return events.map(storedOf);
    },
    async readAll(options = {}) {
      const { from, direction } = checkStart(options);
      const wanted = checkLimit(options.limit);
      const { kept, asked } = keeping(checkFilter(options.filter));
      const events: Recorded[] = [];
      for (let cursor = from; ; ) {
        // Forwards the event at the cursor is given once more.
        const count = wanted - events.length + (cursor === undefined ? 0 : 1);
        const start = cursor ?? (direction === 'forwards' ? 'start' : 'end');
        const read: readonly Recorded[] = (await page(allRequest(start, { count, direction }, asked))) ?? [];
        const beyond = ({ position }: Recorded) => cursor === undefined || (direction === 'forwards' ? position > cursor : position < cursor);
        events.push(...read.filter((event) => beyond(event) && kept(event)));
        cursor = read.at(-1)?.position;
        if (read.length < count || events.length >= wanted) return events.slice(0, wanted).map(storedOf);
      }
    },
    async head() {
      let from: Position | 'end' = 'end';
      for (let count = 1; ; count = Math.min(1_000, count * 16)) {
        const read: readonly Recorded[] = (await page(allRequest(from, { count, direction: 'backwards' }))) ?? [];
        const last = read.find(isShown);
        const further = read.at(-1)?.position;
        if (last || further === undefined || read.length < count) return last?.position;
        from = further;
      }
    },
  };
}

/**
 * How a filter of the port is asked of the store, and what is left to compare here: the store's own streams are never shown,
 * and nothing can be asked that means "everything but those" at no cost.
 */
export function keeping(filter: Matching | undefined): { readonly asked: Matching | undefined; readonly kept: (event: Recorded) => boolean } {
  if (filter === undefined) return { asked: undefined, kept: isShown };
  const matches = matcher(filter);
  const kept = (event: Recorded) => isShown(event) && matches(filter.of === 'stream' ? event.stream : event.type);
  // The empty text is in every text, but the protocol takes it for none.
  const asksNothing = 'prefixes' in filter ? filter.prefixes.includes('') : filter.pattern === '';
  return { asked: asksNothing ? undefined : filter, kept };
}

/** One attempt; rejects with what gRPC says. */
export async function collect(wire: Wire, request: ReadReq, deadline: number): Promise<readonly Recorded[] | undefined> {
  const call = await wire.read(request, deadline);
  const events: ReadResp.ReadEvent[] = [];
  let absent = false;
  await new Promise<void>((resolve, reject) => {
    call.on('data', (response: ReadResp) => {
      const event = response.getEvent();
      if (event) events.push(event);
      else if (response.hasStreamNotFound()) absent = true;
    });
    call.on('error', reject);
    call.on('end', resolve);
  });
  return absent ? undefined : events.map(recordedOf);
}

/** The ledger has no holes (EV-5): where one is found, somebody has truncated it, and nothing is decided on what is left. */
function refuseHoles(stream: string, step: bigint, first: bigint | undefined, events: readonly Recorded[]): void {
  let expected = first;
  for (const { revision } of events) {
    if (revision !== expected) throw new EventStoreError('STORE_FAILED', { problem: 'truncated', stream, revision: String(revision) });
    expected = revision + step;
  }
}
