import { rows as page } from '@lianyu/contract';
import { type DisputeDocument, disputeDocument } from '@lianyu/projections/folds';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { periodText } from '../../figures/numbers.ts';
import { ApiError, get, useRows } from '../../live/index.ts';
import { amountText, Card, EmptyState, ErrorState, PageHead, Skeleton, Tag, useAddress, useNames } from '../../ui/index.ts';
import { statementPath } from '../address.ts';
import { SettlementTabs } from '../tabs.tsx';
import { today, unitOfSubject, useBilingual } from '../words.ts';
import { disputeTone } from './tone.ts';
import '../settlement.css';

const states = ['open', 'resolved', 'withdrawn', 'void'] as const;

/** 争议: lines that a party does not accept, across agreements; what is undisputed goes on meanwhile. */
export function Component() {
  const { t } = useTranslation();
  const [search, set] = useAddress();
  const { rows } = useRows('settlements');
  const version = rows.map(({ key, version: each }) => `${key}${each}`).join();
  const [state, year] = [search.get('state') ?? '', search.get('year') ?? ''];
  const found = useInfiniteQuery({
    queryKey: ['disputes', state, year, version],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const given = Object.entries({ state, year, after: pageParam, limit: '50' }).filter(([, value]) => value !== '');
      return get(`/api/disputes?${new URLSearchParams(given)}`, page);
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const disputes = (found.data?.pages ?? []).flatMap((each) => each.rows.flatMap(({ body }) => disputeDocument.safeParse(body).data ?? []));
  return (
    <main className="page settlement" id="content">
      <PageHead title={t('settlement.title')} over={t('settlement.dispute.about')} />
      <SettlementTabs />
      <search className="settlement-filters">
        <Select
          aria-label={t('settlement.column.stage')}
          value={state}
          onChange={(value: string) => set({ state: value })}
          options={[
            { value: '', label: t('settlement.anyStage') },
            ...states.map((value) => ({ value: value as string, label: t(`settlement.dispute.state.${value}`) })),
          ]}
        />
      </search>
      <Card flush>
        {found.error ? (
          <ErrorState error={found.error instanceof ApiError ? found.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void found.refetch()} />
        ) : found.isPending ? (
          <Skeleton />
        ) : disputes.length === 0 ? (
          <EmptyState title={t('settlement.dispute.none')} />
        ) : (
          <DisputeTable disputes={disputes} />
        )}
      </Card>
      {found.hasNextPage && (
        <Button className="load-more" onClick={() => void found.fetchNextPage()}>
          {t('common.loadMore')}
        </Button>
      )}
    </main>
  );
}

function DisputeTable({ disputes }: { disputes: readonly DisputeDocument[] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const textOf = useBilingual();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t('settlement.dispute.what')}</th>
            <th scope="col">{t('settlement.column.stage')}</th>
            <th scope="col">{t('settlement.dispute.by')}</th>
            <th scope="col" className="num">
              {t('settlement.dispute.stated')}
            </th>
            <th scope="col" className="num">
              {t('settlement.dispute.claimed')}
            </th>
            <th scope="col">{t('settlement.dispute.resolveBy')}</th>
          </tr>
        </thead>
        <tbody>
          {disputes.map((dispute) => {
            const overdue = dispute.state === 'open' && dispute.resolutionDue.on < today();
            return (
              <tr key={`${dispute.agreement}${dispute.clause}${dispute.ledger}${dispute.dispute}`}>
                <td>
                  <Link to={`${statementPath(dispute, dispute.period.from)}#dispute-${dispute.dispute}`}>
                    <b>{t('settlement.disputeNumber', { number: dispute.dispute })}</b> {textOf(dispute.title)} {periodText(dispute.period)}
                  </Link>
                  <div className="muted small">{dispute.reason}</div>
                </td>
                <td>
                  <Tag tone={disputeTone[dispute.state]}>{t(`settlement.dispute.state.${dispute.state}`)}</Tag>
                </td>
                <td>{nameOf(dispute.party)}</td>
                <td className="num">
                  <span className="muted small">{nameOf(dispute.lineParty)}</span> {amountText(dispute.stated, unitOfSubject(dispute.subject))}
                </td>
                <td className="num">{amountText(dispute.claimed, unitOfSubject(dispute.subject))}</td>
                <td className={overdue ? 'refusal nowrap' : 'nowrap'}>
                  {overdue ? t('settlement.overdueSince', { date: dispute.resolutionDue.on }) : dispute.resolutionDue.on}
                  {dispute.resolutionDue.provisional && <div className="muted small">{t('settlement.provisional')}</div>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
