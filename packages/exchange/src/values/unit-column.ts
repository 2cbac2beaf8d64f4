import { type HeaderColumn, plainHeader } from '../table/index.ts';
import { type NamedUnit, unitNamed } from './unit.ts';

export interface UnitColumn extends HeaderColumn {
  /** Of a header such as 金额（万元）. */
  readonly unit?: NamedUnit | undefined;
}

/** Which field a header names, be it alone or with the unit of what stands below it. */
export function unitColumnOf<Field>(
  byHeader: ReadonlyMap<string, Field>,
  column: HeaderColumn,
): { readonly field: Field; readonly column: UnitColumn } | undefined {
  const plain = plainHeader(column.header);
  const whole = byHeader.get(plain);
  if (whole) return { field: whole, column };
  const [, name = '', inner = ''] = /^(.+?)[(:/](.+?)\)?$/.exec(plain) ?? [];
  const unit = unitNamed(inner);
  const field = unit ? byHeader.get(name) : undefined;
  return field && { field, column: { ...column, unit } };
}
