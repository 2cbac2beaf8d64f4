import type { ListQuery } from '../read-store.ts';

/** Names of fields come from code, never from a request; this is the second lock on that door. */
const FIELD = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
export type FieldValue = string | number;

/** Filters on the body of a document and its text, as SQL that begins with AND; its table is `t`. @throws RangeError */
export function conditionsOf({ where = {}, search }: { readonly where?: ListQuery['where'] | undefined; readonly search?: string | undefined }): {
  readonly sql: string;
  readonly values: readonly FieldValue[];
} {
  const conditions: string[] = [];
  const values: FieldValue[] = [];
  for (const [field, value] of Object.entries(where)) {
    conditions.push(`AND json_extract(t.body, '$.${nameOfField(field)}') = ?`);
    values.push(typeof value === 'boolean' ? Number(value) : value);
  }
  if (search !== undefined) {
    conditions.push("AND (instr(json_extract(t.body, '$.search'), ?) > 0 OR instr(t.initials, ?) > 0)");
    values.push(search.toLowerCase(), search.toLowerCase());
  }
  return { sql: conditions.join(' '), values };
}

/** @throws RangeError */
export function nameOfField(field: string): string {
  if (!FIELD.test(field)) throw new RangeError(`not the name of a field: ${field}`);
  return field;
}
