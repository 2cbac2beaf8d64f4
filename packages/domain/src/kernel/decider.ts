import type { DomainEvent, Recorded } from './envelope.ts';
import type { Refusal } from './refusal.ts';
import type { RefusalCode } from './refusal-codes.ts';

/** What `decide` answers: the facts that follow, or why none do. */
export type Decision<Event> = readonly Event[] | Refusal<RefusalCode>;

/**
 * The rules of one kind of stream (CM-1). Both functions are pure: time, ids, digests and reference data arrive inside
 * the command. `evolve` takes the event as it was recorded, since who acted is part of what happened, and never refuses.
 */
export interface Decider<Command, State, Event extends DomainEvent> {
  readonly initial: State;
  decide(command: Command, state: State): Decision<Event>;
  evolve(state: State, recorded: Recorded<Event>): State;
}

/** The state after `events`, from the beginning or from a state that was folded before. */
export function fold<State, Event extends DomainEvent>(
  decider: Pick<Decider<never, State, Event>, 'initial' | 'evolve'>,
  events: Iterable<Recorded<Event>>,
  from: State = decider.initial,
): State {
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}
