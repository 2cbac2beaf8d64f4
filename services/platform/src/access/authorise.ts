import { type EntityJson, statefulIsAuthorized, type TypeAndId } from '@cedar-policy/cedar-wasm/nodejs';
import type { MemberId, OrganisationId } from '@lianyu/domain/kernel';
import type { Delegated, OrganisationKind, Role } from '@lianyu/domain/organisations';
import type { Audience } from '@lianyu/projections/folds';
import { rolesAnywhere, rolesIn } from './acting.ts';
import type { PolicySet } from './policies.ts';

/** A member as the policies see them. */
export interface Principal {
  readonly member: MemberId;
  readonly organisation: OrganisationId;
  readonly organisationKind: OrganisationKind;
  /** Their own, today. */
  readonly roles: readonly Role[];
  /** What office holders have delegated to them for today. */
  readonly delegations: readonly Delegated[];
  /** The organisation that seconded them to this one (挂职). */
  readonly secondedFrom?: OrganisationId | undefined;
  readonly operator: boolean;
}

/** What is asked for, described by the state at hand. */
export type Resource =
  | { readonly type: 'Negotiation'; readonly id: string; readonly parties: readonly OrganisationId[] }
  | { readonly type: 'Clearance'; readonly id: string; readonly party: OrganisationId }
  | { readonly type: 'Agreement'; readonly id: string; readonly parties: readonly OrganisationId[] }
  /** Without a registrar when there is none yet. */
  | {
      readonly type: 'Registration';
      readonly id: string;
      readonly parties: readonly OrganisationId[];
      readonly registrar: OrganisationId | undefined;
    }
  | { readonly type: 'Settlement'; readonly id: string; readonly parties: readonly OrganisationId[] }
  | { readonly type: 'Project'; readonly id: string; readonly parties: readonly OrganisationId[] }
  | { readonly type: 'Organisation'; readonly id: OrganisationId }
  /** Kept by zone, and no matter of an agreement: quotas, targets. */
  | { readonly type: 'Ledger'; readonly id: string; readonly zone: OrganisationId }
  | { readonly type: 'Audience'; readonly id: Audience };

/** Which policies decided. No policy at all is a denial too: nothing permitted it. */
export type Verdict = { readonly allowed: boolean; readonly policies: readonly string[] };

/** Asks the policies; denies by default (AZ-1). @throws Error when a policy cannot be evaluated: that is a bug, not a denial */
export function authorise(set: PolicySet, principal: Principal, action: string, resource: Resource, context: Record<string, string> = {}): Verdict {
  const answer = statefulIsAuthorized({
    principal: uid('Member', principal.member),
    action: uid('Action', action),
    resource: uid(resource.type, resource.id),
    context,
    preparsedSchemaName: set.name,
    preparsedPolicySetId: set.name,
    validateRequest: true,
    entities: [member(principal, resource), entity(resource)],
  });
  if (answer.type === 'failure') throw new Error(`policies could not be asked: ${JSON.stringify(answer.errors)}`);
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) throw new Error(`policies failed: ${JSON.stringify(diagnostics.errors)}`);
  return { allowed: decision === 'allow', policies: diagnostics.reason };
}

const uid = (type: string, id: string): TypeAndId => ({ type, id });
const reference = (type: string, id: string) => ({ __entity: uid(type, id) });

/** With the roles that count for what is asked: what is delegated for one agreement opens no other. */
function member(principal: Principal, resource: Resource): EntityJson {
  const { member: id, organisation, organisationKind, operator, delegations } = principal;
  const roles = resource.type === 'Organisation' ? rolesAnywhere(principal) : rolesIn(principal, matterOf(resource));
  const actsInOne = delegations.some(({ agreement }) => agreement !== undefined);
  return {
    uid: uid('Member', id),
    attrs: { organisation: reference('Organisation', organisation), organisationKind, roles: [...roles], operator, actsInOne },
    parents: [],
  };
}

/** What belongs to no negotiation or agreement: nobody takes a side in it. */
export const outsideMatters: ReadonlySet<Resource['type']> = new Set<Resource['type']>(['Organisation', 'Audience', 'Ledger']);

/** The negotiation, and agreement of the same id, that something is about. */
export function matterOf({ type, id }: Resource): string | undefined {
  return outsideMatters.has(type) ? undefined : id.split('/')[0];
}

function entity(resource: Resource): EntityJson {
  switch (resource.type) {
    case 'Negotiation':
    case 'Agreement':
    case 'Settlement':
    case 'Project':
      return {
        uid: uid(resource.type, resource.id),
        attrs: { parties: resource.parties.map((party) => reference('Organisation', party)) },
        parents: [],
      };
    case 'Registration': {
      const { id, parties, registrar } = resource;
      const by = registrar === undefined ? {} : { registrar: reference('Organisation', registrar) };
      return { uid: uid('Registration', id), attrs: { parties: parties.map((party) => reference('Organisation', party)), ...by }, parents: [] };
    }
    case 'Clearance':
      return { uid: uid('Clearance', resource.id), attrs: { party: reference('Organisation', resource.party) }, parents: [] };
    case 'Ledger':
      return { uid: uid('Ledger', resource.id), attrs: { zone: reference('Organisation', resource.zone) }, parents: [] };
    case 'Organisation':
      return { uid: uid('Organisation', resource.id), attrs: {}, parents: [] };
    case 'Audience':
      return { uid: uid('Audience', resource.id), attrs: audienceAttributes(resource.id), parents: [] };
  }
}

function audienceAttributes(audience: Audience): EntityJson['attrs'] {
  const [kind = audience, ...rest] = audience.split(':');
  const id = rest.join(':');
  if (id !== '' && (kind === 'organisation' || kind === 'appraisal')) return { kind, organisation: reference('Organisation', id) };
  if (kind === 'member') return { kind, member: reference('Member', id) };
  return { kind };
}
