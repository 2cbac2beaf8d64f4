import { asOf, moments } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Slider } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format.ts';
import { ApiError, get } from '../../live/index.ts';
import { Card, ErrorState, Skeleton, useNames } from '../../ui/index.ts';
import { Body, Head } from '../page/view.tsx';
import { viewOf } from '../page/use-agreement.ts';

const STEP_MS = 1_600;

/** Steps back through one agreement: the same page as it stood, with the day in the address and plainly above it. */
export function Replay({ id, moment, onStep }: { id: string; moment: number; onStep: (moment: number | undefined) => void }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const [playing, setPlaying] = useState(false);
  const all = useQuery({ queryKey: ['moments', id], queryFn: () => get(`/api/agreements/${id}/moments`, moments), staleTime: 0 });
  const count = all.data?.moments.length ?? 0;
  const at = Math.min(Math.max(moment, 1), Math.max(count, 1));
  const stood = useQuery({
    queryKey: ['as-of', id, at],
    enabled: count > 0,
    queryFn: () => get(`/api/agreements/${id}/moments/${at}`, asOf),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  useEffect(() => {
    if (!playing) return;
    if (at >= count) return setPlaying(false);
    const timer = setTimeout(() => onStep(at + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, at, count, onStep]);

  const failed = all.error ?? stood.error;
  if (failed) return <ErrorState error={failed instanceof ApiError ? failed : new ApiError('ANSWER_UNREADABLE')} retry={() => void all.refetch()} />;
  if (!stood.data) return <Skeleton />;
  const here = all.data?.moments[at - 1];
  const view = viewOf(id, stood.data.rows, undefined);
  const number = view.negotiation?.current.number ?? 0;
  return (
    <>
      <Card flush className="no-print">
        <div className="replay">
          <div>
            <Button aria-label={t('agreements.history.earlier')} disabled={at <= 1} onClick={() => onStep(at - 1)}>
              ‹
            </Button>{' '}
            <Button onClick={() => setPlaying(!playing)} disabled={at >= count}>
              {t(playing ? 'agreements.history.pause' : 'agreements.history.play')}
            </Button>{' '}
            <Button aria-label={t('agreements.history.later')} disabled={at >= count} onClick={() => onStep(at + 1)}>
              ›
            </Button>
          </div>
          <Slider min={1} max={Math.max(count, 1)} value={at} onChange={onStep} ariaLabelForHandle={t('agreements.history.slider')} tooltip={{ open: false }} />
          <div>
            <span className="at">{t('agreements.history.at', { at: formatInstant(stood.data.at) })}</span>{' '}
            <span className="muted small">
              {t('agreements.history.moment', { moment: at, count })}
              {here && ` · ${here.organisation ? `${nameOf(here.organisation)} ` : ''}${t(`terms.move.${here.kind}`, { number, step: '' })}`}
            </span>{' '}
            <Button type="link" onClick={() => onStep(undefined)}>
              {t('agreements.history.back')}
            </Button>
          </div>
        </div>
      </Card>
      <Head view={view} />
      <Body view={view} compareWith={view.signed || number < 2 ? 0 : number - 1} />
    </>
  );
}
