import type { Cell, Row } from './table.ts';

export interface HeaderColumn {
  readonly index: number;
  readonly header: string;
}

/** A row of headers, and what stands under it by field. */
export interface Header<Field, Column extends HeaderColumn = HeaderColumn> {
  readonly line: number;
  readonly columns: ReadonlyMap<Field, Column>;
  /** Headers that are none that are known; their columns are not read. */
  readonly ignored: readonly string[];
  /** Of two columns for one field the second, where there are any. */
  readonly twice: readonly { readonly field: Field; readonly header: string }[];
}

/** How far down the row of headers is looked for: titles and labels stand above it. */
const HEADER_WITHIN = 20;

/** Without case, spaces and full-width forms: as headers are compared. */
export const plainHeader = (header: string) => header.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** Fields by the headers under which they are known. */
export function byHeaderOf<Field extends string>(headers: Readonly<Record<Field, readonly string[]>>): ReadonlyMap<string, Field> {
  const named = Object.entries<readonly string[]>(headers);
  return new Map(named.flatMap(([field, names]) => names.map((name): [string, Field] => [plainHeader(name), field as Field])));
}

/**
 * The row of headers: the one of the first rows with the most headers that are known.
 * @param columnOf what a header says, and what else its column needs to know
 */
export function headerIn<Field, Column extends HeaderColumn>(
  rows: readonly Row[],
  columnOf: (column: HeaderColumn) => { readonly field: Field; readonly column: Column } | undefined,
): Header<Field, Column> | undefined {
  const found = rows.slice(0, HEADER_WITHIN).map(({ line, cells }): Header<Field, Column> => {
    const columns = new Map<Field, Column>();
    const ignored: string[] = [];
    const twice: { field: Field; header: string }[] = [];
    for (const [index, cell] of cells.entries()) {
      const header = textOf(cell);
      if (header === '') continue;
      const known = columnOf({ index, header });
      if (!known) ignored.push(header);
      else if (columns.has(known.field)) twice.push({ field: known.field, header });
      else columns.set(known.field, known.column);
    }
    return { line, columns, ignored, twice };
  });
  return found.reduce<Header<Field, Column> | undefined>((best, each) => (each.columns.size > (best?.columns.size ?? 0) ? each : best), undefined);
}

function textOf(cell: Cell): string {
  return cell.kind === 'text' || cell.kind === 'number' ? cell.text : '';
}
