import { type Decision, type OrganisationId, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import { approvesOwn } from './approval.ts';
import { type DelegationScope, overlaps, within } from './authority.ts';
import type { Of } from './decide.ts';
import type { Delegation } from './delegation.ts';
import type { OrganisationEvent } from './events.ts';
import { belongs } from './secondment.ts';
import type { OrganisationState } from './state.ts';

/** Whoever holds a role asks; what is delegated is not delegated on, since that takes a grant of one's own. */
export function requestDelegation(
  command: Of<'request-delegation'>,
  state: OrganisationState,
  organisation: OrganisationId,
): Decision<OrganisationEvent> {
  const { actor, today, delegation, delegate, role, from, until, scope, document } = command;
  const principal = actor.member;
  if (delegate === principal) return refuse('DELEGATION_TO_ONESELF');
  if (!belongs(state, delegate)) return refuse('MEMBER_UNKNOWN', { member: delegate });
  if (until < from) return refuse('ROLE_PERIOD_EMPTY', { from, until });
  if (until < today) return refuse('LAST_DAY_PAST', { on: until, today });
  if (!within({ from, until }, document)) return refuse('DELEGATION_BEYOND_DOCUMENT', { from: document.from, until: document.until ?? null });
  const asked = { principal, delegate, role, from, until, scope, document };
  return possible(asked, state) ?? [{ type: 'DelegationRequested', data: { organisation, delegation, ...asked } }];
}

type Deciding = Of<'approve-delegation' | 'reject-delegation' | 'revoke-delegation' | 'withdraw-delegation'>;

export function decideDelegation(command: Deciding, state: OrganisationState, organisation: OrganisationId): Decision<OrganisationEvent> {
  const { actor, today, delegation } = command;
  const known = state.delegations.get(delegation);
  if (!known) return refuse('DELEGATION_UNKNOWN', { delegation });
  const { principal, delegate, phase, until } = known;
  const base = { organisation, delegation, principal, delegate };
  const decided = refuse('DELEGATION_DECIDED', { delegation, state: until < today ? 'over' : phase });
  switch (command.type) {
    case 'approve-delegation':
      if (phase !== 'requested' || until < today) return decided;
      if (approvesOwn(actor, [principal, delegate])) return refuse('DELEGATION_NEEDS_SECOND_PERSON', { delegation });
      return possible(known, state, delegation) ?? [{ type: 'DelegationApproved', data: { ...base, approvedBy: actor.member } }];
    case 'reject-delegation':
      if (phase !== 'requested') return decided;
      return [{ type: 'DelegationRejected', data: { ...base, rejectedBy: actor.member, reason: command.reason } }];
    case 'withdraw-delegation':
    case 'revoke-delegation':
      if (command.type === 'withdraw-delegation' && actor.member !== principal) return refuse('DELEGATION_NOT_OWN', { delegation });
      if ((phase !== 'requested' && phase !== 'granted') || until < today) return decided;
      return [{ type: 'DelegationRevoked', data: { ...base, reason: command.reason } }];
  }
}

/** On whose behalf somebody acts must never be a question: nobody holds a role twice on one day. */
function possible(asked: Omit<Delegation, 'phase'>, { grants, delegations }: OrganisationState, but?: string): Refusal<RefusalCode> | undefined {
  const { principal, delegate, role } = asked;
  if (!grants.some((grant) => grant.member === principal && grant.role === role && overlaps(grant, asked))) {
    return refuse('ROLE_NOT_HELD', { member: principal, role });
  }
  if (grants.some((grant) => grant.member === delegate && grant.role === role && overlaps(grant, asked))) {
    return refuse('ROLE_HELD', { member: delegate, role });
  }
  const other = [...delegations].find(([id, each]) => id !== but && stands(each) && sameRole(each, asked) && overlaps(each, asked));
  return other && refuse('DELEGATION_EXISTS', { delegation: other[0] });
}

const stands = ({ phase }: Delegation) => phase === 'requested' || phase === 'granted';
const sameRole = (one: Omit<Delegation, 'phase'>, other: Omit<Delegation, 'phase'>) =>
  one.delegate === other.delegate && one.role === other.role && meet(one.scope, other.scope);
const meet = (one: DelegationScope, other: DelegationScope) => one.kind === 'all' || other.kind === 'all' || one.agreement === other.agreement;
