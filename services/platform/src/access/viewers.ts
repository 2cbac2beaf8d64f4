import { beijingDate, type CalendarDate, type Instant, toInstant } from '@lianyu/domain/kernel';
import type { Audience } from '@lianyu/projections/folds';
import type { Session } from '@lianyu/vault';
import { rolesIn } from './acting.ts';
import { audiencesOf } from './audiences.ts';
import type { Principal } from './authorise.ts';
import type { Directory } from './directory.ts';
import type { PolicySet } from './policies.ts';
import type { Viewer } from './viewer.ts';

/** A signed-in member with the policies' view of them. */
export interface SignedIn {
  readonly principal: Principal;
  readonly viewer: Viewer;
}

export interface Viewers {
  /** @returns undefined when the member is no longer one of their organisation. */
  of(session: Session, now: Instant): Promise<SignedIn | undefined>;
}

export function createViewers({ directory, policies }: { directory: Directory; policies: PolicySet }): Viewers {
  const audiences = rememberedAudiences(policies);
  return {
    async of(session, now) {
      const principal = await directory.principal(session.member, now);
      if (!principal) return undefined;
      const change = await directory.nextChange(session.member, beijingDate(now));
      const viewer: Viewer = {
        member: principal.member,
        organisation: principal.organisation,
        organisationKind: principal.organisationKind,
        roles: rolesIn(principal, undefined),
        delegations: principal.delegations,
        ...(principal.secondedFrom === undefined ? {} : { secondedFrom: principal.secondedFrom }),
        audiences: audiences(principal),
        session: session.id,
        expiresAt: change === undefined ? session.expiresAt : sooner(session.expiresAt, beginningOf(change)),
      };
      return { principal, viewer };
    },
  };
}

/** The policies are asked again only when what they are asked about has changed. */
function rememberedAudiences(policies: PolicySet): (principal: Principal) => readonly Audience[] {
  const LIMIT = 5_000;
  const known = new Map<string, readonly Audience[]>();
  return (principal) => {
    const key = JSON.stringify([
      principal.member,
      principal.organisation,
      principal.organisationKind,
      principal.roles,
      principal.delegations,
      principal.operator,
    ]);
    const found = known.get(key);
    if (found) return found;
    const made = audiencesOf(policies, principal);
    if (known.size >= LIMIT) known.clear();
    known.set(key, made);
    return made;
  };
}

const sooner = (one: Instant, other: Instant): Instant => (one < other ? one : other);
/** A day begins in Beijing eight hours before it does in Greenwich. */
const beginningOf = (day: CalendarDate): Instant => toInstant(Date.parse(`${day}T00:00:00.000+08:00`));
