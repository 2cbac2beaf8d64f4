import { type CalendarDate, type CommandId, type MemberId, type NegotiationId, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import { type AuthorityDocument, type DelegableRole, type DelegationScope, holdsOn, type SigningAuthority } from './authority.ts';
import { actsHereOn } from './secondment.ts';
import { type OrganisationState, rolesOn } from './state.ts';

/**
 * ```
 * requested → granted → (revoked, or over after its last day)
 *          ↘ rejected, revoked
 * ```
 */
export interface Delegation {
  readonly principal: MemberId;
  readonly delegate: MemberId;
  readonly role: DelegableRole;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly scope: DelegationScope;
  readonly document: AuthorityDocument;
  readonly phase: 'requested' | 'granted' | 'rejected' | 'revoked';
}

/** A role that somebody may act in today on behalf of its holder. */
export interface Delegated {
  readonly delegation: CommandId;
  readonly principal: MemberId;
  readonly role: DelegableRole;
  /** The one agreement that it is for; missing for all. */
  readonly agreement?: NegotiationId | undefined;
  readonly until: CalendarDate;
}

/** What is delegated to a member on a day: granted, within its days, and from somebody who holds the role that day. */
export function delegationsOn(state: OrganisationState, delegate: MemberId, day: CalendarDate): readonly Delegated[] {
  return [...state.delegations].flatMap(([delegation, { phase, principal, role, scope, until, ...rest }]) => {
    const holds = phase === 'granted' && rest.delegate === delegate && holdsOn({ from: rest.from, until }, day);
    if (!holds || !actsHereOn(state, delegate, day) || !rolesOn(state, principal, day).includes(role)) return [];
    return [{ delegation, principal, role, until, ...(scope.kind === 'agreement' ? { agreement: scope.agreement } : {}) }];
  });
}

/** The documents that a signature stands on, on this day: the signatory's own, or the delegation's and the principal's. */
export function signingAuthorityOf(
  state: OrganisationState,
  { member, onBehalfOf }: { readonly member: MemberId; readonly onBehalfOf?: MemberId | undefined },
  delegation: CommandId | undefined,
  today: CalendarDate,
): AuthorityDocument | Refusal<RefusalCode> {
  const own = validAuthority(state, onBehalfOf ?? member, today);
  if (onBehalfOf === undefined || 'refused' in own) return own;
  const document = delegation === undefined ? undefined : state.delegations.get(delegation)?.document;
  return document === undefined ? refuse('SIGNING_AUTHORITY_MISSING', { member }) : valid(document, today);
}

function validAuthority(state: OrganisationState, member: MemberId, today: CalendarDate): AuthorityDocument | Refusal<RefusalCode> {
  const recorded = [...state.authorities.values()].filter((each: SigningAuthority) => each.member === member && !each.withdrawn);
  const found = recorded.find(({ document }) => holdsOn(document, today)) ?? recorded.at(-1);
  return found ? valid(found.document, today) : refuse('SIGNING_AUTHORITY_MISSING', { member });
}

function valid(document: AuthorityDocument, today: CalendarDate): AuthorityDocument | Refusal<RefusalCode> {
  if (holdsOn(document, today)) return document;
  const { documentNumber, from, until } = document;
  return refuse('SIGNING_AUTHORITY_NOT_VALID', { documentNumber, from, until: until ?? null, today });
}
