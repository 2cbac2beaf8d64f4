import { rows as page } from '@lianyu/contract';
import { calendarDate } from '@lianyu/domain/kernel';
import { type AgreementRow, agreementRow } from '@lianyu/projections/folds';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ApiError, get, useRows } from '../../live/index.ts';

export interface Filter {
  readonly stage: string;
  readonly mode: string;
  /** `true`: only what was registered from paper. */
  readonly registered: string;
  readonly party: string;
  /** Two digits of a region code. */
  readonly region: string;
  /** The last move, by day. */
  readonly from: string;
  readonly to: string;
  readonly q: string;
}

export const noFilter: Filter = { stage: '', mode: '', registered: '', party: '', region: '', from: '', to: '', q: '' };

/** What stands in the address; what the server would refuse is left out. */
export function filterIn(search: URLSearchParams): Filter {
  const day = (name: string) => calendarDate.safeParse(search.get(name)).data ?? '';
  const text = (name: keyof Filter) => search.get(name) ?? '';
  return {
    stage: text('stage'),
    mode: text('mode'),
    registered: text('registered'),
    party: text('party'),
    region: text('region'),
    from: day('from'),
    to: day('to'),
    q: text('q'),
  };
}

export interface Found {
  readonly rows: readonly AgreementRow[];
  readonly loading: boolean;
  readonly error: ApiError | undefined;
  readonly retry: () => void;
  readonly loadMore: (() => void) | undefined;
}

const PAGE = 50;

/**
 * Without a filter the live topic is the list; with one, or when there is more than the topic holds, the server's query is,
 * asked again whenever the live list changes.
 */
export function useAgreements(filter: Filter): Found {
  const live = useRows<AgreementRow>('agreements');
  const queried = isFiltered(filter) || live.more;
  const version = live.rows.map(({ key, audience, version: each }) => `${key}/${audience}/${each}`).join();
  const query = useInfiniteQuery({
    queryKey: ['agreements', filter, version],
    enabled: queried && live.state === 'ready',
    initialPageParam: '',
    queryFn: ({ pageParam }) => get(`/api/agreements?${parameters({ ...filter, after: pageParam, limit: String(PAGE) })}`, page),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  if (live.error) return { rows: [], loading: false, error: live.error, retry: live.retry, loadMore: undefined };
  if (!queried)
    return {
      rows: oncePerAgreement(live.rows.map(({ body }) => body)),
      loading: live.state === 'loading',
      error: undefined,
      retry: live.retry,
      loadMore: undefined,
    };
  const bodies = (query.data?.pages ?? []).flatMap(({ rows }) => rows.flatMap(({ body }) => agreementRow.safeParse(body).data ?? []));
  const error = query.error ? (query.error instanceof ApiError ? query.error : new ApiError('ANSWER_UNREADABLE')) : undefined;
  return {
    rows: oncePerAgreement(bodies),
    loading: query.isPending,
    error,
    retry: () => void query.refetch(),
    loadMore: query.hasNextPage && !query.isFetching ? () => void query.fetchNextPage() : undefined,
  };
}

export function isFiltered(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** Who reads under two keys has two rows of one agreement: the fuller one is shown, in the place of the first. */
export function oncePerAgreement(rows: readonly AgreementRow[]): readonly AgreementRow[] {
  const fuller = (one: AgreementRow, other: AgreementRow) => (Object.keys(other).length > Object.keys(one).length ? other : one);
  const byId = new Map<string, AgreementRow>();
  for (const row of rows) {
    const before = byId.get(row.id);
    byId.set(row.id, before ? fuller(before, row) : row);
  }
  return [...byId.values()];
}

function parameters(given: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
}
