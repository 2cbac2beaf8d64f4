import { isOrganisationEvent, recorded } from '@lianyu/domain/events';
import { beijingDate, type CalendarDate, fold, type Instant, type MemberId, type OrganisationId, streamOf } from '@lianyu/domain/kernel';
import { changesOf, delegationsOn, type OrganisationState, organisationDecider, rolesOn } from '@lianyu/domain/organisations';
import { type EventStore, limits } from '@lianyu/event-store';
import type { Vault } from '@lianyu/vault';
import type { Principal } from './authorise.ts';

/** Who belongs where, and with which roles today: read from the organisations' streams, never from a read model that may lag. */
export interface Directory {
  organisation(id: OrganisationId): Promise<OrganisationState>;
  principal(member: MemberId, at: Instant): Promise<Principal | undefined>;
  /** The first day after `on` at which a dated role of the member, own or delegated, begins or ends. */
  nextChange(member: MemberId, on: CalendarDate): Promise<CalendarDate | undefined>;
}

export function createDirectory({ store, vault }: { store: EventStore; vault: Pick<Vault, 'person'> }): Directory {
  const known = new Map<OrganisationId, { state: OrganisationState; next: bigint }>();

  async function organisation(id: OrganisationId): Promise<OrganisationState> {
    let entry = known.get(id) ?? { state: organisationDecider.initial, next: 0n };
    for (;;) {
      const page = await store.readStream(streamOf.organisation(id), { from: entry.next, limit: limits.readEvents });
      if (page.length === 0) break;
      entry = {
        state: fold(organisationDecider, page.map(recorded).filter(isOrganisationEvent), entry.state),
        next: entry.next + BigInt(page.length),
      };
      if (page.length < limits.readEvents) break;
    }
    // Two readers may overlap; the one who read further wins.
    if ((known.get(id)?.next ?? 0n) < entry.next) known.set(id, entry);
    return entry.state;
  }

  return {
    organisation,
    async principal(member, at) {
      const person = vault.person(member);
      if (!person) return undefined;
      const state = await organisation(person.organisation);
      if (!state.profile || !state.members.has(member)) return undefined;
      return {
        member,
        organisation: person.organisation,
        organisationKind: state.profile.kind,
        roles: rolesOn(state, member, beijingDate(at)),
        delegations: delegationsOn(state, member, beijingDate(at)),
        operator: state.operator,
      };
    },
    async nextChange(member, on) {
      const person = vault.person(member);
      if (!person) return undefined;
      const state = await organisation(person.organisation);
      return changesOf(state, member)
        .filter((day) => day > on)
        .sort()[0];
    },
  };
}
