import type { EventStore, StoredEvent } from '@lianyu/event-store';
import { createFolder, type Documents, type ReadStore } from '@lianyu/projections';
import { type Audience, projections } from '@lianyu/projections/folds';
import { openSqliteReadStore } from '@lianyu/projections/sqlite';
import { Chance } from './random.ts';

interface Asked {
  readonly store: Pick<EventStore, 'readAll'>;
  readonly readStore: ReadStore;
  /** Every list and page there is: all documents of a kind, or of a topic, that one readership may read. */
  readonly series: readonly { readonly what: 'kind' | 'topic'; readonly name: string; readonly audience: Audience }[];
  readonly moments: number;
  readonly seed: number;
  /** Of so many series one is looked at in each moment, as chance has it. */
  readonly oneIn: number;
}

/** Folds the log once more, stops at random moments, and compares all that stands there with what is served as of then. */
export async function momentsThatDiffer({ store, readStore, series, moments, seed, oneIn }: Asked) {
  const events = await everything(store);
  const chance = new Chance(seed);
  const stops = new Set<number>();
  while (stops.size < Math.min(moments, events.length)) stops.add(chance.between(1, events.length));
  const cut = openSqliteReadStore({ path: ':memory:' });
  const { fence } = cut.takeOver([]);
  const folder = createFolder(cut, projections);
  const differing: string[] = [];
  let compared = 0;
  let from = 0;
  for (const stop of [...stops].sort((one, other) => one - other)) {
    const before = events[from - 1]?.position;
    const { position } = events[stop - 1] as StoredEvent;
    cut.write(fence, before, { position, ...folder.fold(events.slice(from, stop)) });
    from = stop;
    const then = readStore.asOf(position);
    for (const each of series) {
      if (!chance.once(oneIn)) continue;
      const [stood, folded] = [contentOf(then, each), contentOf(cut, each)];
      compared += 1;
      if (stood !== folded && differing.length < 5) differing.push(`${each.what} ${each.name} for ${each.audience} at ${position}`);
    }
  }
  cut.close();
  return { moments: stops.size, compared, differing };
}

const MOST = 100_000;

function contentOf(documents: Documents, { what, name, audience }: Asked['series'][number]): string {
  const found =
    what === 'kind'
      ? documents.list({ kind: name, audiences: [audience], limit: MOST }).documents
      : documents.topic(name, [audience], MOST).documents;
  const lines = found.map(({ kind, key, topic, sort, version, json }) => `${kind} ${key} ${topic} ${sort} ${version} ${json}`);
  // Between two kinds of the same sort and key in one topic no order is promised.
  return (what === 'kind' ? lines : lines.sort()).join('\n');
}

async function everything(store: Asked['store']): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (;;) {
    const last = events.at(-1);
    const page = await store.readAll({ ...(last ? { after: last.position } : {}), limit: 1_000 });
    events.push(...page);
    if (page.length < 1_000) return events;
  }
}
