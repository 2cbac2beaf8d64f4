import type { CalendarDate, CommandId, NegotiationId, OrganisationId, Person } from '../kernel/index.ts';
import type { Concerning, CoordinationKind } from './events.ts';

interface Given {
  readonly actor: Person;
  readonly coordination: CommandId;
}

/** Commands on one coordination. Who offers and closes is the office of the actor, who answers the actor's organisation. */
export type CoordinationCommand =
  | (Given & {
      readonly type: 'offer-coordination';
      readonly agreement: NegotiationId;
      readonly kind: CoordinationKind;
      readonly to: readonly OrganisationId[];
      readonly text: string;
      readonly concerning: Concerning | undefined;
      readonly answerBy: CalendarDate | undefined;
      readonly today: CalendarDate;
    })
  | (Given & { readonly type: 'answer-coordination'; readonly text: string })
  | (Given & { readonly type: 'close-coordination'; readonly text: string });
