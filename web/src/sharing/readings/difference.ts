import type { Evaluation } from '@lianyu/domain/sharing';
import { subjectsOf } from '../what-if/outcome.ts';

/** One period under two readings of the terms: what each party gets under the one, under the other, and the difference. */
export interface DifferenceRow {
  readonly period: { readonly from: string; readonly to: string };
  readonly parties: readonly { readonly party: string; readonly one: bigint; readonly other: bigint }[];
}

export interface Difference {
  readonly subject: string;
  readonly unit: 'fen' | string;
  readonly rows: readonly DifferenceRow[];
}

/** Period by period; a period that only one reading has counts as nothing in the other. */
export function differencesOf(one: Evaluation, other: Evaluation, parties: readonly string[], from: string): readonly Difference[] {
  const [first, second] = [subjectsOf(one, parties, from), subjectsOf(other, parties, from)];
  return first.map(({ subject, ledger, unit, rows }) => {
    const counterpart = second.find((each) => each.subject === subject && each.ledger === ledger);
    const periods = new Map([...rows, ...(counterpart?.rows ?? [])].map(({ statement }) => [statement.period.from as string, statement.period]));
    return {
      subject,
      unit,
      rows: [...periods.values()]
        .sort((a, b) => (a.from < b.from ? -1 : 1))
        .map((period) => ({
          period,
          parties: parties.map((party) => {
            const amount = (all: typeof rows) =>
              all.find(({ statement }) => statement.period.from === period.from)?.parties.find((each) => each.party === party)?.amount ?? 0n;
            return { party, one: amount(rows), other: amount(counterpart?.rows ?? []) };
          }),
        })),
    };
  });
}
