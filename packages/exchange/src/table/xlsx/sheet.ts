import { addDays, type CalendarDate } from '@lianyu/domain/kernel';
import { textCell } from '../cells.ts';
import { tableLimits } from '../limits.ts';
import { type Cell, FileFault, type Row } from '../table.ts';
import { unescaped, type Workbook } from './workbook.ts';
import { readXml } from './xml.ts';

/** A cell while it is read. */
interface Raw {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
}

const EMPTY: Cell = { kind: 'empty' };

/** Rows in which something stands; those that only have a style are many and are let go as they come. */
export function rowsIn(xml: string, workbook: Workbook): readonly Row[] {
  const rows: { line: number; cells: Cell[] }[] = [];
  let row: { line: number; cells: Cell[] } = { line: 0, cells: [] };
  let next = 0;
  let raw: Raw | undefined;
  let collecting = false;
  let reading = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = { line: Number(attributes['r'] ?? row.line + 1), cells: [] };
        next = 0;
      }
      if (name === 'c') raw = cellOf(attributes, next);
      if (name === 'rPh') reading = true;
      if (name === 'f' && raw) raw.formula = true;
      collecting = name === 'v' || (name === 't' && !reading);
    },
    text(text) {
      if (collecting && raw) raw.value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      if (name === 'rPh') reading = false;
      if (name === 'row' && row.cells.length > 0) rows.push(row);
      if (rows.length > tableLimits.rows) throw new FileFault('FILE_TOO_MANY', { what: 'rows', limit: tableLimits.rows });
      if (name !== 'c' || !raw) return;
      place(row.cells, raw.column, meaning(raw, workbook));
      next = raw.column + 1;
      raw = undefined;
    },
  });
  return rows;
}

function place(cells: Cell[], column: number, cell: Cell): void {
  if (column < cells.length) throw new FileFault('FILE_MALFORMED', { problem: 'cell-order' });
  if (cell.kind === 'empty') return;
  while (cells.length < column) cells.push(EMPTY);
  cells.push(cell);
}

function cellOf({ r, t, s }: Readonly<Record<string, string>>, next: number): Raw {
  const column = r === undefined ? next : columnOf(r);
  if (column >= tableLimits.columns * 10) throw new FileFault('FILE_TOO_MANY', { what: 'columns', limit: tableLimits.columns });
  return { column, type: t ?? 'n', style: Number(s ?? 0), formula: false, value: '' };
}

/** `AB12` → 27 */
function columnOf(reference: string): number {
  const letters = /^([A-Z]{1,3})[0-9]+$/.exec(reference)?.[1];
  if (letters === undefined) throw new FileFault('FILE_MALFORMED', { problem: 'cell-reference' });
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function meaning({ type, style, formula, value }: Raw, { strings, dates, since1904 }: Workbook): Cell {
  if (formula) return { kind: 'unreadable', why: 'formula' };
  switch (type) {
    case 's':
      return textCell(strings[Number(value)] ?? '');
    case 'inlineStr':
    case 'str':
      return textCell(unescaped(value));
    case 'b':
      return { kind: 'unreadable', why: 'boolean' };
    case 'e':
      return { kind: 'unreadable', why: 'error' };
    case 'd':
      return /^\d{4}-\d{2}-\d{2}(T00:00:00(\.0+)?Z?)?$/.test(value)
        ? { kind: 'date', date: value.slice(0, 10) as CalendarDate }
        : { kind: 'unreadable', why: 'time' };
    default:
      return value === '' ? EMPTY : dates[style] === true ? dateOf(value, since1904) : numberOf(value);
  }
}

/** Days since the epoch; of 1900, whose February programs give a 29th, only from March on. */
function dateOf(value: string, since1904: boolean): Cell {
  const serial = Number(value);
  if (!Number.isInteger(serial)) return { kind: 'unreadable', why: 'time' };
  if (serial < (since1904 ? 0 : 61) || serial > 200_000) return { kind: 'unreadable', why: 'error' };
  return { kind: 'date', date: addDays((since1904 ? '1904-01-01' : '1899-12-30') as CalendarDate, serial) };
}

/** A double as the program shows it: `1234567.8900000001` is stored for 1234567.89. Beyond 15 digits nobody can tell what was meant. */
function numberOf(value: string): Cell {
  const number = Number(value);
  if (!Number.isFinite(number)) return { kind: 'unreadable', why: 'error' };
  if (Math.abs(number) >= 1e15) return { kind: 'unreadable', why: 'inexact' };
  return { kind: 'number', text: plain(number.toPrecision(15)) };
}

/** Without exponent, without zeros at the end: `1.20000000000000e-7` → `0.00000012`. */
function plain(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const negative = mantissa.startsWith('-');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = `${whole}${fraction}`;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const rest = padded.slice(at).replace(/0+$/, '');
  const shown = `${padded.slice(0, at).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
  return negative && shown !== '0' ? `-${shown}` : shown;
}
