import type { Sheet } from '../sheets/index.ts';
import { decimal } from './statement.ts';
import { type Language, said, unitWords } from './words.ts';

/** What one organisation owes another, after each day on which something moved. In fen. */
export interface PairOverTime {
  readonly from: string;
  readonly to: string;
  readonly points: readonly { readonly on: string; readonly due: string; readonly received: string; readonly held: string; readonly open: string }[];
}

export function balancesSheet(pairs: readonly PairOverTime[], nameOf: (organisation: string) => string, l: Language): Sheet {
  const money = (header: { zh: string; en: string }) => ({ header: `${header[l]}（${unitWords.fen[l]}）`, kind: 'amount' as const });
  return {
    name: said.balances[l],
    above: [said.balances[l]],
    columns: [
      { header: said.debtor[l], kind: 'text', width: 26 },
      { header: said.creditor[l], kind: 'text', width: 26 },
      { header: said.on[l], kind: 'date', width: 14 },
      money(said.due),
      money(said.received),
      money(said.heldBack),
      money(said.open),
    ],
    rows: pairs.flatMap(({ from, to, points }) =>
      points.map(({ on, ...sums }) => [
        nameOf(from),
        nameOf(to),
        on,
        ...[sums.due, sums.received, sums.held, sums.open].map((sum) => decimal(sum, 'fen')),
      ]),
    ),
  };
}
