import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { EventStoreError } from '../port.ts';
import { faultOf } from './fault.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { pauseUnless, waitFor } from './patience.ts';
import { type Recorded, recordedOf } from './recorded.ts';
import type { Wire } from './wire.ts';

/** What is followed, the log or one stream, and how its reader is told. A place is a position or a revision. */
export interface Course<Item> {
  /** Whether the store can pass over events for us while catching up. */
  readonly seeks: boolean;
  /** Asks for what lies behind a place; `seeking` leaves it to the store what is passed over. */
  request(after: bigint | undefined, seeking: boolean): ReadReq;
  /** Resolves with the end, which a reader must not be beyond. @throws EventStoreError INPUT_INVALID */
  endBeyond(place: bigint | undefined): Promise<bigint | undefined>;
  /** Whether a place was the end when it was last heard of, which spares the question. */
  isKnownEnd(place: bigint | undefined): boolean;
  /** The last place that a reader has to be told of or carried past. */
  lastShown(): Promise<bigint | undefined>;
  placeOf(event: Recorded): bigint;
  item(event: Recorded): Item | undefined;
  caughtUp(place: bigint | undefined): Item;
  passed(place: bigint): Item | undefined;
}

interface Parts<Item> {
  readonly wire: Wire;
  readonly course: Course<Item>;
  readonly after: bigint | undefined;
  readonly ending: AbortSignal;
  readonly cutOff: (error: EventStoreError | undefined, waitMs: number) => void;
}

/**
 * A subscription that does not end by itself, where the client's do, some without a word:
 * ```
 * seeking (the store filters) ──caught up──→ live (we filter) ──quiet──→ at the end, said
 *    ↑ cut off, or ended: again, ever later     ↑ the same    ←──event──
 * ```
 * The place only rises, every connection begins behind it, and what comes at or before it is dropped: no gap, no duplicate.
 * The protocol says "caught up" once and is silent about what its filter passes over, so that a live subscription takes
 * everything, and looks for the end itself when it is quiet.
 */
export async function* follow<Item>({ wire, course, after, ending, cutOff }: Parts<Item>): AsyncGenerator<Item, undefined> {
  const standing = openStanding(course, after);
  let seeking = course.seeks;
  let tried = 0;

  /** Everything of one connection; answers whether the next one is to be live. */
  async function* listen(inbox: Inbox, end: bigint | undefined): AsyncGenerator<Item, boolean> {
    let live = false;
    let looked = 0;
    for (;;) {
      const message = await inbox.next(live && !standing.settled ? QUIET_MS[Math.min(looked, QUIET_MS.length - 1)] : undefined);
      if (message === 'ended') return false;
      if (message === 'quiet') {
        looked += 1;
        if (course.isKnownEnd(standing.place) || ((await course.lastShown()) ?? NOWHERE) <= (standing.place ?? NOWHERE)) yield* standing.atEnd();
        continue;
      }
      tried = 0;
      looked = 0;
      if (!message.hasCaughtUp()) yield* standing.take(message);
      else if (seeking) {
        if (end !== undefined) standing.carryTo(end);
        return true;
      } else {
        live = true;
        yield* standing.atEnd();
      }
    }
  }

  while (!ending.aborted) {
    let inbox: Inbox | undefined;
    let error: EventStoreError | undefined;
    try {
      const end = await course.endBeyond(standing.place);
      inbox = openInbox(await wire.read(course.request(standing.place, seeking)), ending);
      if (yield* listen(inbox, end)) {
        seeking = false;
        continue;
      }
    } catch (cause) {
      if (ending.aborted) return;
      const fault = faultOf(cause);
      if (!fault.passing) throw fault.error;
      error = fault.error;
    } finally {
      inbox?.close();
    }
    if (ending.aborted) return;
    const wait = waitFor(tried);
    tried += 1;
    cutOff(error, wait);
    await pauseUnless(ending, wait);
  }
}

const NOWHERE = -1n;
/** A reader is told how far it was carried each time so many events were passed over. */
const PASSED = 1_000;
/** How long a connection is silent before the end is looked for, each time that it was not there yet. */
const QUIET_MS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500];

/** Where the reader stands and what it was told. */
function openStanding<Item>(course: Course<Item>, after: bigint | undefined) {
  let place = after;
  let told = after;
  let announced = false;
  let passedOver = 0;

  function* sayPassed(): Generator<Item> {
    passedOver = 0;
    if (place === undefined || place === told) return;
    told = place;
    const item = course.passed(place);
    if (item !== undefined) yield item;
  }

  function* takeEvent(event: Recorded): Generator<Item> {
    const at = course.placeOf(event);
    if (at <= (place ?? NOWHERE)) return;
    place = at;
    const item = course.item(event);
    if (item !== undefined) {
      told = place;
      announced = false;
      passedOver = 0;
      yield item;
    } else if (++passedOver >= PASSED) yield* sayPassed();
  }

  function carryTo(at: bigint): void {
    if (at > (place ?? NOWHERE)) place = at;
  }

  return {
    get place() {
      return place;
    },
    /** Nothing is left to be said until something comes. */
    get settled() {
      return announced && told === place;
    },
    carryTo,
    *take(message: ReadResp): Generator<Item> {
      const read = message.getEvent();
      const checkpoint = message.getCheckpoint();
      if (read) yield* takeEvent(recordedOf(read));
      else if (checkpoint) {
        carryTo(BigInt(checkpoint.getCommitPosition()));
        yield* sayPassed();
      }
    },
    *atEnd(): Generator<Item> {
      yield* sayPassed();
      if (announced) return;
      announced = true;
      yield course.caughtUp(place);
    },
  };
}
