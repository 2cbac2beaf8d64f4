import { refuse } from '@lianyu/domain/kernel';
import { INTAKE_ROWS } from '@lianyu/domain/registration';
import type { ImportRefusal } from '../figures/read-figures.ts';
import type { Table } from '../table/index.ts';
import { type PaperField, type PaperHeader, paperHeaderIn } from './columns.ts';
import { type NamedOrganisation, type NewPaper, type PaperProblem, paperIn, titleIn } from './row.ts';

/** What one row says. `line` is as the file counts; the title as far as there is one. */
export type ReadPaper = { readonly line: number; readonly title: string } & (
  | { readonly paper: NewPaper }
  | { readonly problems: readonly PaperProblem[] }
  | { readonly skipped: true }
);

const needed: readonly PaperField[] = ['title', 'mode', 'origin', 'destination', 'signedOn', 'citation'];

/** The rows below the headers as paper agreements. It depends on the file and on which organisations there are alone. */
export function readPapers(
  table: Table,
  organisations: readonly NamedOrganisation[],
  skip: ReadonlySet<number>,
): { readonly header: PaperHeader; readonly rows: readonly ReadPaper[] } | ImportRefusal {
  const header = paperHeaderIn(table.rows);
  const missing = needed.filter((field) => !header?.columns.has(field));
  if (!header || missing.length > 0) return refuse('IMPORT_HEADER_MISSING', { missing });
  const [twice] = header.twice;
  if (twice) return refuse('IMPORT_COLUMN_TWICE', twice);
  const rows = table.rows.filter(({ line }) => line > header.line);
  if (rows.length > INTAKE_ROWS) return refuse('IMPORT_ROWS_TOO_MANY', { limit: INTAKE_ROWS });
  return {
    header,
    rows: rows.map((row): ReadPaper => {
      const named = { line: row.line, title: titleIn(row, header) };
      if (skip.has(row.line)) return { ...named, skipped: true };
      const read = paperIn(row, header, organisations);
      return 'content' in read ? { ...named, paper: read } : { ...named, problems: read };
    }),
  };
}
