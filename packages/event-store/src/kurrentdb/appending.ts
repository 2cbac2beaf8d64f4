import { type Batch, bytesOf, checkBatch, type EncodedEvent } from '../input/batch.ts';
import { within } from '../input/refuse.ts';
import { type Appended, EventStoreError, type Position } from '../port.ts';
import { appendRequests, streamRequest } from './messages.ts';
import { type Patience, patiently } from './patience.ts';
import type { Reader } from './reading.ts';
import type { Recorded } from './recorded.ts';
import type { Seen } from './seen.ts';
import type { AppendAnswer, Wire } from './wire.ts';

export interface Appender {
  append: (...given: Parameters<typeof checkBatch>) => Promise<Appended>;
  /** Resolves when every append that was accepted has an outcome. */
  settled(): Promise<void>;
}

interface Parts {
  readonly wire: Wire;
  readonly reader: Reader;
  readonly patience: Patience;
  readonly seen: Seen;
}

/** What the store says beyond the protocol, if it is one of ours: whether it wrote. */
const OUTCOME = 'lianyu-outcome';

/**
 * Appends, and sends again with the same event ids what was not acknowledged. The protocol does not say whether an append
 * wrote or was recognised; EV-4 needs it, since a command that meets its id under another's events must not be answered as
 * done. A store that does not tell is asked for the last event afterwards: its bytes are ours or they are not, and what lay
 * at a position that we knew before was there before.
 */
export function openAppender({ wire, reader, patience, seen }: Parts): Appender {
  const underWay = new Set<Promise<unknown>>();
  const latest = new Map<string, Promise<unknown>>();
  let bytes = 0;

  async function send({ stream, expected, events }: Batch): Promise<Appended> {
    const before = seen.highest();
    const requests = appendRequests(stream, expected, events);
    const last = events.at(-1);
    return patiently(patience, stream, async (tried) => {
      const answer = await wire.append(requests);
      const { revision, position, told } = readAnswer(answer, stream, expected);
      const isPlain = tried === 0 || told === 'appended';
      if (told !== undefined && position !== undefined && isPlain) return { outcome: told, revision, position };
      const stored = await storedAt(stream, revision);
      const wasThere = stored.position <= before || !isSame(stored, last);
      return { outcome: wasThere ? 'idempotent' : 'appended', revision, position: stored.position };
    });
  }

  async function storedAt(stream: string, revision: bigint): Promise<Recorded> {
    const [event] = (await reader.page(streamRequest(stream, revision, { count: 1, direction: 'forwards' }), stream)) ?? [];
    if (event?.revision !== revision)
      throw new EventStoreError('STORE_FAILED', { problem: 'appended-event-missing', stream, revision: String(revision) });
    return event;
  }

  /** The same events at the same time, once more: the second waits, so that it can be seen to be the second. */
  async function inTurn(batch: Batch): Promise<Appended> {
    const key = `${batch.events[0]?.id} ${batch.stream}`;
    const earlier = latest.get(key);
    const own = (earlier ?? Promise.resolve()).catch(() => {}).then(() => send(batch));
    latest.set(key, own);
    try {
      const appended = await own;
      if (appended.outcome === 'appended') seen.appended(appended.position);
      else seen.read(appended.position);
      return appended;
    } catch (cause) {
      throw await deletedOrTombstoned(cause, batch);
    } finally {
      if (latest.get(key) === own) latest.delete(key);
    }
  }

  /** The protocol has one word for a stream that is gone for good and for one that may be written anew. */
  async function deletedOrTombstoned(cause: unknown, { stream, expected }: Batch): Promise<unknown> {
    if (!(cause instanceof EventStoreError) || cause.code !== 'STREAM_TOMBSTONED' || expected !== 'stream-exists') return cause;
    const read = reader.page(streamRequest(stream, 'start', { count: 1, direction: 'forwards' }), stream);
    return read.then(
      () => new EventStoreError('STREAM_DELETED', { stream }, cause),
      () => cause,
    );
  }

  return {
    async append(...given) {
      const batch = checkBatch(...given);
      within('waitingAppends', underWay.size + 1);
      within('waitingBytes', bytes + batch.bytes);
      bytes += batch.bytes;
      const own = inTurn(batch);
      underWay.add(own);
      try {
        return await own;
      } finally {
        bytes -= batch.bytes;
        underWay.delete(own);
      }
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

interface Answer {
  readonly revision: bigint;
  /** Where the last event stands; a store need not say. */
  readonly position: Position | undefined;
  readonly told: Appended['outcome'] | undefined;
}

/** @throws EventStoreError WRONG_EXPECTED_REVISION, STORE_FAILED */
function readAnswer({ response, trailers }: AppendAnswer, stream: string, expected: Batch['expected']): Answer {
  const wrong = response.getWrongExpectedVersion();
  if (wrong) {
    const actual = wrong.hasCurrentRevision() ? wrong.getCurrentRevision() : 'no-stream';
    throw new EventStoreError('WRONG_EXPECTED_REVISION', { stream, expected: String(expected), actual });
  }
  const success = response.getSuccess();
  if (!success?.hasCurrentRevision()) throw new EventStoreError('STORE_FAILED', { problem: 'no-outcome' });
  const [told] = trailers.get(OUTCOME);
  const commit = success.getPosition()?.getCommitPosition();
  return {
    revision: BigInt(success.getCurrentRevision()),
    position: commit === undefined ? undefined : (BigInt(commit) as Position),
    told: told === 'appended' || told === 'idempotent' ? told : undefined,
  };
}

function isSame(stored: Recorded, sent: EncodedEvent | undefined): boolean {
  return (
    sent !== undefined &&
    stored.id === sent.id &&
    stored.type === sent.type &&
    Buffer.compare(stored.data, bytesOf(sent.data)) === 0 &&
    Buffer.compare(stored.metadata, bytesOf(sent.metadata)) === 0
  );
}
