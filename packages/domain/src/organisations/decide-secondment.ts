import { type Decision, type OrganisationId, refuse } from '../kernel/index.ts';
import { approvesOwn } from './approval.ts';
import { overlaps, within } from './authority.ts';
import type { Of } from './decide.ts';
import type { OrganisationEvent } from './events.ts';
import type { OrganisationState } from './state.ts';

/** By the organisation that sends; somebody is sent to one place at a time. */
export function requestSecondment(
  command: Of<'request-secondment'>,
  state: OrganisationState,
  organisation: OrganisationId,
): Decision<OrganisationEvent> {
  const { actor, today, secondment, member, host, from, until, document } = command;
  if (host === organisation) return refuse('SECONDMENT_TO_ITSELF', { organisation });
  if (!state.members.has(member)) return refuse('MEMBER_UNKNOWN', { member });
  if (until < from) return refuse('ROLE_PERIOD_EMPTY', { from, until });
  if (until < today) return refuse('LAST_DAY_PAST', { on: until, today });
  if (!within({ from, until }, document)) return refuse('DELEGATION_BEYOND_DOCUMENT', { from: document.from, until: document.until ?? null });
  const other = [...state.secondments].find(
    ([, each]) => each.member === member && (each.phase === 'requested' || each.phase === 'accepted') && overlaps(each, { from, until }),
  );
  if (other) return refuse('SECONDMENT_EXISTS', { secondment: other[0] });
  return [{ type: 'SecondmentRequested', data: { organisation, secondment, requestedBy: actor.member, member, host, from, until, document } }];
}

/** The organisation that receives accepts, by somebody who neither asked nor is sent; the one that sends ends it early. */
export function decideSecondment(
  command: Of<'accept-secondment' | 'reject-secondment' | 'end-secondment'>,
  state: OrganisationState,
  organisation: OrganisationId,
): Decision<OrganisationEvent> {
  const { actor, today, secondment } = command;
  const known = state.secondments.get(secondment);
  if (!known) return refuse('SECONDMENT_UNKNOWN', { secondment });
  const { member, host, requestedBy, from, until, phase } = known;
  const base = { organisation, secondment, member, host };
  const decided = refuse('SECONDMENT_DECIDED', { secondment, state: until < today ? 'over' : phase });
  switch (command.type) {
    case 'accept-secondment':
      if (phase !== 'requested' || until < today) return decided;
      if (approvesOwn(actor, [requestedBy, member])) return refuse('SECONDMENT_NEEDS_SECOND_PERSON', { secondment });
      return [{ type: 'SecondmentAccepted', data: { ...base, acceptedBy: actor.member, from, until } }];
    case 'reject-secondment':
      if (phase !== 'requested') return decided;
      return [{ type: 'SecondmentRejected', data: { ...base, reason: command.reason } }];
    case 'end-secondment':
      if ((phase !== 'requested' && phase !== 'accepted') || until < today) return decided;
      return [{ type: 'SecondmentEnded', data: { ...base, reason: command.reason } }];
  }
}

/** What the organisation that sends has agreed is carried over by a process (EV-7). */
export function receive(
  command: Of<'receive-secondee' | 'release-secondee'>,
  state: OrganisationState,
  organisation: OrganisationId,
): Decision<OrganisationEvent> {
  const { secondment } = command;
  const known = state.secondees.get(secondment);
  if (command.type === 'release-secondee') {
    if (!known || known.released) return refuse('SECONDMENT_UNKNOWN', { secondment });
    return [{ type: 'SecondeeReleased', data: { organisation, secondment, member: known.member } }];
  }
  if (known) return refuse('SECONDMENT_EXISTS', { secondment });
  const { member, home, from, until } = command;
  return [{ type: 'SecondeeReceived', data: { organisation, secondment, member, home, from, until } }];
}
