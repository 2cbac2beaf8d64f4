import type { OrganisationId } from '../../kernel/index.ts';
import type { PartyAmount, Route } from '../../sharing/index.ts';

/** What one is to pay the other, in fen; above zero. */
export interface Owed {
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly amount: bigint;
}

/**
 * How far a disputed claim is followed while it is disputed: so far that the least money moves, since only that much is
 * undisputed. `delta` is what the claim would give the line's party at the cost of the other; the nets are those of both before
 * it. Between zero and `delta`: all of it where it lessens what is paid, nothing where it would raise it, and up to nothing
 * being paid at all where it would turn the payment round.
 */
export function followed(delta: bigint, net: bigint, against: bigint): bigint {
  const [turns, other] = [-net, against];
  if (delta > 0n) return clamp(ofTwo(turns, other, 'less'), 0n, delta);
  return clamp(ofTwo(turns, other, 'more'), delta, 0n);
}

function ofTwo(one: bigint, other: bigint, which: 'less' | 'more'): bigint {
  return one < other === (which === 'less') ? one : other;
}

function clamp(value: bigint, least: bigint, most: bigint): bigint {
  if (value < least) return least;
  return value > most ? most : value;
}

/** What changes hands when a line of `party` becomes worth `delta` more at the cost of `against`; nothing for zero. */
export function owedFor(delta: bigint, party: OrganisationId, against: OrganisationId): Owed | undefined {
  if (delta === 0n) return undefined;
  return delta > 0n ? { from: against, to: party, amount: delta } : { from: party, to: against, amount: -delta };
}

/**
 * Who pays whom, so that every plus is received and every minus paid: along the routes in the order of the terms, then back
 * along them, then, where no route leads, in the order of the amounts' list.
 * @throws RangeError when the amounts do not sum to zero
 */
export function owedFrom(net: readonly PartyAmount[], routes: readonly Pick<Route, 'from' | 'to'>[]): readonly Owed[] {
  const left = new Map(net.map(({ party, amount }) => [party, BigInt(amount)]));
  if ([...left.values()].reduce((sum, amount) => sum + amount, 0n) !== 0n) throw new RangeError('what is paid is not what is received');
  const parties = [...left.keys()];
  const anyWay = parties.flatMap((from) => parties.map((to) => ({ from, to })));
  const owed: Owed[] = [];
  for (const { from, to } of [...routes, ...routes.map((route) => ({ from: route.to, to: route.from })), ...anyWay]) {
    const [pays, gets] = [-(left.get(from) ?? 0n), left.get(to) ?? 0n];
    const amount = pays < gets ? pays : gets;
    if (amount <= 0n) continue;
    left.set(from, amount - pays);
    left.set(to, gets - amount);
    owed.push({ from, to, amount });
  }
  return owed;
}

/** Amounts after a shift from one to the other. */
export function shifted(net: readonly PartyAmount[], delta: bigint, to: OrganisationId, from: OrganisationId): readonly PartyAmount[] {
  const add = (amounts: readonly PartyAmount[], party: OrganisationId, more: bigint) =>
    amounts.some((each) => each.party === party)
      ? amounts.map((each) => (each.party === party ? { party, amount: (BigInt(each.amount) + more).toString() } : each))
      : [...amounts, { party, amount: more.toString() }];
  return delta === 0n ? net : add(add(net, to, delta), from, -delta);
}
