import { type SettlementActions, settlementActions } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { ApiError, get } from '../live/index.ts';

export type SettlementAction = SettlementActions['actions'][number];

/** What the viewer may do, about what, and what is missing where not: asked again whenever what is on the page changes (AZ-4). */
export function useSettlementActions(path: string, version: string) {
  const asked = useQuery({ queryKey: ['actions', path, version], queryFn: () => get(path, settlementActions), placeholderData: (before) => before });
  const error = asked.error === null ? undefined : asked.error instanceof ApiError ? asked.error : new ApiError('ANSWER_UNREADABLE');
  return { actions: asked.data?.actions, error, retry: () => void asked.refetch() };
}
