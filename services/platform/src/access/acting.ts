import type { Person } from '@lianyu/domain/kernel';
import type { Delegated, Role } from '@lianyu/domain/organisations';
import type { Principal } from './authorise.ts';

/** The roles in which a member may act in one matter: their own, and those delegated to them for it or for all. */
export function rolesIn({ roles, delegations }: Principal, matter: string | undefined): readonly Role[] {
  return together(roles, delegations.filter(covering(matter)));
}

/** The roles in which a member may act somewhere: enough for files and drafts, which belong to no matter yet. */
export function rolesAnywhere({ roles, delegations }: Principal): readonly Role[] {
  return together(roles, delegations);
}

/** By which delegation a member acts in a capacity; none where the role is their own. */
export function delegationFor({ roles, delegations }: Principal, capacity: Role, matter: string | undefined): Delegated | undefined {
  if (roles.includes(capacity)) return undefined;
  return delegations.filter(covering(matter)).find(({ role }) => role === capacity);
}

/** Who acts, as every record names them: with the principal of a delegate, and where a seconded person comes from. */
export function personIn(principal: Principal, capacity: Role, matter: string | undefined): Person {
  const { member, organisation, secondedFrom } = principal;
  const delegated = delegationFor(principal, capacity, matter);
  return {
    kind: 'person',
    member,
    organisation,
    capacity,
    ...(delegated === undefined ? {} : { onBehalfOf: delegated.principal }),
    ...(secondedFrom === undefined ? {} : { secondedFrom }),
  };
}

const covering =
  (matter: string | undefined) =>
  ({ agreement }: Delegated): boolean =>
    agreement === undefined || agreement === matter;

const together = (roles: readonly Role[], delegated: readonly Delegated[]): readonly Role[] =>
  [...new Set([...roles, ...delegated.map(({ role }) => role)])].sort();
