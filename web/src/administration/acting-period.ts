import type { MembershipDocument } from '@lianyu/projections/folds';

export type Delegation = MembershipDocument['delegations'][number];

/** Where a delegation stands on a day: what ends by date is no event. */
export function standingOf({ phase, from, until }: Delegation, today: string): 'requested' | 'lapsed' | 'coming' | 'granted' | 'over' | 'revoked' {
  if (phase === 'revoked') return 'revoked';
  if (until < today) return phase === 'granted' ? 'over' : 'lapsed';
  if (phase === 'requested') return 'requested';
  return today < from ? 'coming' : 'granted';
}
