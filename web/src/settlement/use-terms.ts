import type { SharingTerm } from '@lianyu/domain/sharing';
import type { SignedAgreement } from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useRows } from '../live/index.ts';
import type { AccountId } from './address.ts';

/** The signed terms of an account's clause, by the digest of the text that they stand in. */
export function useTerms({ agreement, clause }: AccountId) {
  const { rows } = useRows<SignedAgreement>(`agreement/${agreement}`, 'signed-agreement');
  return useMemo(() => {
    const byDigest = new Map<string, SharingTerm>();
    for (const { body } of rows) {
      const found = body.content.clauses.find(({ id }) => id === clause)?.body;
      if (found?.kind === 'sharing') byDigest.set(body.digest, found.term as SharingTerm);
    }
    const [only] = byDigest.values();
    return { current: only, termOf: (digest: string) => byDigest.get(digest) ?? only };
  }, [rows, clause]);
}
