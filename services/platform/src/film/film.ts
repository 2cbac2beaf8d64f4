import type { Film, Frame } from '@lianyu/contract';
import { filmLimits } from '@lianyu/contract';
import type { Delta } from '@lianyu/contract/live';
import { type AnyEvent, recorded } from '@lianyu/domain/events';
import { categoryOf, type Instant, type Recorded } from '@lianyu/domain/kernel';
import { type EventStore, limits, type Position } from '@lianyu/event-store';
import { type Audience, agreements, coordinations, type Document, deadlines, type Projection } from '@lianyu/projections/folds';

/** What the wall is drawn from: of these projections the documents of these kinds. */
const shown: readonly Projection[] = [agreements, coordinations, deadlines] as readonly Projection[];
const KINDS: ReadonlySet<string> = new Set(['agreement-row', 'activity', 'deadline', 'coordination']);

interface Asked {
  readonly audiences: readonly Audience[];
  readonly from: Instant;
  readonly until: Instant;
}

interface Folded {
  readonly projection: Projection;
  readonly key: string;
  state: unknown;
  /** Visible documents by identity, from the opening of the film on. */
  documents: ReadonlyMap<string, Held>;
}

interface Held {
  readonly document: Document;
  readonly text: string;
}

/**
 * The log as a film for one viewer: the same folds as the live documents (PR-1), from the beginning of the log, told from `from`
 * on. An event belongs to the first instant that is not before its own nor before any earlier event's (PR-4).
 */
export async function filmOf(store: Pick<EventStore, 'readAll'>, { audiences, from, until }: Asked): Promise<Film> {
  const reel = createReel(audiences);
  const frames: Frame[] = [];
  let opening: Film['opening'] | undefined;
  let command: string | undefined;
  let at = '' as Instant;
  let cut = false;
  for await (const event of eventsOf(store)) {
    if (event.metadata.recordedAt > at) at = event.metadata.recordedAt;
    if (at > until) break;
    if (at > from) opening ??= reel.open();
    const deltas = reel.take(event, opening !== undefined);
    if (deltas.length === 0) continue;
    const last = frames.at(-1);
    if (last && event.metadata.commandId === command) frames[frames.length - 1] = { at: last.at, deltas: [...last.deltas, ...deltas] };
    else if (frames.length === filmLimits.frames) {
      cut = true;
      break;
    } else frames.push({ at, deltas });
    command = event.metadata.commandId;
  }
  opening ??= reel.open();
  return { from, until, opening: opening.slice(0, filmLimits.opening), frames, cut: cut || opening.length > filmLimits.opening };
}

function createReel(audiences: readonly Audience[]) {
  const states = new Map<string, Folded>();
  let version = 0;

  const visible = ({ projection, key }: Folded, state: unknown): ReadonlyMap<string, Held> =>
    new Map(
      projection
        .documents(state, key)
        .filter(({ kind, audience }) => KINDS.has(kind) && audiences.includes(audience))
        .map((document) => [`${document.kind}\n${document.key}\n${document.audience}`, { document, text: textOf(document) }]),
    );

  function rowOf({ kind, key, audience, topic, sort, body }: Document): Film['opening'][number] {
    version += 1;
    return { kind, key, audience, topic, sort, version, body };
  }

  function between(before: ReadonlyMap<string, Held>, after: ReadonlyMap<string, Held>): Delta[] {
    const deltas: Delta[] = [];
    for (const [identity, { document }] of before) {
      if (after.has(identity)) continue;
      const { body: _, sort: __, ...gone } = rowOf(document);
      deltas.push({ op: 'remove', ...gone });
    }
    for (const [identity, { document, text }] of after) if (before.get(identity)?.text !== text) deltas.push({ op: 'put', row: rowOf(document) });
    return deltas;
  }

  return {
    /** All that is visible now, newest first. */
    open(): Film['opening'] {
      for (const folded of states.values()) folded.documents = visible(folded, folded.state);
      const rows = [...states.values()].flatMap(({ documents }) => [...documents.values()].map(({ document }) => rowOf(document)));
      return rows.sort((one, other) => (one.sort < other.sort ? 1 : one.sort > other.sort ? -1 : 0));
    },
    /** Takes an event in; tells what changed once the film has been opened. */
    take(event: Recorded<AnyEvent>, opened: boolean): Delta[] {
      return shown.flatMap((projection) =>
        keysIn(projection, event).flatMap((key) => {
          const name = `${projection.name}/${key}`;
          const folded = states.get(name) ?? { projection, key, state: projection.initial, documents: new Map() };
          states.set(name, folded);
          const state = projection.evolve(folded.state, event);
          if (state === folded.state) return [];
          folded.state = state;
          if (!opened) return [];
          const after = visible(folded, state);
          const deltas = between(folded.documents, after);
          folded.documents = after;
          return deltas;
        }),
      );
    },
  };
}

const textOf = ({ topic, sort, body }: Document) => JSON.stringify([topic, sort, body]);

function keysIn({ categories, keyOf, alsoKeysOf }: Projection, event: Recorded<AnyEvent>): readonly string[] {
  if (!categories.includes(categoryOf(event.stream))) return [];
  const key = keyOf(event);
  return key === undefined ? [] : [key, ...(alsoKeysOf?.(event) ?? [])];
}

async function* eventsOf(store: Pick<EventStore, 'readAll'>): AsyncGenerator<Recorded<AnyEvent>> {
  let after: Position | undefined;
  for (;;) {
    const page = await store.readAll({ ...(after === undefined ? {} : { after }), limit: limits.readEvents });
    yield* page.map(recorded);
    after = page.at(-1)?.position ?? after;
    if (page.length < limits.readEvents) return;
    // Others are served between two pages.
    await new Promise(setImmediate);
  }
}
