import type { DueDocument } from '@lianyu/projections/folds';
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { useRows } from '../../live/index.ts';
import { Card, EmptyState, ErrorState, fullest, PageHead, Skeleton, useAddress } from '../../ui/index.ts';
import { SettlementTabs } from '../tabs.tsx';
import { today } from '../words.ts';
import { DueLine } from './due-line.tsx';
import { Month } from './month.tsx';
import '../settlement.css';

const kinds = ['report-figures', 'confirm-statement', 'resolve-dispute', 'pay'] as const;

/** 结算日历: what is due when and by whom, what is overdue; a month at a time. */
export function Component() {
  const { t } = useTranslation();
  const { organisation } = useMe();
  const [search, set] = useAddress();
  const topic = useRows<DueDocument>('settlements', 'due');
  const what = search.get('what') ?? '';
  const whose = search.get('whose') ?? '';
  const month = /^\d{4}-\d\d$/.test(search.get('month') ?? '') ? (search.get('month') as string) : today().slice(0, 7);
  const dues = useMemo(
    () =>
      fullest(topic.rows)
        .map(({ body }) => body)
        .filter((due) => (what === '' || due.what === what) && (whose !== 'us' || due.organisations.includes(organisation)))
        .sort((one, other) => (one.on < other.on ? -1 : 1)),
    [topic.rows, what, whose, organisation],
  );
  const overdue = dues.filter(({ on }) => on < today());
  const inMonth = dues.filter(({ on }) => on.startsWith(month));
  return (
    <main className="page settlement" id="content">
      <PageHead title={t('settlement.title')} over={t('settlement.due.count', { count: dues.length, overdue: overdue.length })} />
      <SettlementTabs />
      <search className="settlement-filters">
        <Select
          aria-label={t('settlement.due.what')}
          value={what}
          onChange={(value: string) => set({ what: value })}
          options={[
            { value: '', label: t('settlement.due.anything') },
            ...kinds.map((value) => ({ value: value as string, label: t(`settlement.due.${value}`) })),
          ]}
        />
        <Select
          aria-label={t('settlement.due.whose')}
          value={whose}
          onChange={(value: string) => set({ whose: value })}
          options={[
            { value: '', label: t('settlement.anyTurn') },
            { value: 'us', label: t('settlement.waitsForUs') },
          ]}
        />
      </search>
      {topic.state === 'failed' && topic.error ? (
        <ErrorState error={topic.error} retry={topic.retry} />
      ) : topic.state === 'loading' ? (
        <Skeleton />
      ) : (
        <div className="settlement-columns">
          <Card
            title={t('settlement.due.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })}
            extra={
              <span className="row">
                <Button size="small" aria-label={t('settlement.due.earlier')} onClick={() => set({ month: stepped(month, -1) })}>
                  ‹
                </Button>
                <Button size="small" onClick={() => set({ month: '' })}>
                  {t('common.today')}
                </Button>
                <Button size="small" aria-label={t('settlement.due.later')} onClick={() => set({ month: stepped(month, 1) })}>
                  ›
                </Button>
              </span>
            }
          >
            <Month month={month} dues={dues} />
            {inMonth.length === 0 ? <EmptyState title={t('settlement.due.noneInMonth')} /> : <Lines dues={inMonth} />}
          </Card>
          <Card title={t('settlement.due.overdue')}>
            {overdue.length === 0 ? <p className="muted">{t('settlement.due.nothingOverdue')}</p> : <Lines dues={overdue} />}
          </Card>
        </div>
      )}
    </main>
  );
}

function Lines({ dues }: { dues: readonly DueDocument[] }) {
  return (
    <ul className="list">
      {dues.map((due, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several things of one account are due on one day
        <DueLine key={index} due={due} />
      ))}
    </ul>
  );
}

/** `2026-12` and one on is `2027-01`. */
export function stepped(month: string, by: number): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1)).toISOString().slice(0, 7);
}
