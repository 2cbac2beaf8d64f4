import type { Ledger } from '@lianyu/domain/settlement';

/** One clause of one agreement in one ledger. */
export interface AccountId {
  readonly agreement: string;
  readonly clause: string;
  readonly ledger: Ledger;
}

export const accountPath = ({ agreement, clause, ledger }: AccountId) => `/settlement/${agreement}/${clause}/${ledger}`;
export const statementPath = (id: AccountId, from: string) => `${accountPath(id)}/${from}`;
/** Where the server answers about an account. */
export const apiPath = ({ agreement, clause, ledger }: AccountId) => `/api/settlements/${agreement}/${clause}/${ledger}`;

export const sameAccount = (one: AccountId, other: AccountId): boolean =>
  one.agreement === other.agreement && one.clause === other.clause && one.ledger === other.ledger;

export function accountIn(params: Readonly<Record<string, string | undefined>>): AccountId {
  const { agreement = '', clause = '', ledger } = params;
  return { agreement, clause, ledger: ledger === 'appraisal' ? 'appraisal' : 'official' };
}
