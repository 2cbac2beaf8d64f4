import { type CalendarDate, calendarDate } from '@lianyu/domain/kernel';
import type { Cell } from '../table/index.ts';
import type { Read } from './problem.ts';

/** `2024-03-05`, `2024/3/5`, `2024.3.5`, `2024年3月5日`, `20240305`, or a date of a spreadsheet. */
const DATE = /^(?<year>\d{4})(?:[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?|(?<compact>\d{4}))$/;

export function dateIn(cell: Cell): Read<CalendarDate> {
  switch (cell.kind) {
    case 'empty':
      return { problem: 'missing' };
    case 'unreadable':
      return { problem: 'unreadable', data: { why: cell.why } };
    case 'date':
      return cell.date;
    default:
      return dateOf(cell.text) ?? { problem: 'date-malformed' };
  }
}

/** A day that there is, of the years that agreements know. */
export function dateOf(text: string): CalendarDate | undefined {
  const parts = DATE.exec(text)?.groups;
  if (!parts) return undefined;
  const month = parts['month'] ?? parts['compact']?.slice(0, 2) ?? '';
  const day = parts['day'] ?? parts['compact']?.slice(2) ?? '';
  const parsed = calendarDate.safeParse(`${parts['year']}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.success && parsed.data >= '1990-01-01' && parsed.data < '2200-01-01' ? parsed.data : undefined;
}
