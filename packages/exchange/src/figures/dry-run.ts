import type { CalendarDate, OrganisationId, Refusal } from '@lianyu/domain/kernel';
import { type FigureContent, type FiguresState, judging, type NewFigure } from '@lianyu/domain/settlement';
import type { Measure } from '@lianyu/domain/sharing';
import type { Table } from '../table/index.ts';
import type { Field } from './columns.ts';
import { type ImportRefusal, readFigures } from './read-figures.ts';
import type { FieldProblem } from './row.ts';

/** What would happen to one row. `line` is as the file counts. */
export type RowFate = { readonly line: number } & (
  | { readonly fate: 'accepted'; readonly figure: NewFigure }
  | { readonly fate: 'refused'; readonly problems: readonly FieldProblem[] }
  /** Refused by the rules of the agreement as it is now: a period that has not begun, a number that cannot be restated. */
  | { readonly fate: 'against-rules'; readonly refusal: Refusal }
  /** Counts the same as an earlier row, or as a figure that was reported before. */
  | { readonly fate: 'duplicate'; readonly of: { readonly line: number } | { readonly number: number } }
  /** Left out by whoever imports. */
  | { readonly fate: 'skipped' }
);

/** What an import would do. Nothing is recorded by it: the accepted figures are reported by the command that reports figures, all or none. */
export interface DryRun {
  readonly source: Table['source'];
  readonly header: {
    readonly line: number;
    readonly columns: readonly { readonly field: Field; readonly header: string }[];
    readonly ignored: readonly string[];
  };
  readonly rows: readonly RowFate[];
  readonly counts: Readonly<Record<RowFate['fate'], number>>;
  /** Sums of what is accepted, to be held against the paper. */
  readonly totals: readonly { readonly measure: Measure; readonly amount: string }[];
  /** Every row is accepted or skipped. */
  readonly complete: boolean;
}

export interface Importing {
  /** The file itself, as the source of its figures. */
  readonly document: FigureContent['document'];
  readonly party: OrganisationId;
  readonly today: CalendarDate;
  /** What was reported under the agreement so far. */
  readonly state: FiguresState;
  readonly skip: ReadonlySet<number>;
}

export function dryRun(table: Table, importing: Importing): DryRun | ImportRefusal {
  const read = readFigures(table, importing.document, importing.skip);
  if ('refused' in read) return read;
  const { header, rows } = read;
  const judge = judgeOf(importing);
  const fates = rows.map((row): RowFate => {
    const { line } = row;
    if ('skipped' in row) return { line, fate: 'skipped' };
    return 'figure' in row ? judge(line, row.figure) : { line, fate: 'refused', problems: row.problems };
  });
  return {
    source: table.source,
    header: { line: header.line, columns: [...header.columns].map(([field, column]) => ({ field, header: column.header })), ignored: header.ignored },
    rows: fates,
    counts: countsOf(fates),
    totals: totalsOf(fates),
    complete: fates.every(({ fate }) => fate === 'accepted' || fate === 'skipped'),
  };
}

/** Judges rows in their order by the rules of reporting, so that what a dry run accepts the command does not refuse. */
function judgeOf({ party, today, state }: Importing) {
  const judge = judging(state);
  const accepted: number[] = [];
  return (line: number, figure: NewFigure): RowFate => {
    const refusal = judge(figure, party, today);
    if (!refusal) {
      accepted.push(line);
      return { line, fate: 'accepted', figure };
    }
    if (refusal.code !== 'FIGURE_COVERED') return { line, fate: 'against-rules', refusal };
    const number = Number(refusal.data['number']);
    const earlier = accepted[number - state.figures.size - 1];
    return { line, fate: 'duplicate', of: earlier === undefined ? { number } : { line: earlier } };
  };
}

function countsOf(fates: readonly RowFate[]): DryRun['counts'] {
  const counts = { accepted: 0, refused: 0, 'against-rules': 0, duplicate: 0, skipped: 0 };
  for (const { fate } of fates) counts[fate] += 1;
  return counts;
}

function totalsOf(fates: readonly RowFate[]): DryRun['totals'] {
  const sums = new Map<Measure, bigint>();
  for (const row of fates) {
    if (row.fate !== 'accepted') continue;
    const { measure, amount } = row.figure.figure;
    sums.set(measure, (sums.get(measure) ?? 0n) + BigInt(amount));
  }
  return [...sums].map(([measure, amount]) => ({ measure, amount: amount.toString() }));
}
