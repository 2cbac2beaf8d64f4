import { CsvError, parse } from 'csv-parse/sync';
import { rowsOf, textCell } from './cells.ts';
import { tableLimits } from './limits.ts';
import { FileFault, type Table } from './table.ts';

type Source = Extract<Table['source'], { format: 'csv' }>;

/** Where two divide equally well, the one that is the rarest within texts. */
const delimiters = ['\t', ';', ','] as const;

/** Comma, semicolon or tab, in UTF-8 (with or without a mark), UTF-16 with its mark, or GB18030 as Excel in Chinese writes it. */
export function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decode(bytes);
  if (text.includes('\0')) throw new FileFault('FILE_FORMAT_UNKNOWN');
  const hint = /^sep=([,;\t])\r?\n/.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const delimiter = delimiters.find((each) => each === hint?.[1]) ?? delimiterOf(body);
  const rows = recordsOf(body, delimiter, tableLimits.rows * 2).map(({ record, line }) => ({
    line: line + (hint ? 1 : 0),
    cells: record.map(textCell),
  }));
  return { source: { format: 'csv', encoding, delimiter }, rows: rowsOf(rows) };
}

function decode(bytes: Uint8Array): { text: string; encoding: Source['encoding'] } {
  for (const encoding of encodingsOf(bytes)) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // not this one
    }
  }
  throw new FileFault('FILE_FORMAT_UNKNOWN');
}

/** UTF-16 is known by its mark alone, as Excel's "Unicode text" has it. */
function encodingsOf([first, second]: Uint8Array): readonly Source['encoding'][] {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  return first === 0xfe && second === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030'];
}

/** The one that divides most of the first rows into equally many cells, more than one; a comma where none divides anything. */
function delimiterOf(text: string): Source['delimiter'] {
  const counted = delimiters.map((delimiter) => ({ delimiter, rows: rowsDividedAlike(text, delimiter) }));
  const best = counted.reduce((best, each) => (each.rows > best.rows ? each : best));
  return best.rows === 0 ? ',' : best.delimiter;
}

function rowsDividedAlike(text: string, delimiter: Source['delimiter']): number {
  const byCells = new Map<number, number>();
  try {
    for (const { record } of recordsOf(text, delimiter, 50)) byCells.set(record.length, (byCells.get(record.length) ?? 0) + 1);
  } catch {
    return 0;
  }
  return Math.max(0, ...[...byCells].filter(([cells]) => cells > 1).map(([, rows]) => rows));
}

interface Record {
  readonly record: string[];
  readonly line: number;
}

function recordsOf(text: string, delimiter: string, most: number): Record[] {
  const lines: number[] = [];
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      to: most,
      max_record_size: tableLimits.characters * tableLimits.columns,
      on_record: (record: string[], { lines: line }) => {
        lines.push(line);
        return record;
      },
    });
    return records.map((record, index) => ({ record, line: lines[index] ?? index + 1 }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? Number(error.lines) : undefined;
    throw new FileFault('FILE_MALFORMED', { problem: error.code, ...(line === undefined ? {} : { line }) });
  }
}
