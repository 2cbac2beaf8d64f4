import type { EncodedEvent } from '../input/batch.ts';
import { EventStoreError } from '../port.ts';
import { faultOf } from './fault.ts';
import { appendRequests, deleteRequest, tombstoneRequest } from './messages.ts';
import { type Patience, patiently } from './patience.ts';
import type { Wire } from './wire.ts';

/** A way in which the ledger could lose something. */
export interface Unguarded {
  readonly category: string;
  readonly act: 'delete' | 'tombstone' | 'truncate';
}

/** No stream is ever so long: the acts below are refused for this at the latest, and nothing is written. */
const IMPOSSIBLE = 2n ** 62n;
const TRUNCATING: EncodedEvent = {
  id: '6c1d7a0e-2f0b-4c5e-9a3d-5d0c7b1f4e88',
  type: '$metadata',
  contentType: 'json',
  data: '{"$maxCount":1}',
  metadata: '{}',
};

/**
 * Tries what must not be possible (EV-5): to delete, to tombstone and to truncate a stream of each ledger category, one that
 * does not exist and at a revision that it cannot have. A store asks for the right before it looks at the revision: denied
 * means guarded, a conflict means that these credentials may do it. It says nothing about other people's credentials.
 */
export async function unguarded(wire: Wire, patience: Patience, categories: readonly string[]): Promise<readonly Unguarded[]> {
  const found: Unguarded[] = [];
  for (const category of categories) {
    const stream = `${category}-guard`;
    const acts: [Unguarded['act'], () => Promise<unknown>][] = [
      ['delete', () => wire.delete(deleteRequest(stream, IMPOSSIBLE))],
      ['tombstone', () => wire.tombstone(tombstoneRequest(stream, IMPOSSIBLE))],
      ['truncate', () => wire.append(appendRequests(`$$${stream}`, IMPOSSIBLE, [TRUNCATING]))],
    ];
    for (const [act, attempt] of acts) if (!(await patiently(patience, stream, () => isDenied(attempt, stream)))) found.push({ category, act });
  }
  return found;
}

async function isDenied(attempt: () => Promise<unknown>, stream: string): Promise<boolean> {
  try {
    await attempt();
    return false;
  } catch (cause) {
    const { error } = faultOf(cause, stream);
    if (error.code === 'STORE_DENIED' && error.data['problem'] === 'access') return true;
    if (error.code === 'WRONG_EXPECTED_REVISION') return false;
    throw cause instanceof EventStoreError ? error : cause;
  }
}
