import type { ListQuery } from '../read-store.ts';

/** Names of fields come from code, never from a request; this is the second lock on that door. */
const FIELD = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
export type FieldValue = string | number;
type Narrowed = { readonly [Name in 'where' | 'any' | 'between' | 'search']?: ListQuery[Name] | undefined };

/** Filters on the body of a document and its text, as SQL that begins with AND; its table is `t`. @throws RangeError */
export function conditionsOf({ where = {}, any, between, search }: Narrowed): {
  readonly sql: string;
  readonly values: readonly FieldValue[];
} {
  const conditions: string[] = [];
  const values: FieldValue[] = [];
  for (const [field, value] of Object.entries(where)) {
    conditions.push(`AND json_extract(t.body, '$.${nameOfField(field)}') = ?`);
    values.push(typeof value === 'boolean' ? Number(value) : value);
  }
  if (any) {
    conditions.push(
      `AND EXISTS (SELECT 1 FROM json_each(t.body, '$.${nameOfField(any.field)}') one WHERE one.value IN (SELECT value FROM json_each(?)))`,
    );
    values.push(JSON.stringify(any.values));
  }
  for (const [bound, day] of [
    ['>=', between?.from],
    ['<=', between?.to],
  ] as const) {
    if (!between || day === undefined) continue;
    conditions.push(`AND json_extract(t.body, '$.${nameOfField(between.field)}') ${bound} ?`);
    values.push(day);
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
