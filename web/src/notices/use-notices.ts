import { type NoticeChoices, noticeChoices, notices, unreadNotices } from '@lianyu/contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, get, post, put, useNoticed } from '../live/index.ts';

const KEY = 'notices';
const PAGE = 50;

/** How many are unread; asked again whenever the live feed says that there is something. */
export function useUnread(): number {
  const noticed = useNoticed();
  const query = useQuery({
    queryKey: [KEY, 'unread', noticed],
    queryFn: () => get('/api/notices/unread', unreadNotices),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query.data?.unread ?? 0;
}

export interface Filter {
  readonly kind: string;
  readonly unread: string;
}

/** What one is told, newest first, page by page. */
export function useNotices(filter: Filter) {
  const noticed = useNoticed();
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: [KEY, 'list', filter, noticed],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const asked = Object.entries({ ...filter, before: pageParam, limit: String(PAGE) }).filter(([, value]) => value !== '');
      return get(`/api/notices?${new URLSearchParams(asked)}`, notices);
    },
    getNextPageParam: ({ next }) => (next === undefined ? undefined : String(next)),
    placeholderData: (before) => before,
  });
  const read = useMutation({
    mutationFn: (what: { readonly ids: readonly string[] } | { readonly through: number }) => post('/api/notices/read', what, unreadNotices),
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
  const pages = query.data?.pages ?? [];
  return {
    notices: pages.flatMap((page) => page.notices),
    unread: pages[0]?.unread ?? 0,
    loading: query.isPending,
    error: query.error ? (query.error instanceof ApiError ? query.error : new ApiError('ANSWER_UNREADABLE')) : undefined,
    retry: () => void query.refetch(),
    loadMore: query.hasNextPage && !query.isFetching ? () => void query.fetchNextPage() : undefined,
    read,
  };
}

export function useChoices() {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['notice-choices'], queryFn: () => get('/api/notice-choices', noticeChoices), staleTime: 0 });
  const choose = useMutation({
    mutationFn: (choices: NoticeChoices) => put('/api/notice-choices', choices, noticeChoices),
    onSuccess: (choices) => {
      queries.setQueryData(['notice-choices'], choices);
      void queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
  return { choices: query.data, choose };
}
