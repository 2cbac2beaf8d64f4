import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { categoryOf } from '@lianyu/domain/kernel';
import type { EncodedEvent } from '../../input/batch.ts';
import { type Appended, EventStoreError } from '../../port.ts';
import { METADATA_TYPE, TOMBSTONE_REVISION, TOMBSTONE_TYPE } from '../raw.ts';
import { describedBy, type Metadata, metadataStreamOf, withTruncateBefore } from '../read/metadata.ts';
import { checksum, integer, prepareRows, toPosition } from '../read/rows.ts';
import type { RememberedStandings } from '../read/standings.ts';
import { openExpectation, wrongRevision } from './expectation.ts';
import type { KnownIds } from './known-ids.ts';
import type { Removal, Request } from './request.ts';

export interface Writer {
  /** Carries out one request inside a transaction that is not its own; refuses before it has written anything. */
  write(request: Request, storedAt: Date): Appended;
  /** What was written belonged to a transaction that is rolled back. */
  forget(): void;
}

export interface WriterParts {
  readonly standings: RememberedStandings;
  readonly metadata: Metadata;
  readonly knownIds: KnownIds;
  readonly isLedger: (stream: string) => boolean;
}

export function openWriter(db: DatabaseSync, { standings, metadata, knownIds, isLedger }: WriterParts): Writer {
  const end = prepareRows(db, 'SELECT position, stored_at FROM events ORDER BY position DESC LIMIT 1');
  const insertStream = prepareRows(db, 'INSERT INTO streams (name, category) VALUES (?, ?) RETURNING id');
  // By `first`, which does not make an object of what `run` tells.
  const insertEvent = prepareRows(
    db,
    `INSERT INTO events (position, stream, revision, id, type, is_json, data, metadata, stored_at, crc) VALUES (?, ?, ?, unhex(?, '-'), ?, ?, ?, ?, ?, ?)`,
  );
  const isDeleted = (stream: string) => !isLedger(stream) && metadata.of(stream).deleted;
  const standsAlready = openExpectation(db, { standings, knownIds, isDeleted });
  let log: { position: number; storedAt: number } | undefined;

  /** Where the log ends: read once, since nobody else writes. */
  function logEnd(): { position: number; storedAt: number } {
    const row = log === undefined ? end.first() : undefined;
    log ??= { position: row ? integer(row[0]) : 0, storedAt: row ? integer(row[1]) : 0 };
    return log;
  }

  function insert(name: string, events: readonly EncodedEvent[], storedAt: Date): Appended {
    const known = standings.of(name);
    const id = known?.id ?? integer(insertStream.first(name, categoryOf(name))?.[0]);
    const at = logEnd();
    // Never falling along the log, whatever the clock does: what has expired can be found by halving.
    const time = Math.max(storedAt.getTime(), at.storedAt);
    let revision = known?.last ?? -1;
    let position = at.position;
    for (const event of events) {
      revision += 1;
      position += 1;
      const { id: eventId, type, data, metadata } = event;
      const isJson = event.contentType === 'json';
      const crc = checksum({ position, stream: id, revision, id: eventId, type, isJson, data, metadata, storedAt: time });
      insertEvent.first(position, id, revision, eventId, type, isJson ? 1 : 0, data, metadata, time, crc);
      knownIds.added(event.id, id, revision);
    }
    log = { position, storedAt: time };
    standings.set(name, { id, last: revision, tombstoned: events.at(-1)?.type === TOMBSTONE_TYPE });
    return { outcome: 'appended', revision: BigInt(revision), position: toPosition(position) };
  }

  /** Whoever writes to a deleted stream, or to its metadata, begins it anew after what it held. */
  function append(name: string, events: readonly EncodedEvent[], storedAt: Date): Appended {
    const described = describedBy(name);
    const anew = isDeleted(name) ? name : described !== undefined && isDeleted(described) ? described : undefined;
    const first = BigInt((anew === undefined ? -1 : (standings.of(anew)?.last ?? -1)) + 1);
    const appended = insert(name, events, storedAt);
    if (anew !== undefined) showFrom(anew, first, metadata.textOf(anew), storedAt);
    return appended;
  }

  function showFrom(stream: string, revision: bigint, kept: string | undefined, storedAt: Date): Appended {
    return insert(metadataStreamOf(stream), [engineEvent(METADATA_TYPE, withTruncateBefore(kept, revision))], storedAt);
  }

  function remove(request: Removal, storedAt: Date): Appended {
    const { stream, removal } = request;
    if (removal === 'tombstone') return insert(stream, [engineEvent(TOMBSTONE_TYPE, '')], storedAt);
    if (standings.of(stream) === undefined && standings.of(metadataStreamOf(stream)) === undefined) throw wrongRevision(request, undefined);
    return showFrom(stream, TOMBSTONE_REVISION, undefined, storedAt);
  }

  return {
    write(request, storedAt) {
      const { stream } = request;
      const described = describedBy(stream);
      if (standings.of(stream)?.tombstoned || (described !== undefined && standings.of(described)?.tombstoned)) {
        throw new EventStoreError('STREAM_TOMBSTONED', { stream });
      }
      const already = standsAlready(request);
      if (already !== undefined) return already;
      return 'events' in request ? append(stream, request.events, storedAt) : remove(request, storedAt);
    },
    forget() {
      log = undefined;
      standings.forget();
      knownIds.forget();
    },
  };
}

/** An event of the engine's own. The tombstone has no content, as in EventStoreDB. */
function engineEvent(type: string, data: string): EncodedEvent {
  return { id: randomUUID(), type, contentType: data === '' ? 'binary' : 'json', data, metadata: '' };
}
