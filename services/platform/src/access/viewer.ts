import type { Instant, MemberId, OrganisationId } from '@lianyu/domain/kernel';
import type { Delegated, OrganisationKind, Role } from '@lianyu/domain/organisations';
import type { Audience } from '@lianyu/projections/folds';

/** Who is asking: a signed-in member with today's roles and the audiences that the policies give them (AZ-1). */
export interface Viewer {
  readonly member: MemberId;
  readonly organisation: OrganisationId;
  readonly organisationKind: OrganisationKind;
  /** Own roles, and those delegated for all agreements. */
  readonly roles: readonly Role[];
  readonly delegations: readonly Delegated[];
  readonly secondedFrom?: OrganisationId | undefined;
  /** Sorted, so that two viewers with the same set may share an encoded batch. */
  readonly audiences: readonly Audience[];
  readonly session: string;
  /** The session's end or the first change of a dated role, whichever is sooner (LV-6). */
  readonly expiresAt: Instant;
}
