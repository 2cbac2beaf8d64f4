import type { DatabaseSync } from 'node:sqlite';
import type { EncodedEvent } from '../../input/batch.ts';
import { type Appended, EventStoreError } from '../../port.ts';
import { metadataStreamOf } from '../read/metadata.ts';
import { integer, prepareRows, text, toPosition } from '../read/rows.ts';
import type { Standing, Standings } from '../read/standings.ts';
import type { KnownIds } from './known-ids.ts';
import type { Request } from './request.ts';

/**
 * Undefined if the stream is as the request expects it and is to be changed; the outcome if the events stand there already.
 * @throws EventStoreError WRONG_EXPECTED_REVISION, STREAM_DELETED
 */
export type Expectation = (request: Request) => Appended | undefined;

export interface ExpectationParts {
  readonly standings: Standings;
  readonly knownIds: KnownIds;
  readonly isDeleted: (stream: string) => boolean;
}

/** Expectations and idempotency as EventStoreDB's index writer decides them (EV-4), but without its cache's forgetting. */
export function openExpectation(db: DatabaseSync, { standings, knownIds, isDeleted }: ExpectationParts): Expectation {
  const stretch = prepareRows(db, 'SELECT lower(hex(id)), position FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision');

  /** The outcome if the events stand in the stream from this revision on, in order and in full; otherwise whether the first of them does. */
  function recognise(events: readonly EncodedEvent[], { id, last }: Standing, from: number): Appended | 'partly' | 'not' {
    const through = from + events.length - 1;
    const rows = stretch.all(id, from, Math.min(through, last));
    const stands = (index: number) => rows[index] !== undefined && text(rows[index][0]) === events[index]?.id.replaceAll('-', '');
    if (events.length > 0 && events.every((_, index) => stands(index))) {
      return { outcome: 'idempotent', revision: BigInt(through), position: toPosition(integer(rows.at(-1)?.[1])) };
    }
    return stands(0) ? 'partly' : 'not';
  }

  function anyState(request: Request, standing: Standing | undefined): Appended | undefined {
    const events = eventsOf(request);
    const from = standing && events[0] && knownIds.last(events[0].id, standing);
    if (standing === undefined || from === undefined) return undefined;
    const recognised = recognise(events, standing, from);
    if (typeof recognised === 'string') throw wrongRevision(request, standing);
    return recognised;
  }

  function existing(request: Request, standing: Standing | undefined): Appended | undefined {
    const { stream } = request;
    if (isDeleted(stream)) throw new EventStoreError('STREAM_DELETED', { stream });
    if (standing === undefined && standings.of(metadataStreamOf(stream)) === undefined) throw wrongRevision(request, standing);
    return anyState(request, standing);
  }

  function exactly(believed: number, request: Request, standing: Standing | undefined): Appended | undefined {
    if (believed === (standing?.last ?? -1)) return undefined;
    const recognised = standing === undefined ? 'not' : recognise(eventsOf(request), standing, believed + 1);
    if (typeof recognised !== 'string') return recognised;
    if (recognised === 'not' && believed === -1 && isDeleted(request.stream)) return undefined;
    throw wrongRevision(request, standing);
  }

  return (request) => {
    const { stream, expected } = request;
    const standing = standings.of(stream);
    if (expected === 'any') return anyState(request, standing);
    if (expected === 'stream-exists') return existing(request, standing);
    return exactly(expected === 'no-stream' ? -1 : clamped(expected), request, standing);
  };
}

export function wrongRevision({ stream, expected }: Request, standing: Standing | undefined): EventStoreError {
  return new EventStoreError('WRONG_EXPECTED_REVISION', { stream, expected: String(expected), actual: String(standing?.last ?? 'no-stream') });
}

function eventsOf(request: Request): readonly EncodedEvent[] {
  return 'events' in request ? request.events : [];
}

/** A revision that no stream can reach stays one. */
function clamped(revision: bigint): number {
  return revision > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(revision);
}
