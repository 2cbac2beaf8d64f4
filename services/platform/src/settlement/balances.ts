import type { Balances } from '@lianyu/contract';
import type { LedgerEntry } from '@lianyu/projections/folds';

/** What entries add up to, day by day, for each pair that any of them is about. Money alone; entries in any order. */
export function balancesOf(entries: readonly LedgerEntry[]): Balances['pairs'] {
  const pairs = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const key = `${entry.from} ${entry.to}`;
    const known = pairs.get(key);
    if (known) known.push(entry);
    else pairs.set(key, [entry]);
  }
  return [...pairs.values()].flatMap((of) => {
    const [first] = of;
    return first ? [{ from: first.from, to: first.to, points: pointsOf(of) }] : [];
  });
}

function pointsOf(entries: readonly LedgerEntry[]): Balances['pairs'][number]['points'] {
  const points: Balances['pairs'][number]['points'] = [];
  let [due, received, held] = [0n, 0n, 0n];
  const days = Map.groupBy(entries, ({ on }) => on);
  for (const on of [...days.keys()].sort()) {
    for (const { kind, amount } of days.get(on) ?? []) {
      if (kind === 'due' || kind === 'resolved') due += BigInt(amount);
      if (kind === 'received') received += BigInt(amount);
      if (kind === 'held') held += BigInt(amount);
      if (kind === 'released') held -= BigInt(amount);
    }
    points.push({ on, due: due.toString(), received: received.toString(), held: held.toString(), open: (due - received).toString() });
  }
  return points;
}
