import type { Availability, CommandName } from '@lianyu/contract';
import type { ClearanceStep } from '@lianyu/domain/clearance';
import { isRefusal, type Refusal } from '@lianyu/domain/kernel';
import type { EventStore } from '@lianyu/event-store';
import { personIn, rolesIn } from '../access/acting.ts';
import { authorise, matterOf, type Principal, type Resource } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import { capacityOf } from '../commands/definitions.ts';
import { assuming } from '../commands/duties.ts';

interface Asked {
  readonly command: CommandName;
  /** What the rules of the thing itself say against it. */
  readonly missing: readonly Refusal[];
  readonly resource: Resource;
  readonly step?: ClearanceStep | undefined;
  /** Whether it begins something new, in which nobody has a duty yet. */
  readonly begins?: boolean;
}

export type Telling = (principal: Principal, asked: Asked) => Promise<Availability>;

/** What a viewer may do and what is missing (AZ-4): the policies' word, that of the rules, and of the separation of duties. */
export function createTelling({ store, policies }: { store: EventStore; policies: PolicySet }): Telling {
  return async (principal, { command, missing, resource, step, begins = false }) => {
    const context = step === undefined ? {} : { step };
    const matter = matterOf(resource);
    const person = personIn(principal, capacityOf(command, rolesIn(principal, matter), step), matter);
    const denied = authorise(policies, principal, command, resource, context).allowed
      ? []
      : [{ code: 'FORBIDDEN', data: { action: command, ...context } }];
    const apart = denied.length > 0 || matter === undefined ? [] : await assuming(store, person, [{ id: matter, sideOnly: begins }]);
    const separate = isRefusal(apart) && !missing.some(({ code }) => code === apart.code) ? [apart] : [];
    const all = [...denied, ...[...missing, ...separate].map(({ code, data }) => ({ code, data: { ...data } }))];
    return { command, allowed: all.length === 0, ...(person.onBehalfOf === undefined ? {} : { onBehalfOf: person.onBehalfOf }), missing: all };
  };
}
