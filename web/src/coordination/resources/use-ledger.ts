import { type QuotaActions, quotaActions } from '@lianyu/contract';
import type { QuotaEntry, QuotaHoldings, QuotaLedger } from '@lianyu/projections/folds';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get, useRows } from '../../live/index.ts';
import { fullest } from '../../ui/index.ts';

export type QuotaAction = QuotaActions['actions'][number];

/** One ledger with its entries, newest first, what is open in it, and what the viewer may do. */
export function useLedger(key: string) {
  const { rows: ledgers } = useRows<QuotaLedger>('quotas', 'quota-ledger');
  const entries = useRows<QuotaEntry>(`quota/${key}`, 'quota-entry');
  const { rows: holdings } = useRows<QuotaHoldings>(`quota/${key}`, 'quota-holdings');
  const ledger = useMemo(() => fullest(ledgers.filter((row) => row.key === key)).map(({ body }) => body)[0], [ledgers, key]);
  const path = `/api/quotas/${key.split('.').join('/')}/actions`;
  const { data } = useQuery({
    queryKey: [path, ledger?.entries, ledger?.waiting],
    queryFn: () => get(path, quotaActions),
    placeholderData: (before) => before,
  });
  const shown = useMemo(
    () =>
      fullest(entries.rows)
        .map(({ body }) => body)
        .sort((one, other) => other.number - one.number),
    [entries.rows],
  );
  return {
    ledger,
    entries: shown,
    holdings: fullest(holdings).map(({ body }) => body)[0],
    actions: data?.actions ?? [],
    state: entries.state,
    error: entries.error,
    retry: entries.retry,
  };
}
