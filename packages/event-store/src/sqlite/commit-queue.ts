import type { Batch } from '../input/batch.ts';
import { within } from '../input/refuse.ts';
import { type Appended, EventStoreError, limits } from '../port.ts';

export type Outcome = { readonly appended: Appended } | { readonly refused: EventStoreError };

/** Commits these batches together, in order, or throws having written none of them. */
export type CommitTogether = (batches: readonly Batch[]) => readonly Outcome[];

export interface CommitQueue {
  /** @throws EventStoreError LIMIT_EXCEEDED if too much is waiting */
  append(batch: Batch): Promise<Appended>;
  /** Commits what waits, now. */
  flush(): void;
}

interface Waiting {
  readonly batch: Batch;
  settle(outcome: Outcome): void;
}

/**
 * Gathers the appends of one turn of the event loop into one transaction, so that they share its fsync; no outcome is told
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
    for (const { batch } of group) bytes -= batch.bytes;
    const outcomes = outcomesOf(group.map(({ batch }) => batch));
    for (const [index, { settle }] of group.entries())
      settle(outcomes[index] ?? { refused: new EventStoreError('STORE_FAILED', { problem: 'no-outcome' }) });
  }

  function outcomesOf(batches: readonly Batch[]): readonly Outcome[] {
    try {
      return commit(batches);
    } catch (cause) {
      const refused = cause instanceof EventStoreError ? cause : new EventStoreError('STORE_FAILED', { problem: 'engine' }, cause);
      return batches.length === 1 ? [{ refused }] : batches.flatMap((batch) => outcomesOf([batch]));
    }
  }

  return {
    append(batch) {
      within('waitingAppends', waiting.length + 1);
      within('waitingBytes', bytes + batch.bytes);
      bytes += batch.bytes;
      return new Promise((resolve, reject) => {
        waiting.push({ batch, settle: (outcome) => ('appended' in outcome ? resolve(outcome.appended) : reject(outcome.refused)) });
        schedule();
      });
    },
    flush() {
      while (waiting.length > 0) commitGroup();
    },
  };
}

/** At least one batch, and together not more than the largest single one may be. */
function groupLength(waiting: readonly Waiting[]): number {
  let events = 0;
  let bytes = 0;
  let length = 0;
  for (const { batch } of waiting) {
    events += batch.events.length;
    bytes += batch.bytes;
    if (length > 0 && (events > limits.batchEvents || bytes > limits.batchBytes)) break;
    length += 1;
  }
  return length;
}
