import { type AnyEvent, type IsOf, recorded } from '@lianyu/domain/events';
import type { Recorded } from '@lianyu/domain/kernel';
import { type EventStore, limits } from '@lianyu/event-store';

/** A stream folded to its end. */
export interface Folded<State> {
  readonly state: State;
  /** Of the last event that is in it; undefined for a stream that does not exist. */
  readonly revision: bigint | undefined;
}

/** How many streams stay folded: computing a preview again must cost the new events, not the whole stream. */
const KEPT = 500;

/** Folds streams of one kind and keeps what it folded: a stream only grows, so that asking again reads its end alone. */
export function createWarmFold<State, Event extends AnyEvent>(
  store: Pick<EventStore, 'readStream'>,
  decider: { readonly initial: State; evolve(state: State, event: Recorded<Event>): State },
  isOf: IsOf<Event>,
): (stream: string) => Promise<Folded<State>> {
  const known = new Map<string, Folded<State>>();

  return async (stream) => {
    let folded = known.get(stream) ?? { state: decider.initial, revision: undefined };
    for (;;) {
      const from = folded.revision === undefined ? 0n : folded.revision + 1n;
      const page = await store.readStream(stream, { from, limit: limits.readEvents });
      const state = page
        .map(recorded)
        .filter(isOf)
        .reduce((before, event) => decider.evolve(before, event), folded.state);
      folded = { state, revision: page.at(-1)?.revision ?? folded.revision };
      if (page.length < limits.readEvents) break;
    }
    if (folded.revision === undefined) return folded;
    // Two readers may overlap; the one who read further is kept. What was longest not asked for goes first.
    const other = known.get(stream);
    known.delete(stream);
    known.set(stream, other?.revision !== undefined && other.revision > folded.revision ? other : folded);
    for (const name of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(name);
    }
    return folded;
  };
}
