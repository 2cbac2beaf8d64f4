import type { AnyEvent, IsOf } from '@lianyu/domain/events';
import {
  type Actor,
  type CalendarDate,
  type Classification,
  type CommandId,
  type Decider,
  type Decision,
  fold,
  type Instant,
  type Recorded,
} from '@lianyu/domain/kernel';
import { outsideMatters, type Resource } from '../access/authorise.ts';
import type { Matter } from './duties.ts';

/** When and by whom a command is decided. */
export interface Occasion {
  readonly actor: Actor;
  readonly at: Instant;
  readonly today: CalendarDate;
  readonly commandId: CommandId;
}

/** A command on its way: the one stream that decides it, what the policies are asked about, and the decision itself. */
export interface Plan {
  readonly stream: string;
  readonly classification: Classification;
  /** What the answer names: the aggregate that was made or changed. */
  readonly subject: string;
  /** The state as it stands after these events, ready to be asked. */
  stand(events: readonly Recorded<AnyEvent>[]): Standing;
}

export interface Standing {
  readonly resource: Resource;
  readonly context?: Record<string, string>;
  /** Where the duties of whoever acts are kept (AZ-3); none for what belongs to no agreement. */
  readonly matters: readonly Matter[];
  decide(occasion: Occasion): Decision<AnyEvent>;
}

/** Ties a decider to a stream. The state's type stays inside. */
export function plan<Command, State, Event extends AnyEvent>(parts: {
  readonly stream: string;
  readonly classification: Classification;
  readonly subject: string;
  readonly decider: Decider<Command, State, Event>;
  readonly isOf: IsOf<Event>;
  readonly resource: (state: State) => Resource;
  readonly context?: Record<string, string>;
  /** The agreement that a negotiation is about changing: there as here a person acts for one party. */
  readonly about?: (state: State) => string | undefined;
  readonly command: (occasion: Occasion, state: State) => Command;
}): Plan {
  const { stream, classification, subject, decider } = parts;
  return {
    stream,
    classification,
    subject,
    stand(events) {
      const state = fold(decider, events.filter(parts.isOf));
      const resource = parts.resource(state);
      return {
        resource,
        matters: outsideMatters.has(resource.type) ? [] : mattersOf(subject, parts.about?.(state)),
        ...(parts.context ? { context: parts.context } : {}),
        decide: (occasion) => decider.decide(parts.command(occasion, state), state),
      };
    },
  };
}

/** A subject begins with the id of the negotiation or agreement: `<agreement>/<clause>/<ledger>`. */
function mattersOf(subject: string, about: string | undefined): readonly Matter[] {
  const own = { id: subject.split('/')[0] ?? subject, sideOnly: false };
  return about === undefined ? [own] : [own, { id: about, sideOnly: true }];
}
