import { type Measure, measures } from '@lianyu/domain/sharing';
import type { SignedAgreement } from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useRows } from '../live/index.ts';
import { measuresOf } from '../sharing/measures-of.ts';

/** What the signed terms of an agreement look at, in the order of the list. */
export function useMeasuresInTerms(agreement: string): readonly Measure[] {
  const { rows } = useRows<SignedAgreement>(`agreement/${agreement}`, 'signed-agreement');
  const signed = rows[0]?.body;
  return useMemo(() => {
    const terms = (signed?.content.clauses ?? []).flatMap(({ body }) => (body.kind === 'sharing' ? [body.term] : []));
    const wanted = new Set(terms.flatMap(measuresOf));
    return measures.filter((code) => wanted.has(code));
  }, [signed]);
}
