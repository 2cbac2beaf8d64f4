import type { AgreementRow } from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useRows } from '../live/index.ts';
import { fullest } from '../ui/index.ts';

/** The agreements that are in force and of which the viewer may know, newest first. */
export function useAgreementsInForce() {
  const topic = useRows<AgreementRow>('agreements', 'agreement-row');
  const rows = useMemo(
    () =>
      fullest(topic.rows)
        .map(({ body }) => body)
        .filter(({ stage, title }) => stage === 'in-force' && title !== undefined),
    [topic.rows],
  );
  return { ...topic, rows };
}
