import { beijingDate, type CalendarDate, type OrganisationId } from '@lianyu/domain/kernel';
import type { Audience, Document, Projection } from '../projection.ts';
import { countedOf } from './counted.ts';
import type { EventCount } from './schemas.ts';

export { counted } from './counted.ts';

interface Count {
  readonly count: number;
  readonly since: CalendarDate;
  readonly lastOn: CalendarDate;
}

/** One type of event: all of it, and each organisation's part. */
interface Alive {
  readonly all: Count | undefined;
  readonly total: readonly Audience[];
  readonly by: ReadonlyMap<OrganisationId, Count>;
}

/** What of the policy is alive, since when and by whom: the events that prove it, counted. */
export const coverage: Projection<Alive> = {
  name: 'coverage',
  version: 1,
  categories: ['agreement', 'figures', 'settlement', 'organisation', 'clearance', 'procedure', 'quota'],
  keyOf: ({ event }) => (countedOf(event) ? event.type : undefined),
  initial: { all: undefined, total: [], by: new Map() },
  evolve(state, { event, metadata }) {
    const found = countedOf(event);
    if (!found) return state;
    const on = beijingDate(metadata.recordedAt);
    const by = new Map(state.by);
    for (const organisation of found.whose) by.set(organisation, oneMore(by.get(organisation), on));
    return { all: oneMore(state.all, on), total: found.total, by };
  },
  documents({ all, total, by }, type): readonly Document[] {
    if (!all) return [];
    const about = { kind: 'event-count', key: type, topic: 'coverage', sort: type };
    const parts = [...by]
      .map(([organisation, count]) => ({ organisation, ...count }))
      .sort((one, other) => (one.organisation < other.organisation ? -1 : 1));
    const whole: EventCount = { type, ...all, by: parts };
    return [
      ...total.map((audience) => ({ ...about, audience, body: whole })),
      ...parts.map(
        ({ organisation, ...count }): Document => ({
          ...about,
          audience: `organisation:${organisation}`,
          body: { type, ...count } satisfies EventCount,
        }),
      ),
    ];
  },
};

/** Events of different streams are not handed in by the clock: the first day is the earliest there is. */
function oneMore(before: Count | undefined, on: CalendarDate): Count {
  if (!before) return { count: 1, since: on, lastOn: on };
  return { count: before.count + 1, since: on < before.since ? on : before.since, lastOn: on > before.lastOn ? on : before.lastOn };
}
