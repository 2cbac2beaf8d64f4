import type { CalendarDate, OrganisationId } from '../../kernel/index.ts';
import { owedFor } from './amounts.ts';
import type { PairTotal } from './events.ts';
import { type AccountState, adoptedIn, type Dispute, type Obligation } from './state.ts';

/** What stands between two parties, `from` owing `to`; amounts in fen. */
export interface Pair {
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly due: bigint;
  readonly received: bigint;
  readonly inTransit: bigint;
  readonly held: bigint;
}

export const openOf = ({ due, received }: Pair) => due - received;

/** All pairs between which anything ever was due or is held, in the order in which they came up. */
export function pairsOf(state: AccountState): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const add = (from: OrganisationId, to: OrganisationId, more: Partial<Pair>) => {
    const known = pairs.get(`${from} ${to}`) ?? { from, to, due: 0n, received: 0n, inTransit: 0n, held: 0n };
    pairs.set(`${from} ${to}`, {
      ...known,
      due: known.due + (more.due ?? 0n),
      received: known.received + (more.received ?? 0n),
      inTransit: known.inTransit + (more.inTransit ?? 0n),
      held: known.held + (more.held ?? 0n),
    });
  };
  for (const { from, to, amount } of state.obligations) add(from, to, { due: BigInt(amount) });
  for (const { from, to, amount, state: way } of state.payments) {
    if (way === 'received') add(from, to, { received: BigInt(amount) });
    if (way === 'on-its-way') add(from, to, { inTransit: BigInt(amount) });
  }
  for (const dispute of ofAdopted(state)) {
    const held = heldBy(dispute);
    if (held) add(held.from, held.to, { held: held.amount });
  }
  return [...pairs.values()];
}

/** Before a statement is adopted nothing of it is due, so nothing is held either. */
function ofAdopted(state: AccountState): readonly Dispute[] {
  const adopted = new Set(adoptedIn(state).flatMap(({ disputes }) => disputes));
  return state.disputes.filter(({ number }) => adopted.has(number));
}

/** What an open dispute about money holds back of its statement; a claim beyond the statement holds nothing. */
export function heldBy({ state, held, lineParty, against }: Dispute) {
  return state === 'open' ? owedFor(BigInt(held), lineParty, against) : undefined;
}

/** How much of each obligation has been received: of each pair the oldest due is paid first. By number. */
export function paidOf({ obligations, payments }: Pick<AccountState, 'obligations' | 'payments'>): ReadonlyMap<number, bigint> {
  const left = new Map<string, bigint>();
  for (const { from, to, amount, state } of payments) {
    if (state === 'received') left.set(`${from} ${to}`, (left.get(`${from} ${to}`) ?? 0n) + BigInt(amount));
  }
  const paid = new Map<number, bigint>();
  for (const { number, from, to, amount } of [...obligations].sort(byDue)) {
    const money = left.get(`${from} ${to}`) ?? 0n;
    const part = money < BigInt(amount) ? money : BigInt(amount);
    left.set(`${from} ${to}`, money - part);
    paid.set(number, part);
  }
  return paid;
}

const dueOn = ({ due, on }: Obligation): CalendarDate => due?.on ?? on;
const byDue = (one: Obligation, other: Obligation) => (dueOn(one) === dueOn(other) ? one.number - other.number : dueOn(one) < dueOn(other) ? -1 : 1);

/** The totals of the periods that end in a year: what they made due, what of it has been received, what is open and what is held. */
export function totalsOf(state: AccountState, year: number): readonly PairTotal[] {
  const within = ({ to }: { readonly to: CalendarDate }) => to.startsWith(`${year}-`);
  const paid = paidOf(state);
  const totals = new Map<string, { from: OrganisationId; to: OrganisationId; due: bigint; received: bigint; held: bigint }>();
  const of = (from: OrganisationId, to: OrganisationId) => {
    const known = totals.get(`${from} ${to}`) ?? { from, to, due: 0n, received: 0n, held: 0n };
    totals.set(`${from} ${to}`, known);
    return known;
  };
  for (const { number, from, to, amount, period } of state.obligations) {
    if (!within(period)) continue;
    const total = of(from, to);
    total.due += BigInt(amount);
    total.received += paid.get(number) ?? 0n;
  }
  for (const dispute of ofAdopted(state)) {
    const held = within(dispute.period) ? heldBy(dispute) : undefined;
    if (held) of(held.from, held.to).held += held.amount;
  }
  return [...totals.values()].map(({ from, to, due, received, held }) => ({
    from,
    to,
    due: due.toString(),
    received: received.toString(),
    open: (due - received).toString(),
    held: held.toString(),
  }));
}
