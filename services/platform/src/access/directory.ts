import { isOrganisationEvent, recorded } from '@lianyu/domain/events';
import { beijingDate, type CalendarDate, fold, type Instant, type MemberId, type OrganisationId, streamOf } from '@lianyu/domain/kernel';
import { changesOf, delegationsOn, type OrganisationState, organisationDecider, rolesOn, secondmentOn } from '@lianyu/domain/organisations';
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

  /** Where a member acts on a day: at home, or where they are sent (挂职). */
  async function place(member: MemberId, day: CalendarDate) {
    const person = vault.person(member);
    if (!person) return undefined;
    const home = await organisation(person.organisation);
    const sent = secondmentOn(home, member, day);
    return { home, state: sent === undefined ? home : await organisation(sent.host), secondedFrom: sent && person.organisation };
  }

  return {
    organisation,
    async principal(member, at) {
      const day = beijingDate(at);
      const found = await place(member, day);
      if (!found) return undefined;
      const { home, state, secondedFrom } = found;
      if (state.id === undefined || !state.profile || !home.members.has(member)) return undefined;
      return {
        member,
        organisation: state.id,
        organisationKind: state.profile.kind,
        roles: rolesOn(state, member, day),
        delegations: delegationsOn(state, member, day),
        ...(secondedFrom === undefined ? {} : { secondedFrom }),
        operator: state.operator,
      };
    },
    async nextChange(member, on) {
      const found = await place(member, on);
      if (!found) return undefined;
      return [...changesOf(found.home, member), ...changesOf(found.state, member)].filter((day) => day > on).sort()[0];
    },
  };
}
