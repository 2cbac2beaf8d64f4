import type { Row } from '@lianyu/contract/live';
import type { AccountDocument, DisputeDocument, PaymentDocument, StatementDocument } from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useRows } from '../live/index.ts';
import { fullest } from '../ui/index.ts';
import { type AccountId, sameAccount } from './address.ts';

/** What the viewer has of one account; what is not his to see is not there. */
export interface AccountView {
  readonly account: AccountDocument | undefined;
  /** Oldest period first. */
  readonly statements: readonly StatementDocument[];
  readonly disputes: readonly DisputeDocument[];
  readonly payments: readonly PaymentDocument[];
  /** Changes whenever something in it does. */
  readonly version: string;
}

type AnyRow = Row & { readonly body: unknown };

export function accountViewOf(rows: readonly AnyRow[], id: AccountId): AccountView {
  const bodies = <Body extends AccountId>(kind: string) =>
    fullest(rows.filter((row) => row.kind === kind))
      .map(({ body }) => body as Body)
      .filter((body) => sameAccount(body, id));
  return {
    account: bodies<AccountDocument>('settlement-account')[0],
    statements: bodies<StatementDocument>('statement').sort((one, other) => (one.period.from < other.period.from ? -1 : 1)),
    disputes: bodies<DisputeDocument>('dispute').sort((one, other) => one.dispute - other.dispute),
    payments: bodies<PaymentDocument>('payment').sort((one, other) => one.payment - other.payment),
    version: rows.map(({ kind, key, version }) => `${kind}${key}${version}`).join(),
  };
}

export function useAccount(id: AccountId) {
  const topic = useRows(`settlement/${id.agreement}`);
  const { agreement, clause, ledger } = id;
  const view = useMemo(() => accountViewOf(topic.rows, { agreement, clause, ledger }), [topic.rows, agreement, clause, ledger]);
  return { ...topic, view };
}
