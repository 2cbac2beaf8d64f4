import { units } from '@lianyu/domain/money';
import type { Cell } from '../table/index.ts';
import type { Read } from './problem.ts';
import { type NamedUnit, unitNamed } from './unit.ts';

/** With or without thousands: `1234.50`, `1,234.50`, `-1,234.50 万元`. */
const AMOUNT = /^(?<sign>-?)(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<part>\d+))?\s*(?<unit>\p{L}.*)?$/u;

export interface Amount {
  /** Whole number of the smallest part of the unit, as text: fen for money. */
  readonly amount: string;
  readonly unit: NamedUnit['unit'];
}

/**
 * An amount, exactly. The unit comes from the cell, its column's header or a column of units: named by one of them at least,
 * and where by several, alike. What would not be whole in the smallest part is refused, never rounded.
 */
export function amountIn(cell: Cell, stated: readonly (NamedUnit | undefined)[]): Read<Amount> {
  if (cell.kind === 'empty') return { problem: 'missing' };
  if (cell.kind === 'unreadable') return { problem: 'unreadable', data: { why: cell.why } };
  const parts = cell.kind === 'date' ? undefined : AMOUNT.exec(cell.text)?.groups;
  if (!parts) return { problem: 'amount-malformed' };
  const own = parts['unit'] === undefined ? undefined : unitNamed(parts['unit']);
  if (parts['unit'] !== undefined && !own) return { problem: 'unit-unknown' };
  const named = [own, ...stated].filter((each) => each !== undefined);
  const [unit] = named;
  if (!unit) return { problem: 'unit-missing' };
  if (named.some((each) => each.unit !== unit.unit || each.power !== unit.power)) return { problem: 'unit-conflict' };
  return scaled(parts, unit);
}

function scaled({ sign, whole = '', part = '' }: Record<string, string | undefined>, { unit, power }: NamedUnit): Read<Amount> {
  const places = units[unit].digits + power;
  const fraction = part.replace(/0+$/, '');
  if (fraction.length > places) return { problem: 'amount-too-fine' };
  const digits = `${whole.replaceAll(',', '')}${fraction.padEnd(places, '0')}`.replace(/^0+(?=\d)/, '');
  if (digits.length > 18) return { problem: 'amount-too-large' };
  return { amount: digits === '0' ? '0' : `${sign ?? ''}${digits}`, unit };
}
