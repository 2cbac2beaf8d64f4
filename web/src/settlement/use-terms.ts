import type { SharingTerm } from '@lianyu/domain/sharing';
import type { SignedAgreement } from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useRows } from '../live/index.ts';
import type { AccountId } from './address.ts';

/** The signed terms of an account's clause, and what they were begun with, by the digest of the text that they stand in. */
export function useTerms({ agreement, clause }: AccountId) {
  const { rows } = useRows<SignedAgreement>(`agreement/${agreement}`, 'signed-agreement');
  return useMemo(() => {
    const byDigest = new Map<string, { readonly term: SharingTerm; readonly template: string | undefined }>();
    for (const { body } of rows) {
      const found = body.content.clauses.find(({ id }) => id === clause)?.body;
      if (found?.kind === 'sharing') byDigest.set(body.digest, { term: found.term as SharingTerm, template: found.template });
    }
    const [only] = byDigest.values();
    const at = (digest: string) => byDigest.get(digest) ?? only;
    return { current: only?.term, termOf: (digest: string) => at(digest)?.term, templateOf: (digest: string) => at(digest)?.template };
  }, [rows, clause]);
}
