import type { Documents, ListQuery, ServedDocument } from '@lianyu/projections';
import type { Viewer } from '../access/viewer.ts';

const PAGE = 1_000;

/** All that a viewer has of a kind, page by page, as long as it is not more than `most`; one under two keys counts once. */
export function everyDocument(
  readStore: Pick<Documents, 'list'>,
  { audiences }: Viewer,
  query: Pick<ListQuery, 'kind' | 'where' | 'any' | 'between' | 'search'>,
  most: number,
): { readonly documents: readonly ServedDocument[]; readonly more: boolean } {
  const found = new Map<string, ServedDocument>();
  for (let after: ListQuery['after']; found.size <= most; ) {
    const { documents } = readStore.list({ ...query, audiences, limit: PAGE, ...(after ? { after } : {}) });
    for (const document of documents) found.set(document.key, document);
    const last = documents.at(-1);
    if (!last || documents.length < PAGE) break;
    after = { sort: last.sort, key: last.key };
  }
  return { documents: [...found.values()].slice(0, most), more: found.size > most };
}

/** The conditions that were named. */
export function present(where: Readonly<Record<string, string | boolean | undefined>>): Record<string, string | boolean> {
  return Object.fromEntries(Object.entries(where).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}
