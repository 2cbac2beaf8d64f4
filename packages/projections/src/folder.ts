import { deserialize, serialize } from 'node:v8';
import { type AnyEvent, recorded } from '@lianyu/domain/events';
import { categoryOf, type Recorded } from '@lianyu/domain/kernel';
import type { Position, StoredEvent } from '@lianyu/event-store';
import { byIdentity, type Documents, difference } from './difference.ts';
import type { Projection } from './folds/projection.ts';
import type { Folded, Moment, Projected, ProjectedChange, RunnerStore } from './read-store.ts';

/** Folded states kept in memory: so many, and so many bytes as they are stored. */
const KEPT = { states: 2_000, bytes: 64 * 1_048_576 };

interface Kept {
  readonly projection: Projection;
  readonly key: string;
  state: unknown;
  documents: Documents;
  bytes: number;
}

/** Folds events in the order of the log into what is to be written. What it holds in memory is what was written, or is about to be. */
export function createFolder(store: Pick<RunnerStore, 'state'>, projections: readonly Projection[], kept = KEPT) {
  const known = new Map<string, Kept>();

  function before(projection: Projection, key: string): Kept {
    const name = `${projection.name}/${key}`;
    const folded = known.get(name) ?? load(projection, key);
    // Set anew, so that what was longest not asked for stands first.
    known.delete(name);
    known.set(name, folded);
    return folded;
  }

  function load(projection: Projection, key: string): Kept {
    const stored = store.state(projection.name, key);
    const state: unknown = stored === undefined ? projection.initial : deserialize(stored);
    return { projection, key, state, documents: byIdentity(projection.documents(state, key)), bytes: stored?.length ?? 0 };
  }

  function apply(event: Recorded<AnyEvent>, position: Position, touched: Set<Kept>): readonly ProjectedChange[] {
    return projections.flatMap((projection) => keysIn(projection, event).flatMap((key) => applyTo(projection, key, event, position, touched)));
  }

  function applyTo(
    projection: Projection,
    key: string,
    event: Recorded<AnyEvent>,
    position: Position,
    touched: Set<Kept>,
  ): readonly ProjectedChange[] {
    const folded = before(projection, key);
    const state = projection.evolve(folded.state, event);
    if (state === folded.state) return [];
    const documents = byIdentity(projection.documents(state, key));
    const changes = difference(folded.documents, documents, position);
    folded.state = state;
    folded.documents = documents;
    touched.add(folded);
    return changes;
  }

  function stored(folded: Kept): Projected['states'][number] {
    const state = serialize(folded.state);
    folded.bytes = state.length;
    return { projection: folded.projection.name, key: folded.key, state };
  }

  /** Between batches only: what is folded but not yet written must not be read from the store. */
  function trim(): void {
    let bytes = 0;
    for (const folded of known.values()) bytes += folded.bytes;
    for (const [name, folded] of known) {
      if (known.size <= kept.states && bytes <= kept.bytes) return;
      known.delete(name);
      bytes -= folded.bytes;
    }
  }

  return {
    fold(events: readonly StoredEvent[]): Folded {
      trim();
      const touched = new Set<Kept>();
      const changes: ProjectedChange[] = [];
      const moments: Moment[] = [];
      const all = events.map(recorded);
      for (const [index, event] of all.entries()) {
        const { position } = events[index] as StoredEvent;
        const { actor, commandId, recordedAt } = event.metadata;
        moments.push({ position, at: recordedAt });
        for (const change of apply(event, position, touched)) changes.push(change);
        // Said with the command's last event: then all that it did is in the documents.
        const last = all[index + 1]?.metadata.commandId !== commandId;
        if (actor.kind === 'person' && last) changes.push({ op: 'through', commandId, audience: `member:${actor.member}` });
      }
      return { states: [...touched].map(stored), changes, moments };
    },
    /** After a failed write what is in memory is ahead of what is stored. */
    forget: () => known.clear(),
  };
}
export type Folder = ReturnType<typeof createFolder>;

/** The states that an event belongs to: nearly always one. */
function keysIn({ categories, keyOf, alsoKeysOf }: Projection, event: Recorded<AnyEvent>): readonly string[] {
  if (!categories.includes(categoryOf(event.stream))) return [];
  const key = keyOf(event);
  return key === undefined ? [] : [key, ...(alsoKeysOf?.(event) ?? [])];
}
