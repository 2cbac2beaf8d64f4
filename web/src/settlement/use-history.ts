import { settlementHistory } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { get } from '../live/index.ts';
import { type AccountId, apiPath } from './address.ts';

export type SettlementHistory = z.infer<typeof settlementHistory>['moments'];

/** What happened in an account, oldest first. A page stands without it. */
export function useHistory(id: AccountId, version: string): SettlementHistory {
  const asked = useQuery({
    queryKey: ['settlement-history', apiPath(id), version],
    queryFn: () => get(`${apiPath(id)}/history`, settlementHistory),
    placeholderData: (before) => before,
  });
  return asked.data?.moments ?? [];
}
