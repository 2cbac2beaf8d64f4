import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { EmptyState, ErrorState, Skeleton } from '../../ui/index.ts';
import { Replay } from '../history/replay.tsx';
import { Actions } from './actions.tsx';
import { type AgreementView, useAgreement } from './use-agreement.ts';
import { Body, Head } from './view.tsx';
import './page.css';

/** The agreement as a document, with whose turn it is, what one may do, and what has passed. */
export function Component() {
  const { id = '' } = useParams();
  const agreement = useAgreement(id);
  const [search, setSearch] = useSearchParams();
  const moment = Number(search.get('moment') ?? 0);
  const step = (to: number | undefined) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (to === undefined) next.delete('moment');
      else next.set('moment', String(to));
      return next;
    }, { replace: true });

  if (agreement.state === 'not-found') return <Missing />;
  if (agreement.state === 'failed' && agreement.error) return <ErrorState error={agreement.error} retry={agreement.retry} />;
  if (agreement.state === 'loading') return <Skeleton />;
  return (
    <main className="page" id="content">
      {moment > 0 ? <Replay id={id} moment={moment} onStep={step} /> : <Now view={agreement.view} version={agreement.version} onReplay={() => step(1)} />}
    </main>
  );
}

function Missing() {
  const { t } = useTranslation();
  return (
    <main className="page" id="content">
      <EmptyState title={t('common.notFound')} />
    </main>
  );
}

function Now({ view, version, onReplay }: { view: AgreementView; version: string; onReplay: () => void }) {
  const { t } = useTranslation();
  const { negotiation, signed } = view;
  const [compareWith, setCompareWith] = useState<number>();
  const current = negotiation?.current.number ?? 0;
  // While it is talked about, what changed is what one wants to see first.
  const against = compareWith ?? (signed || current < 2 ? 0 : current - 1);
  return (
    <>
      <Head
        view={view}
        actions={
          <>
            {negotiation && current > 1 && (
              <Select
                aria-label={t('agreements.page.compare')}
                value={against}
                onChange={setCompareWith}
                options={[{ value: 0, label: t('agreements.page.noCompare') }, ...negotiation.proposals.filter(({ number }) => number !== current).map(({ number }) => ({ value: number, label: t('agreements.page.compareWith', { number }) }))]}
              />
            )}
            {(negotiation || signed) && <Button onClick={onReplay}>{t('agreements.page.replay')}</Button>}
            {(negotiation || signed) && <Button onClick={() => print()}>{t('agreements.page.print')}</Button>}
          </>
        }
      />
      <Body view={view} compareWith={against} side={<Actions view={view} version={version} />} />
    </>
  );
}
