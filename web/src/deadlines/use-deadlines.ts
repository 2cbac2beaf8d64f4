import { rows as page } from '@lianyu/contract';
import { type DeadlineDocument, deadlineDocument } from '@lianyu/projections/folds';
import { useQuery } from '@tanstack/react-query';
import { ApiError, get } from '../live/index.ts';

export interface Filter {
  readonly kind: string;
  /** `true`: only what the own organisation has to do. */
  readonly ours: string;
  readonly q: string;
  readonly state: string;
  readonly from?: string;
  readonly to?: string;
  readonly duty?: string;
}

/** How often the list is asked for again while somebody looks at it. */
const AGAIN_MS = 20_000;
const NOTHING: readonly DeadlineDocument[] = [];

/** Deadlines between two days, soonest first. */
export function useDeadlines(filter: Filter) {
  const parameters = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined)).toString();
  const query = useQuery({
    queryKey: ['deadlines', parameters],
    queryFn: () => get(`/api/deadlines?${parameters}`, page),
    refetchInterval: AGAIN_MS,
    placeholderData: (before) => before,
  });
  const deadlines = query.data?.rows.flatMap(({ body }) => deadlineDocument.safeParse(body).data ?? []) ?? NOTHING;
  return {
    deadlines: [...deadlines].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
    more: query.data?.more ?? false,
    loading: query.isPending,
    error: query.error ? (query.error instanceof ApiError ? query.error : new ApiError('ANSWER_UNREADABLE')) : undefined,
    retry: () => void query.refetch(),
  };
}
