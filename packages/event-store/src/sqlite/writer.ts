import type { DatabaseSync } from 'node:sqlite';
import { categoryOf } from '@lianyu/domain/kernel';
import type { Batch } from '../input/batch.ts';
import { type Appended, EventStoreError, type ExpectedRevision } from '../port.ts';
import { bytes, fromUuid, integer, toPosition } from './rows.ts';

/** What stands in the file of a stream that has events. */
interface Standing {
  readonly id: bigint;
  readonly last: bigint;
}

/** Carries out one append inside a transaction that is not its own; refuses before it has written anything. */
export type Write = (batch: Batch, storedAt: Date) => Appended;

/** Expectations and idempotency as EventStoreDB's index writer decides them (EV-4), but without its cache's forgetting. */
export function openWriter(db: DatabaseSync): Write {
  const standing = db.prepare(
    'SELECT s.id, e.revision FROM streams s JOIN events e ON e.stream = s.id WHERE s.name = ? ORDER BY e.revision DESC LIMIT 1',
  );
  const insertStream = db.prepare('INSERT INTO streams (name, category) VALUES (?, ?) RETURNING id');
  const insertEvent = db.prepare(
    'INSERT INTO events (stream, revision, id, type, data, metadata, stored_at) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING position',
  );
  const stretch = db.prepare('SELECT id, position FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision');
  const lastOccurrence = db.prepare('SELECT max(revision) AS revision FROM events WHERE id = ? AND stream = ?');

  function find(stream: string): Standing | undefined {
    const row = standing.get(stream);
    return row === undefined ? undefined : { id: integer(row.id), last: integer(row.revision) };
  }

  /** The outcome if the batch stands in the stream from this revision on, in order and in full. */
  function recognise({ events }: Batch, stream: Standing, from: bigint): Appended | undefined {
    const through = from + BigInt(events.length) - 1n;
    if (through > stream.last) return undefined;
    const rows = stretch.all(stream.id, from, through);
    const same = events.every(({ id }, index) => Buffer.compare(bytes(rows[index]?.id), fromUuid(id)) === 0);
    return same ? { outcome: 'idempotent', revision: through, position: toPosition(integer(rows.at(-1)?.position)) } : undefined;
  }

  /** Where the first event of the batch stands in this stream already, if it does. */
  function occurrence({ events: [first] }: Batch, stream: Standing): bigint | undefined {
    const revision = first && lastOccurrence.get(fromUuid(first.id), stream.id)?.revision;
    return revision === null || revision === undefined ? undefined : integer(revision);
  }

  function insert({ stream: name, events }: Batch, stream: Standing | undefined, storedAt: Date): Appended {
    const id = stream?.id ?? integer(insertStream.get(name, categoryOf(name))?.id);
    let revision = stream?.last ?? -1n;
    let position = 0n;
    for (const event of events) {
      revision += 1n;
      const row = insertEvent.get(id, revision, fromUuid(event.id), event.type, event.data, event.metadata, storedAt.getTime());
      position = integer(row?.position);
    }
    return { outcome: 'appended', revision, position: toPosition(position) };
  }

  return (batch, storedAt) => {
    const stream = find(batch.stream);
    const { expected } = batch;
    if (expected === 'any' || expected === 'stream-exists') {
      if (stream === undefined) {
        if (expected === 'stream-exists') throw wrongRevision(batch, stream);
        return insert(batch, stream, storedAt);
      }
      const from = occurrence(batch, stream);
      if (from === undefined) return insert(batch, stream, storedAt);
      return recognise(batch, stream, from) ?? throwWrong(batch, stream);
    }
    const believed = expected === 'no-stream' ? -1n : expected;
    if (believed === (stream?.last ?? -1n)) return insert(batch, stream, storedAt);
    if (stream === undefined) throw wrongRevision(batch, stream);
    return recognise(batch, stream, believed + 1n) ?? throwWrong(batch, stream);
  };
}

function throwWrong(batch: Batch, stream: Standing | undefined): never {
  throw wrongRevision(batch, stream);
}

function wrongRevision({ stream: name, expected }: Batch, stream: Standing | undefined): EventStoreError {
  const worded = (revision: ExpectedRevision) => String(revision);
  return new EventStoreError('WRONG_EXPECTED_REVISION', { stream: name, expected: worded(expected), actual: worded(stream?.last ?? 'no-stream') });
}
