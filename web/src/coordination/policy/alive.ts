import type { EventCount } from '@lianyu/projections/folds';
import type { Measure, Work } from '@lianyu/reference-data/policy';

/** What is known of a work: how often and since when, by everybody or by oneself, and by whom where that may be told. */
export interface Alive {
  readonly count: number;
  readonly since: string;
  readonly lastOn: string;
  readonly by: readonly { readonly organisation: string; readonly count: number; readonly since: string }[];
}

export type State = 'alive' | 'waiting' | 'registered';

/** Together over the events of a work; nothing while none has happened. */
export function aliveOf({ events }: Work, counts: ReadonlyMap<string, EventCount>): Alive | undefined {
  const found = events.flatMap((type) => counts.get(type) ?? []);
  if (found.length === 0) return undefined;
  const by = new Map<string, { count: number; since: string }>();
  for (const part of found.flatMap((each) => each.by ?? [])) {
    const before = by.get(part.organisation);
    by.set(part.organisation, { count: (before?.count ?? 0) + part.count, since: before && before.since < part.since ? before.since : part.since });
  }
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    since: found.map(({ since }) => since as string).sort()[0] ?? '',
    lastOn:
      found
        .map(({ lastOn }) => lastOn as string)
        .sort()
        .at(-1) ?? '',
    by: [...by].map(([organisation, part]) => ({ organisation, ...part })).sort((one, other) => other.count - one.count),
  };
}

export function stateOf({ works }: Measure, counts: ReadonlyMap<string, EventCount>): State {
  if (works.length === 0) return 'registered';
  return works.some((work) => aliveOf(work, counts)) ? 'alive' : 'waiting';
}
