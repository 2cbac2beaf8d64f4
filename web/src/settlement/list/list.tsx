import { type DueDocument, type StatementRow, statementStage } from '@lianyu/projections/folds';
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows } from '../../live/index.ts';
import { Card, EmptyState, ErrorState, fullest, PageHead, SearchWords, Skeleton, useAddress } from '../../ui/index.ts';
import { SettlementTabs } from '../tabs.tsx';
import { DueList } from './due-list.tsx';
import { StatementTable } from './table.tsx';
import '../settlement.css';

const names = ['stage', 'ledger', 'year', 'waits', 'q'] as const;

/** 结算: the statements that the viewer may know of, latest period first, and what is due next. */
export function Component() {
  const { t } = useTranslation();
  const [search, set] = useAddress();
  const topic = useRows('settlements');
  const rows = useMemo(
    () => fullest(topic.rows.filter(({ kind }) => kind === 'statement-row')).map(({ body }) => body as StatementRow),
    [topic.rows],
  );
  const dues = useMemo(() => fullest(topic.rows.filter(({ kind }) => kind === 'due')).map(({ body }) => body as DueDocument), [topic.rows]);
  const of = (name: (typeof names)[number]) => search.get(name) ?? '';
  const years = [...new Set(rows.map(({ year }) => year))].sort().reverse();
  const shown = rows
    .filter(
      (row) =>
        (of('stage') === '' || row.stage === of('stage')) &&
        (of('ledger') === '' || row.ledger === of('ledger')) &&
        (of('year') === '' || row.year === of('year')) &&
        (of('waits') !== 'us' || row.waitsForUs) &&
        (of('q') === '' || row.search.includes(of('q').toLowerCase())),
    )
    .sort((one, other) => (one.period.to < other.period.to ? 1 : -1));
  const narrowed = names.some((name) => of(name) !== '');
  return (
    <main className="page settlement" id="content">
      <PageHead title={t('settlement.title')} over={t('settlement.over')} />
      <SettlementTabs />
      {topic.state === 'failed' && topic.error ? (
        <ErrorState error={topic.error} retry={topic.retry} />
      ) : (
        <div className="settlement-columns">
          <div className="stack">
            <search className="settlement-filters">
              <SearchWords q={of('q')} label={t('settlement.search')} onChange={(q) => set({ q })} />
              <Select
                aria-label={t('settlement.column.stage')}
                value={of('stage')}
                onChange={(stage: string) => set({ stage })}
                options={[
                  { value: '', label: t('settlement.anyStage') },
                  ...statementStage.options.map((value) => ({ value: value as string, label: t(`settlement.stage.${value}`) })),
                ]}
              />
              <Select
                aria-label={t('settlement.column.ledger')}
                value={of('ledger')}
                onChange={(ledger: string) => set({ ledger })}
                options={[
                  { value: '', label: t('settlement.anyLedger') },
                  { value: 'official', label: t('sharing.ledger.official') },
                  { value: 'appraisal', label: t('sharing.ledger.appraisal') },
                ]}
              />
              <Select
                aria-label={t('settlement.column.year')}
                value={of('year')}
                onChange={(year: string) => set({ year })}
                options={[{ value: '', label: t('settlement.anyYear') }, ...years.map((value) => ({ value, label: value }))]}
              />
              <Select
                aria-label={t('settlement.column.turn')}
                value={of('waits')}
                onChange={(waits: string) => set({ waits })}
                options={[
                  { value: '', label: t('settlement.anyTurn') },
                  { value: 'us', label: t('settlement.waitsForUs') },
                ]}
              />
            </search>
            <Card flush>
              {topic.state === 'loading' ? (
                <Skeleton />
              ) : shown.length === 0 ? (
                <EmptyState title={t(narrowed ? 'settlement.noneHere' : 'settlement.none')}>
                  {narrowed && <Button onClick={() => set(Object.fromEntries(names.map((name) => [name, ''])))}>{t('figures.clear')}</Button>}
                </EmptyState>
              ) : (
                <StatementTable rows={shown} />
              )}
            </Card>
          </div>
          <DueList dues={dues} />
        </div>
      )}
    </main>
  );
}
