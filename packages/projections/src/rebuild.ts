import type { EventStore, Position, StoredEvent } from '@lianyu/event-store';
import { createFolder } from './folder.ts';
import type { Projection } from './folds/projection.ts';
import type { Beside, Difference, RunnerStore } from './read-store.ts';

/** What a rebuild reads: the log, from its beginning. */
export type Log = Pick<EventStore, 'readAll'>;

/** Events that are folded into one transaction; between two of them the live documents go on. */
const PAGE = 200;
/** Differences that are told: enough to see what is wrong. */
const TOLD = 20;

export interface Comparison {
  /** The last event that is in both. */
  readonly position: Position | undefined;
  readonly equal: boolean;
  readonly differences: readonly Difference[];
}

/**
 * Proves, or refutes, that the served documents are those that a rebuild from the beginning of the log makes, byte for byte
 * and version by version (PR-3). May run beside the runner of the same process; changes nothing that is served.
 */
export async function compareWithRebuild({
  store,
  readStore,
  projections,
}: {
  readonly store: Log;
  readonly readStore: RunnerStore;
  readonly projections: readonly Projection[];
}): Promise<Comparison> {
  return buildBeside({ store, readStore, projections }, readStore.checkpoint, (beside, position) => {
    const differences = beside.differences(TOLD);
    return { position, equal: differences.length === 0, differences };
  });
}

/**
 * Folds the log from its beginning into documents beside the served ones until it has come as far as they have, which it
 * may have to chase.
 * @param arrived runs at that moment, before either can go on
 */
export async function buildBeside<Result>(
  { store, readStore, projections }: { readonly store: Log; readonly readStore: RunnerStore; readonly projections: readonly Projection[] },
  goal: () => Position | undefined,
  arrived: (beside: Beside, at: Position | undefined) => Result,
): Promise<Result> {
  const beside = readStore.beside();
  try {
    const folder = createFolder(beside, projections);
    let at: Position | undefined;
    while (at !== goal()) {
      const events = await pageAfter(store, at, goal());
      beside.write(folder.fold(events));
      at = events.at(-1)?.position;
    }
    return arrived(beside, at);
  } finally {
    beside.drop();
  }
}

/** At least one event. @throws when the log ends before the documents do */
async function pageAfter(store: Log, after: Position | undefined, goal: Position | undefined): Promise<readonly StoredEvent[]> {
  const page = await store.readAll({ ...(after === undefined ? {} : { after }), limit: PAGE });
  const events = page.filter(({ position }) => goal !== undefined && position <= goal);
  if (events.length === 0) throw new RangeError(`the log holds nothing between ${after} and ${goal}, where the documents stand`);
  return events;
}
