import { type PeriodKnown, periodKnown } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { ApiError, get } from '../../live/index.ts';
import { type AccountId, apiPath } from '../address.ts';

/** A period as known at the end of a day, or now: what it is worth, what its statement said, and how both came about. */
export function useKnown(id: AccountId, from: string, on: string | undefined, version: string) {
  const asked = useQuery({
    queryKey: ['known', apiPath(id), from, on, version],
    queryFn: () => get(`${apiPath(id)}/periods/${from}${on === undefined ? '' : `?on=${on}`}`, periodKnown),
    placeholderData: (before: PeriodKnown | undefined) => before,
  });
  const error = asked.error === null ? undefined : asked.error instanceof ApiError ? asked.error : new ApiError('ANSWER_UNREADABLE');
  return { known: asked.data, stale: asked.isPlaceholderData, error, retry: () => void asked.refetch() };
}
