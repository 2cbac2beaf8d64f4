import { type Decider, type MemberId, type OrganisationId, refuse } from '../kernel/index.ts';
import type { Role } from '../organisations/role.ts';
import type { DutyEvent } from './events.ts';
import { clashOf } from './matrix.ts';

export interface AssumeDuty {
  readonly type: 'assume-duty';
  readonly matter: string;
  readonly member: MemberId;
  readonly organisation: OrganisationId;
  readonly duty?: Role | undefined;
}

/** For whom a natural person has acted in a matter, and in which capacities, oneself or through a delegate. */
export interface Duties {
  readonly organisation: OrganisationId | undefined;
  readonly held: ReadonlySet<Role>;
}

/** One person acts for one party, and in no two capacities that exclude each other (AZ-3). What is known already is no event. */
export const dutiesDecider: Decider<AssumeDuty, Duties, DutyEvent> = {
  initial: { organisation: undefined, held: new Set() },
  decide({ matter, member, organisation, duty }, state) {
    if (state.organisation !== undefined && state.organisation !== organisation) {
      return refuse('ACTS_FOR_ANOTHER_PARTY', { party: state.organisation });
    }
    const clash = duty === undefined ? undefined : clashOf(duty, state.held);
    if (clash) return refuse('DUTIES_NOT_SEPARATE', { ...clash });
    const known = state.organisation !== undefined && (duty === undefined || state.held.has(duty));
    return known ? [] : [{ type: 'DutyAssumed', data: { matter, member, organisation, ...(duty === undefined ? {} : { duty }) } }];
  },
  evolve({ held }, { event }) {
    const { organisation, duty } = event.data;
    return { organisation, held: duty === undefined ? held : new Set([...held, duty]) };
  },
};
