import { type Decision, type OrganisationId, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import { checkHolds } from './credit-code.ts';
import type { Of } from './decide.ts';
import type { OrganisationEvent, OrganisationProfile } from './events.ts';
import type { OrganisationState } from './state.ts';

/** Anyone may register what is missing; that it is so only who administers the installation says, by a source. */
export function registerOrganisation(command: Of<'register-organisation'>, state: OrganisationState): Decision<OrganisationEvent> {
  const { organisation, profile } = command;
  if (state.id !== undefined) return refuse('ORGANISATION_EXISTS', { organisation });
  return contradiction(organisation, command) ?? [{ type: 'OrganisationRegistered', data: { organisation, profile } }];
}

export function correctOrganisation(command: Of<'correct-organisation'>, organisation: OrganisationId): Decision<OrganisationEvent> {
  const { profile, reason } = command;
  return contradiction(organisation, command) ?? [{ type: 'OrganisationCorrected', data: { organisation, profile, reason } }];
}

/** By somebody else than who registered or last corrected it. */
export function verifyOrganisation(
  command: Of<'verify-organisation'>,
  state: OrganisationState,
  organisation: OrganisationId,
): Decision<OrganisationEvent> {
  const { actor, source } = command;
  if (state.profile?.verified) return refuse('ORGANISATION_VERIFIED', { organisation });
  if (state.statedBy === actor.member) return refuse('VERIFICATION_NEEDS_SECOND_PERSON', { organisation });
  return [{ type: 'OrganisationVerified', data: { organisation, source } }];
}

interface Stated {
  readonly profile: OrganisationProfile;
  readonly verifies: boolean;
  readonly codeOverridden: boolean;
}

function contradiction(organisation: OrganisationId, { profile, verifies, codeOverridden }: Stated): Refusal<RefusalCode> | undefined {
  const { verified, source, superior, creditCode } = profile;
  if (verified && !verifies) return refuse('VERIFICATION_NOT_OWN', { organisation });
  if (verified && source === '') return refuse('SOURCE_MISSING', { organisation });
  if (superior === organisation) return refuse('SUPERIOR_CIRCULAR', { organisation });
  if (creditCode !== undefined && !codeOverridden && !checkHolds(creditCode)) return refuse('CREDIT_CODE_CHECK_FAILED', { code: creditCode });
  return undefined;
}
