import { type Balances, balances as schema } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Chart } from '../../chart/index.ts';
import { ApiError, get, useRows } from '../../live/index.ts';
import { amountText, Card, EmptyState, ErrorState, PageHead, Skeleton, useAddress, useNames, useOrganisations } from '../../ui/index.ts';
import { Exports } from '../exports.tsx';
import { SettlementTabs } from '../tabs.tsx';
import { balanceDrawing } from './drawing.ts';
import '../settlement.css';

type Pair = Balances['pairs'][number];

/** 往来余额: what organisations owe each other, over time; counted by the server, asked again when a settlement changes. */
export function Component() {
  const { t } = useTranslation();
  const { organisation: own, organisationKind } = useMe();
  const [search, set] = useAddress();
  const organisations = useOrganisations();
  const nameOf = useNames();
  const { rows } = useRows('settlements');
  const version = rows.map(({ key, version: each }) => `${key}${each}`).join();
  const organisation = search.get('organisation') ?? (organisationKind === 'zone' ? own : '');
  const other = search.get('with') ?? '';
  const asked = useQuery({
    queryKey: ['balances', organisation, other, version],
    queryFn: () =>
      get(`/api/balances?${new URLSearchParams({ ...(organisation ? { organisation } : {}), ...(other ? { with: other } : {}) })}`, schema),
    placeholderData: (before) => before,
  });
  const options = [...organisations.values()]
    .filter(({ profile }) => profile.kind !== 'coordination-office' && profile.kind !== 'audit')
    .map(({ id }) => ({ value: id as string, label: nameOf(id) }));
  return (
    <main className="page settlement" id="content">
      <PageHead
        title={t('settlement.title')}
        over={t('settlement.balance.about')}
        actions={asked.data && asked.data.pairs.length > 0 && <Exports path="/api/balances" asked={{ organisation, with: other }} />}
      />
      <SettlementTabs />
      <search className="settlement-filters">
        <Select
          aria-label={t('settlement.balance.organisation')}
          value={organisation === '' ? null : organisation}
          placeholder={t('settlement.balance.organisation')}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: string) => set({ organisation: value })}
          options={options}
        />
        <Select
          aria-label={t('settlement.balance.with')}
          value={other}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: string) => set({ with: value })}
          options={[{ value: '', label: t('settlement.balance.anybody') }, ...options.filter(({ value }) => value !== organisation)]}
        />
      </search>
      {asked.error ? (
        <ErrorState error={asked.error instanceof ApiError ? asked.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void asked.refetch()} />
      ) : !asked.data ? (
        <Skeleton />
      ) : asked.data.pairs.length === 0 ? (
        <Card>
          <EmptyState title={t('settlement.balance.none')} />
        </Card>
      ) : (
        <>
          {asked.data.more && <p className="muted">{t('common.more')}</p>}
          {asked.data.pairs.map((pair) => (
            <PairCard key={`${pair.from} ${pair.to}`} pair={pair} />
          ))}
        </>
      )}
    </main>
  );
}

function PairCard({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const drawing = useMemo(
    () =>
      balanceDrawing(pair.points, {
        due: t('settlement.balance.due'),
        received: t('settlement.balance.received'),
        open: t('settlement.balance.open'),
        unit: t('sharing.tenThousand'),
      }),
    [pair.points, t],
  );
  const title = `${nameOf(pair.from)} → ${nameOf(pair.to)}`;
  const last = pair.points.at(-1);
  return (
    <Card title={title} extra={last && <b>{t('settlement.balance.openNow', { amount: amountText(last.open, 'fen') })}</b>}>
      <Chart drawing={drawing} label={t('settlement.balance.chart', { pair: title })} height={240} />
      <div className="table-scroll">
        <table className="data">
          <caption className="hidden-text">{t('settlement.balance.chart', { pair: title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('settlement.balance.on')}</th>
              {(['due', 'received', 'held', 'open'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`settlement.balance.${column}`)}（{t('sharing.unit.fen')}）
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...pair.points].reverse().map((point) => (
              <tr key={point.on}>
                <td className="nowrap">{point.on}</td>
                {(['due', 'received', 'held', 'open'] as const).map((column) => (
                  <td key={column} className="num">
                    {amountText(point[column], 'fen')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
