import type { Row } from '@lianyu/contract/live';

/** Who reads under two keys gets a document twice, once for each readership (PR-1): the fuller one is shown. */
export function fullest<Body>(rows: readonly (Row & { readonly body: Body })[]): readonly (Row & { readonly body: Body })[] {
  const byKey = new Map<string, Row & { readonly body: Body }>();
  for (const row of rows) {
    const known = byKey.get(row.key);
    if (!known || size(row.body) > size(known.body)) byKey.set(row.key, row);
  }
  return [...byKey.values()];
}

const size = (body: unknown) => (typeof body === 'object' && body !== null ? Object.keys(body).length : 0);
