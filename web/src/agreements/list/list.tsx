import { Button } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { RegisterMenu } from '../../registration/menu.tsx';
import { Exports } from '../../settlement/exports.tsx';
import { Card, EmptyState, ErrorState, PageHead, Skeleton, useAddress } from '../../ui/index.ts';
import { Filters } from './filters.tsx';
import { AgreementTable } from './table.tsx';
import { filterIn, isFiltered, noFilter, useAgreements } from './use-agreements.ts';
import './list.css';

/** 协议: all that the viewer may know of, newest move first; filters stand in the address. */
export function Component() {
  const { t } = useTranslation();
  const { organisation, roles } = useMe();
  const navigate = useNavigate();
  const [search, set] = useAddress();
  const filter = filterIn(search);
  const found = useAgreements(useDeferredValue(filter));
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
            {found.rows.length > 0 && <Exports path="/api/agreements" asked={{ ...filter }} />}
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
            {isFiltered(filter) ? <Button onClick={() => set({ ...noFilter })}>{t('agreements.list.clear')}</Button> : drafts && create}
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
