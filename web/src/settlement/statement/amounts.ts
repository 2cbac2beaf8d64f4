import type { PeriodKnown } from '@lianyu/contract';
import type { Line, Statement } from '@lianyu/domain/sharing';

type Counted = Pick<Statement, 'lines'>;

/** The lines of a statement as a table: a row for each kind (and earlier period), a cell for each party. */
export interface KindRow {
  readonly kind: Line['kind'];
  readonly of: Line['of'];
  readonly cells: ReadonlyMap<string, { readonly index: number; readonly amount: string }>;
}

const order: readonly Line['kind'][] = ['share', 'recovery', 'charge', 'guarantee', 'retained', 'carried', 'counted', 'redirected', 'difference'];

export function rowsOf({ lines }: Counted): readonly KindRow[] {
  const byKey = new Map<string, { kind: Line['kind']; of: Line['of']; cells: Map<string, { index: number; amount: string }> }>();
  lines.forEach(({ party, kind, amount, of }, index) => {
    const key = `${kind} ${of?.from ?? ''}`;
    const row = byKey.get(key) ?? { kind, of, cells: new Map() };
    row.cells.set(party, { index, amount });
    byKey.set(key, row);
  });
  return [...byKey.values()].sort(
    (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || ((one.of?.from ?? '') < (other.of?.from ?? '') ? -1 : 1),
  );
}

/** Everybody who stands in the lines: the parties in their order, then bodies that cash is sent on to. */
export function columnsOf({ lines }: Counted, parties: readonly string[]): readonly string[] {
  const others = lines.map(({ party }) => party as string).filter((party) => !parties.includes(party));
  return [...parties, ...new Set(others)];
}

/** What is attributed to a party: all its lines but cash that goes elsewhere. */
export const totalOf = ({ lines }: Counted, party: string): bigint =>
  lines.filter((line) => line.party === party && line.kind !== 'redirected').reduce((sum, { amount }) => sum + BigInt(amount), 0n);

/** One party of one subject: what the period is worth to it as known then, and what was booked for it, when. */
export interface Beside {
  readonly party: string;
  readonly entitlement: bigint;
  readonly booked: bigint;
  readonly later: bigint;
  readonly unbooked: bigint;
}

/** Entitlement beside booked (domain rule 10): the four add up, and the last is what no statement has booked yet. */
export function besideOf(
  { entitlement, booked, bookedLater, unbooked }: PeriodKnown,
  subject: string,
  parties: readonly string[],
): readonly Beside[] {
  const worth = entitlement.find((each) => each.subject === subject);
  const own = booked?.statements.find((each) => each.subject === subject);
  const open = unbooked.find((each) => each.subject === subject);
  const ownLines = own ? { lines: own.lines.filter(({ of }) => of === undefined) } : undefined;
  const later = { lines: bookedLater.filter((each) => each.subject === subject).flatMap(({ lines }) => lines) };
  return parties.map((party) => ({
    party,
    entitlement: worth ? totalOf(worth, party) : 0n,
    booked: ownLines ? totalOf(ownLines, party) : 0n,
    later: totalOf(later, party),
    unbooked: BigInt(open?.amounts.find((each) => each.party === party)?.amount ?? '0'),
  }));
}
