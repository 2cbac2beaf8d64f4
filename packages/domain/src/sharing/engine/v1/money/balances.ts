import type { Balance } from '../../../statement.ts';
import type { Roster } from '../roster.ts';
import { zeros } from '../roster.ts';
import type { Instance, Setting } from './instance.ts';

/** What runs on: each party's sum, claims, caps, guarantees and what is carried, of all enterprises together. */
export function balancesOf(standing: readonly { readonly instance: Instance; readonly setting: Setting | undefined }[], roster: Roster): Balance[] {
  const balances: Balance[] = [];
  const received = zeros(roster.ids.length);
  let carried = 0n;
  for (const { instance } of standing) {
    for (let party = 0; party < received.length; party += 1) received[party] = (received[party] ?? 0n) + (instance.state.received[party] ?? 0n);
    for (const amount of instance.state.carried) carried += amount;
  }
  received.forEach((amount, party) => {
    balances.push({ path: 'bands', kind: 'received', party: roster.ids[party] as NonNullable<Balance['party']>, amount: amount.toString() });
  });
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
