import type { Audience } from '@lianyu/projections/folds';
import { authorise, type Principal } from './authorise.ts';
import type { PolicySet } from './policies.ts';

/** The readerships that the policies give a member: asked once at sign-in and whenever a grant changes (AZ-1). Sorted. */
export function audiencesOf(set: PolicySet, principal: Principal): readonly Audience[] {
  const candidates: Audience[] = [
    'everyone',
    'overview',
    'signed',
    'audit',
    'administration',
    'office',
    'appraisal',
    `appraisal:${principal.organisation}`,
    `organisation:${principal.organisation}`,
    `member:${principal.member}`,
  ];
  return candidates.filter((id) => authorise(set, principal, 'read', { type: 'Audience', id }).allowed).sort();
}
