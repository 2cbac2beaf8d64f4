import { guarded, isExactInSpreadsheet } from './guard.ts';
import type { ColumnKind, Sheet } from './sheet.ts';

/** A sheet as comma-separated text in UTF-8 with the mark by which Excel knows it, lines ended by CR LF (RFC 4180). */
export function toCsv({ above, columns, rows }: Sheet): Uint8Array {
  const lines = [
    ...above.map((line) => [guarded(line)]),
    columns.map(({ header }) => guarded(header)),
    ...rows.map((row) => columns.map(({ kind }, index) => written(row[index] ?? '', kind))),
  ];
  return new TextEncoder().encode(`\ufeff${lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('')}`);
}

/** Figures stand as they are, minus sign included, as long as no digit can be lost. */
function written(value: string, kind: ColumnKind): string {
  if (kind === 'amount' || kind === 'quantity') return isExactInSpreadsheet(value) ? value : `'${value}`;
  return kind === 'date' ? value : guarded(value);
}

function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
