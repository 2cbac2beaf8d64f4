import { Button } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { RegisterMenu } from '../../registration/menu.tsx';
import { Card, EmptyState, ErrorState, PageHead, Skeleton, useNames } from '../../ui/index.ts';
import { exportCsv } from './csv.ts';
import { Filters } from './filters.tsx';
import { AgreementTable } from './table.tsx';
import { type Filter, isFiltered, useAgreements } from './use-agreements.ts';
import './list.css';

/** 协议: all that the viewer may know of, newest move first; filters stand in the address. */
export function Component() {
  const { t } = useTranslation();
  const { organisation, roles } = useMe();
  const nameOf = useNames();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const filter: Filter = {
    stage: search.get('stage') ?? '',
    mode: search.get('mode') ?? '',
    registered: search.get('registered') ?? '',
    q: search.get('q') ?? '',
  };
  const found = useAgreements(useDeferredValue(filter));
  const set = (change: Partial<Filter>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const drafts = roles.includes('drafter');
  const registers = drafts || roles.includes('coordinator');
  const create = (
    <Button
      type="primary"
      href="/agreements/begin"
      onClick={(event) => {
        event.preventDefault();
        void navigate('/agreements/begin');
      }}
    >
      {t('agreements.new')}
    </Button>
  );

  return (
    <main className="page" id="content">
      <PageHead
        title={t('agreements.title')}
        over={
          found.rows.length > 0 ? t(found.loadMore ? 'agreements.list.countMore' : 'agreements.list.count', { count: found.rows.length }) : undefined
        }
        actions={
          <>
            <Button disabled={found.rows.length === 0} onClick={() => exportCsv(found.rows, { nameOf, t })}>
              {t('common.export')}
            </Button>
            {registers && <RegisterMenu />}
            {drafts && create}
          </>
        }
      />
      <Filters filter={filter} onChange={set} />
      <Card flush>
        {found.error ? (
          <ErrorState error={found.error} retry={found.retry} />
        ) : found.loading ? (
          <Skeleton />
        ) : found.rows.length === 0 ? (
          <EmptyState title={t(isFiltered(filter) ? 'agreements.noneHere' : 'agreements.none')}>
            {isFiltered(filter) ? (
              <Button onClick={() => set({ stage: '', mode: '', registered: '', q: '' })}>{t('agreements.list.clear')}</Button>
            ) : (
              drafts && create
            )}
          </EmptyState>
        ) : (
          <AgreementTable rows={found.rows} own={organisation} />
        )}
      </Card>
      {found.loadMore && (
        <Button onClick={found.loadMore} className="load-more">
          {t('common.loadMore')}
        </Button>
      )}
    </main>
  );
}
