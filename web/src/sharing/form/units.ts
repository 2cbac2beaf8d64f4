import type { Unit } from '@lianyu/domain/money';
import { measure, quotaKind, quotaUnits, unitOf } from '@lianyu/domain/sharing';

/** The unit that an amount is typed in: said by the field, by the measure beside it, or by the quota that the term is about. */
export function unitBeside(
  unit: 'fen' | 'piece' | 'quota' | 'measure',
  root: Readonly<Record<string, unknown>>,
  beside: Readonly<Record<string, unknown>>,
): Unit {
  if (unit === 'quota') {
    const quota = quotaKind.safeParse(root['quota']).data;
    return quota ? quotaUnits[quota] : 'piece';
  }
  if (unit === 'measure') {
    const code = measure.safeParse(beside['measure']).data;
    return code ? unitOf(code) : 'fen';
  }
  return unit;
}
