import { guarded, isExactInSpreadsheet } from './guard.ts';
import type { Column, Sheet } from './sheet.ts';
import { escaped, looks, part } from './xlsx-parts.ts';

/** One sheet: the lines above, the headers, which stay in sight, the rows; on paper the first line above on every page. */
export function worksheet({ above, columns, rows }: Sheet): string {
  const lines = [
    ...above.map((line) => [textCell(line, looks.above)]),
    columns.map((column) => textCell(column.header, isNumeric(column) ? looks.headerRight : looks.header)),
    ...rows.map((row) => columns.map((column, index) => valueCell(row[index] ?? '', column))),
  ];
  const frozen = above.length + 1;
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const widths = columns.map((column, index) => `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" customWidth="1"/>`);
  return part(
    'worksheet',
    [
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
      `<cols>${widths.join('')}</cols>`,
      `<sheetData>${lines.map(row).join('')}</sheetData>`,
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
      `<headerFooter><oddHeader>${escaped(`&L${(above[0] ?? '').slice(0, 200).replaceAll('&', '&&')}`)}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`,
    ].join(''),
  );
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
const isNumeric = ({ kind }: Column) => kind === 'amount' || kind === 'quantity';
const widthOf = (column: Column) => column.width ?? (isNumeric(column) ? 22 : 18);

/** What stands in a cell and how it looks; an empty one is left out. */
type Written = { readonly text: string; readonly look: number } | { readonly number: string; readonly look: number } | undefined;

function row(cells: readonly Written[], index: number): string {
  const written = cells.map((cell, column) => {
    if (!cell) return '';
    const at = `r="${letters(column)}${index + 1}" s="${cell.look}"`;
    if ('number' in cell) return `<c ${at}><v>${cell.number}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(underscored(cell.text))}</t></is></c>`;
  });
  return `<row r="${index + 1}">${written.join('')}</row>`;
}

function textCell(text: string, look: number): Written {
  const shown = guarded(text);
  return shown === '' ? undefined : { text: shown, look };
}

function valueCell(value: string, column: Column): Written {
  if (value === '') return undefined;
  if (!isNumeric(column) || !DECIMAL.test(value)) return textCell(value, looks.text);
  if (!isExactInSpreadsheet(value)) return { text: value, look: looks.longNumber };
  return { number: value, look: column.kind === 'amount' ? looks.amount : looks.quantity };
}

/** 0 → `A`, 27 → `AB` */
function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;
}

/** A text that looks like an escaped character is none. */
function underscored(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
