import type { OpenDuty, PromiseKind } from '../agreements/duty.ts';
import type { OrganisationId } from '../kernel/index.ts';
import { type Deadline, isDuty } from './deadline.ts';
import type { DeadlinesState } from './state.ts';

/** What somebody must do that is open now, with those to whom it is owed. Neither what is inside a party nor the appraisal ledger is among it. */
export function openDuties(state: DeadlinesState): readonly OpenDuty[] {
  return [...state.deadlines.values()].flatMap((deadline) => {
    const { id, kind, who, on, account, period, number, outcome } = deadline;
    if (outcome || !isPromise(kind) || account?.ledger === 'appraisal') return [];
    const named = { id, kind, who, on, ...(account ? { clause: account.clause } : {}) };
    const which = { ...(period ? { period } : {}), ...(number === undefined ? {} : { number }) };
    return [{ ...named, ...which, creditors: creditorsOf(state, deadline) }];
  });
}

const isPromise = (kind: Deadline['kind']): kind is PromiseKind => isDuty(kind) && kind !== 'internal-step';

/**
 * Filing is asked for by the law, a breach is made good by accepting that it is, a dispute by withdrawing it: these are not
 * waived. A payment is owed to who is to get it, what an account needs to all its other parties.
 */
function creditorsOf({ accounts }: DeadlinesState, { kind, who, account, number }: Deadline): readonly OrganisationId[] {
  const of = account && accounts.get(`${account.clause}/${account.ledger}`);
  if (!of) return [];
  if (kind === 'pay') return of.owed.filter(({ obligation }) => obligation === number).map(({ to }) => to);
  return kind === 'report-figures' || kind === 'confirm-statement' ? of.parties.filter((party) => !who.includes(party)) : [];
}
