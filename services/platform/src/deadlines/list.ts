import type { Documents, ListQuery, ServedDocument } from '@lianyu/projections';
import type { Audience } from '@lianyu/projections/folds';

/** What is shown of deadlines at once (ER-3). */
export const MOST_DEADLINES = 1_000;

/** The deadlines between two days, latest first; one under two readerships is the reader's own one. */
export function deadlinesBetween(
  readStore: Pick<Documents, 'list'>,
  audiences: readonly Audience[],
  { from = '', to = LAST }: { readonly from?: string | undefined; readonly to?: string | undefined },
  query: Pick<ListQuery, 'where' | 'search'> = {},
) {
  // Sorted by day, latest first: the walk begins after the last day and ends before the first.
  const after = { sort: `${to}\uffff`, key: '' };
  const { documents } = readStore.list({ kind: 'deadline', audiences, ...query, after, limit: MOST_DEADLINES + 1 });
  const within = new Map<string, ServedDocument>();
  for (const document of documents) {
    const known = within.get(document.key);
    if (document.sort >= from && (!known || !isOwn(known))) within.set(document.key, document);
  }
  const shown = [...within.values()];
  return { shown: shown.slice(0, MOST_DEADLINES), more: documents.length > MOST_DEADLINES && shown.length === documents.length };
}

const LAST = '9999-12-31';
const isOwn = ({ audience }: ServedDocument) => audience.includes(':');
