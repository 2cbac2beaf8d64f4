import { asOf, moments } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, get } from '../../live/index.ts';
import { EmptyState, ErrorState, Skeleton } from '../../ui/index.ts';
import { Body } from '../page/body.tsx';
import { comparisonOf } from '../page/comparison.ts';
import { Head } from '../page/head.tsx';
import { viewOf } from '../page/use-agreement.ts';
import { ReplayBar } from './replay-bar.tsx';

const nothingChosen = new URLSearchParams();

/** Steps back through one agreement: the same page as it stood, with the moment in the address and plainly above it. */
export function Replay({ id, moment, onStep }: { id: string; moment: number; onStep: (moment: number | undefined) => void }) {
  const { t } = useTranslation();
  const all = useQuery({ queryKey: ['moments', id], queryFn: () => get(`/api/agreements/${id}/moments`, moments), staleTime: 0 });
  const count = all.data?.moments.length ?? 0;
  const at = Math.min(Math.max(moment, 1), Math.max(count, 1));
  const stood = useQuery({
    queryKey: ['as-of', id, at],
    enabled: count > 0,
    queryFn: () => get(`/api/agreements/${id}/moments/${at}`, asOf),
    // What has passed does not change.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  const view = useMemo(() => stood.data && viewOf(id, stood.data.rows, undefined), [id, stood.data]);

  const failed = all.error ?? stood.error;
  if (failed)
    return (
      <ErrorState
        error={failed instanceof ApiError ? failed : new ApiError('ANSWER_UNREADABLE')}
        retry={() => void (all.error ? all.refetch() : stood.refetch())}
      />
    );
  if (all.data && count === 0) return <EmptyState title={t('agreements.history.none')} />;
  if (!all.data || !stood.data || !view) return <Skeleton />;
  return (
    <>
      <ReplayBar moments={all.data.moments} at={at} onStep={onStep} />
      <Head view={view} presence={false} />
      <Body view={view} comparison={comparisonOf(view, nothingChosen)} />
    </>
  );
}
