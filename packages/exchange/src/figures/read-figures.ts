import { type Refusal, refuse } from '@lianyu/domain/kernel';
import { type FigureContent, figureLimits, type NewFigure } from '@lianyu/domain/settlement';
import type { Table } from '../table/index.ts';
import { type Field, type FigureHeader, figureHeaderIn } from './columns.ts';
import { type FieldProblem, figureIn } from './row.ts';

/** What one row says, whatever was reported before. `line` is as the file counts. */
export type ReadRow = { readonly line: number } & (
  | { readonly figure: NewFigure }
  | { readonly problems: readonly FieldProblem[] }
  | { readonly skipped: true }
);

/**
 * Why a table holds no figures.
 *
 * - `IMPORT_HEADER_MISSING` {missing}: fields without a column
 * - `IMPORT_COLUMN_TWICE` {field, header}
 * - `IMPORT_ROWS_TOO_MANY` {limit}: an import is one command
 */
export type ImportRefusal = Refusal<'IMPORT_HEADER_MISSING' | 'IMPORT_COLUMN_TWICE' | 'IMPORT_ROWS_TOO_MANY'>;

/** The rows below the headers as figures. It depends on the file alone: read twice, it says the same. */
export function readFigures(
  table: Table,
  document: FigureContent['document'],
  skip: ReadonlySet<number>,
): { readonly header: FigureHeader; readonly rows: readonly ReadRow[] } | ImportRefusal {
  const header = figureHeaderIn(table.rows);
  const missing = missingIn(header);
  if (!header || missing.length > 0) return refuse('IMPORT_HEADER_MISSING', { missing });
  const [twice] = header.twice;
  if (twice) return refuse('IMPORT_COLUMN_TWICE', twice);
  const rows = table.rows.filter(({ line }) => line > header.line);
  if (rows.length > figureLimits.batch) return refuse('IMPORT_ROWS_TOO_MANY', { limit: figureLimits.batch });
  return {
    header,
    rows: rows.map((row): ReadRow => {
      const { line } = row;
      if (skip.has(line)) return { line, skipped: true };
      const read = figureIn(row, header, document);
      return isFigure(read) ? { line, figure: read } : { line, problems: read };
    }),
  };
}

const isFigure = (read: NewFigure | readonly FieldProblem[]): read is NewFigure => !Array.isArray(read);

function missingIn(header: FigureHeader | undefined): Field[] {
  const has = (field: Field) => header?.columns.has(field) === true;
  return [
    ...(has('measure') || has('tax') ? [] : (['measure'] as const)),
    ...(has('tax') && !has('measure') && !has('level') ? (['level'] as const) : []),
    ...(has('amount') ? [] : (['amount'] as const)),
    ...(has('period') || (has('from') && has('to')) ? [] : (['period'] as const)),
    ...(has('effectiveOn') ? [] : (['effectiveOn'] as const)),
  ];
}
