import { within } from '../../input/refuse.ts';
import { type Appended, EventStoreError, limits } from '../../port.ts';
import { eventsIn, type Request } from './request.ts';

export type Outcome = { readonly appended: Appended } | { readonly refused: EventStoreError };

/** Carries these out together, in order, or throws having written nothing of them. */
export type CommitTogether = (requests: readonly Request[]) => readonly Outcome[];

export interface CommitQueue {
  /** @throws EventStoreError LIMIT_EXCEEDED if too much is waiting */
  add(request: Request): Promise<Appended>;
  /** Commits what waits, now. */
  flush(): void;
}

interface Waiting {
  readonly request: Request;
  settle(outcome: Outcome): void;
}

/**
 * Gathers what is asked for in one turn of the event loop into one transaction, so that they share its fsync; no outcome is told
 * before the commit. When the transaction fails as a whole, each append is tried alone: a large one on a nearly full disk
 * must not take the small ones with it, and a refusal must not rest on events that were rolled back.
 */
export function openCommitQueue(commit: CommitTogether): CommitQueue {
  const waiting: Waiting[] = [];
  let bytes = 0;
  let scheduled = false;

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      commitGroup();
      if (waiting.length > 0) schedule();
    });
  }

  function commitGroup(): void {
    const group = waiting.splice(0, groupLength(waiting));
    if (group.length === 0) return;
    for (const { request } of group) bytes -= request.bytes;
    const outcomes = outcomesOf(group.map(({ request }) => request));
    for (const [index, { settle }] of group.entries())
      settle(outcomes[index] ?? { refused: new EventStoreError('STORE_FAILED', { problem: 'no-outcome' }) });
  }

  function outcomesOf(requests: readonly Request[]): readonly Outcome[] {
    try {
      return commit(requests);
    } catch (cause) {
      const refused = cause instanceof EventStoreError ? cause : new EventStoreError('STORE_FAILED', { problem: 'engine' }, cause);
      return requests.length === 1 ? [{ refused }] : requests.flatMap((request) => outcomesOf([request]));
    }
  }

  return {
    add(request) {
      within('waitingAppends', waiting.length + 1);
      within('waitingBytes', bytes + request.bytes);
      bytes += request.bytes;
      return new Promise((resolve, reject) => {
        waiting.push({ request, settle: (outcome) => ('appended' in outcome ? resolve(outcome.appended) : reject(outcome.refused)) });
        schedule();
      });
    },
    flush() {
      while (waiting.length > 0) commitGroup();
    },
  };
}

/** At least one request, and together not more than the largest single one may be. */
function groupLength(waiting: readonly Waiting[]): number {
  let events = 0;
  let bytes = 0;
  let length = 0;
  for (const { request } of waiting) {
    events += eventsIn(request);
    bytes += request.bytes;
    if (length > 0 && (events > limits.batchEvents || bytes > limits.batchBytes)) break;
    length += 1;
  }
  return length;
}
