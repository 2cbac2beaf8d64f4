import type { CalendarDate, MemberId, OrganisationId } from '../kernel/index.ts';
import { type AuthorityDocument, holdsOn } from './authority.ts';
import type { OrganisationState } from './state.ts';

/**
 * 挂职, as it stands with the organisation that sends:
 * ```
 * requested → accepted → (ended, or over after its last day)
 *          ↘ rejected
 * ```
 */
export interface Secondment {
  readonly member: MemberId;
  readonly host: OrganisationId;
  readonly requestedBy: MemberId;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly document: AuthorityDocument;
  readonly phase: 'requested' | 'accepted' | 'rejected' | 'ended';
}

/** The same with the organisation that receives. */
export interface Secondee {
  readonly member: MemberId;
  readonly home: OrganisationId;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly released: boolean;
}

/** Where a member of this organisation acts on a day instead of here. */
export function secondmentOn({ secondments }: OrganisationState, member: MemberId, day: CalendarDate): Secondment | undefined {
  return [...secondments.values()].find((each) => each.phase === 'accepted' && each.member === member && holdsOn(each, day));
}

/** Who belongs here, sent from elsewhere or not: roles are granted to nobody else. */
export function belongs({ members, secondees }: OrganisationState, member: MemberId): boolean {
  return members.has(member) || [...secondees.values()].some((each) => each.member === member && !each.released);
}

/** Whether somebody acts here on a day: one's own people while they are not sent away, others while they are sent here. */
export function actsHereOn(state: OrganisationState, member: MemberId, day: CalendarDate): boolean {
  if (state.members.has(member)) return secondmentOn(state, member, day) === undefined;
  return [...state.secondees.values()].some((each) => each.member === member && !each.released && holdsOn(each, day));
}

/** The days on which a secondment of the member begins or ends by itself, seen from either organisation. */
export function secondedDays({ secondments, secondees }: OrganisationState, member: MemberId): readonly Pick<Secondment, 'from' | 'until'>[] {
  const sent = [...secondments.values()].filter((each) => each.member === member && each.phase === 'accepted');
  const received = [...secondees.values()].filter((each) => each.member === member && !each.released);
  return [...sent, ...received];
}
