import type { Balance } from '../../../statement.ts';
import type { Roster } from '../roster.ts';
import type { Instance, Setting } from './instance.ts';

/** What runs on: each party's sum, claims, caps, guarantees and what is carried, of all enterprises together. */
export function balancesOf(standing: readonly { readonly instance: Instance; readonly setting: Setting | undefined }[], roster: Roster): Balance[] {
  const balances: Balance[] = [];
  let carried = 0n;
  for (let at = 0; at < roster.ids.length; at += 1) {
    let received = 0n;
    for (const { instance } of standing) {
      received += instance.state.received[at] ?? 0n;
      carried += instance.state.carried[at] ?? 0n;
    }
    balances.push({ path: 'bands', kind: 'received', party: roster.ids[at] as NonNullable<Balance['party']>, amount: received.toString() });
  }
  if (carried !== 0n) balances.push({ path: 'rounding.negative', kind: 'carried', amount: carried.toString() });
  const plan = standing[0]?.setting?.plan;
  plan?.term.recovery?.claims.forEach(({ id, creditor }, at) => {
    let open = 0n;
    for (const { instance } of standing) {
      const claim = instance.state.claims.get(id);
      if (claim !== undefined && claim.outlay > claim.recovered) open += claim.outlay - claim.recovered;
    }
    balances.push({ path: `recovery.claims.${at}`, kind: 'claim-open', party: creditor, amount: open.toString() });
  });
  plan?.caps.forEach(({ term: { id, party, over } }, at) => {
    let room = 0n;
    for (const { instance, setting } of standing) {
      const amount = setting?.caps[at]?.amount;
      const kept = instance.state.caps.get(id);
      if (amount === undefined || (over !== 'whole' && kept === undefined)) continue;
      const left = amount - (kept?.granted ?? 0n) - (kept?.recovery ?? 0n);
      if (left > 0n) room += left;
    }
    balances.push({ path: `caps.${at}`, kind: 'cap-room', party, amount: room.toString() });
  });
  plan?.guarantees.forEach(({ term: { id, party } }, at) => {
    let unmet = 0n;
    for (const { instance } of standing) unmet += instance.state.guarantees.get(id)?.unmet ?? 0n;
    balances.push({ path: `guarantees.${at}`, kind: 'guarantee-unmet', party, amount: unmet.toString() });
  });
  return balances;
}
