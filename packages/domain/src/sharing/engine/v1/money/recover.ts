import type { EventId } from '../../../../kernel/index.ts';
import type { Step } from '../../../statement.ts';
import type { Recovery } from '../../../term/index.ts';
import type { Day } from '../days.ts';
import type { Facts } from '../facts.ts';
import { rounded, times } from '../fraction.ts';
import type { State } from './instance.ts';
import type { Plan } from './plan.ts';
import type { Tally } from './tally.ts';

/**
 * Repays claims in their order out of a part of the base, never more than a claim's balance. A base below zero takes back what
 * was repaid, from the last claim on, but only while a claim is open. Answers what is left to be shared.
 */
export function recover(plan: Plan, recovery: Recovery, base: bigint, to: Day, facts: Facts, state: State, tally: Tally, steps: Step[]): bigint {
  let available = rounded(times({ n: base, d: 1n }, plan.portion), plan.term.rounding.amounts);
  let left = base;
  const open = recovery.claims.map((claim, at) => {
    const kept = state.claims.get(claim.id) ?? { outlay: 0n, recovered: 0n };
    const inputs: EventId[] = [];
    if (claim.outlay.node === 'stated') kept.outlay = BigInt(claim.outlay.amount);
    else {
      kept.outlay = 0n;
      for (const measure of claim.outlay.measures) {
        for (const { id, party, amount, effectiveOn } of facts.byMeasure(measure)) {
          if (party !== claim.creditor || effectiveOn > to) continue;
          kept.outlay += amount;
          inputs.push(id);
        }
      }
    }
    state.claims.set(claim.id, kept);
    return { claim, at, kept, inputs };
  });
  const anyOpen = open.some(({ kept }) => kept.recovered < kept.outlay);
  for (const { claim, at, kept, inputs } of available < 0n ? [...open].reverse() : open) {
    const path = `recovery.claims.${at}`;
    const balance = kept.outlay > kept.recovered ? kept.outlay - kept.recovered : 0n;
    const taken = available >= 0n ? smaller(available, balance) : anyOpen ? -smaller(-available, kept.recovered) : 0n;
    const values = { outlay: kept.outlay.toString(), before: balance.toString(), open: (balance - taken).toString() };
    if (taken === 0n) {
      steps.push({ path, rule: 'recovery', applied: false, why: balance === 0n ? 'recovered' : 'nothing-to-take', inputs, values });
      continue;
    }
    kept.recovered += taken;
    available -= taken;
    left -= taken;
    tally.add('recovery', plan.roster.indexOf(claim.creditor), taken);
    steps.push({ path, rule: 'recovery', applied: true, party: claim.creditor, inputs, values, result: taken.toString() });
  }
  return left;
}

export const allRecovered = (recovery: Recovery, state: State): boolean =>
  recovery.claims.every(({ id }) => {
    const kept = state.claims.get(id);
    return kept !== undefined && kept.recovered >= kept.outlay;
  });

const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
