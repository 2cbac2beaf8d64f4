import type { CalendarDate } from '@lianyu/domain/kernel';
import type { Cell } from '../table/index.ts';
import { dateIn, dateOf } from './date.ts';
import { isProblem, type Read } from './problem.ts';

export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const QUARTER = /^(?<year>\d{4})(?:年?\s?[Qq](?<q>[1-4])|年第?(?<zh>[一二三四1-4])季度)$/;
const HALF = /^(?<year>\d{4})(?:年(?<zh>[上下])半年|\s?[Hh](?<h>[12]))$/;
const MONTH = /^(?<year>\d{4})(?:年(?<zh>\d{1,2})月|[-/.](?<month>\d{1,2}))$/;
const YEAR = /^(?<year>\d{4})年?(?:度)?$/;
const RANGE = /^(?<from>[^~～]+?)\s*(?:至|到|~|～|—|–|\sto\s)\s*(?<to>.+)$/;

/**
 * A period of one cell: `2024年`, `2024Q1`, `2024年第一季度`, `2024年上半年`, `2024年3月`, `2024-03`, `2024-01-01至2024-03-31`. A
 * number that a spreadsheet shows as 202403 says neither month nor day for certain and is refused.
 */
export function periodIn(cell: Cell): Read<Period> {
  switch (cell.kind) {
    case 'empty':
      return { problem: 'missing' };
    case 'unreadable':
      return { problem: 'unreadable', data: { why: cell.why } };
    case 'date':
      return { problem: 'period-malformed' };
    default:
      return periodOf(cell.text) ?? { problem: 'period-malformed' };
  }
}

/** A period of two cells, both or neither. */
export function periodBetween(first: Cell, last: Cell): Read<Period> {
  if (first.kind === 'empty' || last.kind === 'empty') return { problem: first.kind === last.kind ? 'missing' : 'period-incomplete' };
  const [from, to] = [dateIn(first), dateIn(last)];
  if (isProblem(from)) return from;
  return isProblem(to) ? to : { from, to };
}

function periodOf(text: string): Period | undefined {
  const quarter = QUARTER.exec(text)?.groups;
  if (quarter) return months(quarter['year'], (numeral(quarter['q'] ?? quarter['zh']) - 1) * 3 + 1, 3);
  const half = HALF.exec(text)?.groups;
  if (half) return months(half['year'], half['zh'] === '下' || half['h'] === '2' ? 7 : 1, 6);
  const month = MONTH.exec(text)?.groups;
  if (month) return months(month['year'], Number(month['zh'] ?? month['month']), 1);
  const year = YEAR.exec(text)?.groups;
  if (year) return months(year['year'], 1, 12);
  const range = RANGE.exec(text)?.groups;
  const [from, to] = [dateOf(range?.['from'] ?? ''), dateOf(range?.['to'] ?? '')];
  return from && to ? { from, to } : undefined;
}

function months(year: string | undefined, first: number, count: number): Period | undefined {
  if (first < 1 || first + count - 1 > 12) return undefined;
  const last = new Date(Date.UTC(Number(year), first - 1 + count, 0)).getUTCDate();
  const two = (value: number) => String(value).padStart(2, '0');
  const [from, to] = [dateOf(`${year}-${two(first)}-01`), dateOf(`${year}-${two(first + count - 1)}-${two(last)}`)];
  return from && to ? { from, to } : undefined;
}

function numeral(text = ''): number {
  const at = '一二三四'.indexOf(text);
  return at >= 0 ? at + 1 : Number(text);
}
