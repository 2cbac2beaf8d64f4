import { preview as previewSchema } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { periodText } from '../../figures/numbers.ts';
import { formatInstant } from '../../i18n/format.ts';
import { ApiError, get } from '../../live/index.ts';
import { amountText, Card, EmptyState, ErrorState, PageHead, Skeleton, Tag, useNames } from '../../ui/index.ts';
import { ActionsHere } from '../acts/actions.tsx';
import { type AccountId, accountIn, apiPath, statementPath } from '../address.ts';
import { Internal } from '../internal.tsx';
import { Missing } from '../missing.tsx';
import { totalOf } from '../statement/amounts.ts';
import { Payments } from '../statement/payments.tsx';
import { type AccountView, useAccount } from '../use-account.ts';
import { useHistory } from '../use-history.ts';
import { type SettlementAction, useSettlementActions } from '../use-settlement-actions.ts';
import { useBilingual, useSubject } from '../words.ts';
import { Matters } from './matters.tsx';
import '../settlement.css';
import '../statement/statement.css';

/** One account: its periods, what comes next, what is owed, and what waits for agreement. */
export function Component() {
  const id = accountIn(useParams());
  const { t } = useTranslation();
  const textOf = useBilingual();
  const navigate = useNavigate();
  const { state, error, retry, view } = useAccount(id);
  const { actions = [] } = useSettlementActions(`${apiPath(id)}/actions`, view.version);
  if (state === 'failed' && error) return <ErrorState error={error} retry={retry} />;
  if (state === 'loading') return <Skeleton />;
  const { account } = view;
  if (!account) return <Missing />;
  return (
    <main className="page settlement" id="content">
      <PageHead
        over={
          <>
            <Link to={`/agreements/${id.agreement}`}>{account.number}</Link> {textOf(account.title)}
          </>
        }
        title={
          <>
            {textOf(account.heading)} <Tag tone={account.phase === 'open' ? 'ok' : 'wait'}>{t(`settlement.account.${account.phase}`)}</Tag>
          </>
        }
        actions={
          <>
            <Button onClick={() => void navigate(`/figures?agreement=${id.agreement}`)}>{t('figures.title')}</Button>
            <Button onClick={() => void navigate(`/settlement/${id.agreement}/${id.clause}/${id.ledger}/readings`)}>
              {t('sharing.reading.title')}
            </Button>
          </>
        }
      />
      <Internal ledger={id.ledger} />
      <div className="settlement-columns">
        <div className="stack">
          <Next id={id} view={view} actions={actions} />
          <Periods id={id} view={view} />
          {id.ledger === 'official' && <Payments id={id} view={view} actions={actions} />}
        </div>
        <div className="stack">
          <Matters id={id} view={view} actions={actions} />
          <History id={id} version={view.version} />
        </div>
      </div>
    </main>
  );
}

/** The statement that would be proposed now: computed by the server from what all have confirmed, or with what waits as well. */
function Next({ id, view, actions }: { id: AccountId; view: AccountView; actions: readonly SettlementAction[] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const subjectOf = useSubject();
  const [provisional, setProvisional] = useState(false);
  const asked = useQuery({
    queryKey: ['preview', apiPath(id), provisional, view.version],
    queryFn: () => get(`${apiPath(id)}/preview${provisional ? '?provisional=true' : ''}`, previewSchema),
    placeholderData: (before) => before,
    retry: false,
  });
  // Who is no party has no preview: what is not on the table is the parties' alone.
  if (asked.error instanceof ApiError && asked.error.code !== 'OFFLINE') return null;
  const next = asked.data?.next;
  const { account } = view;
  return (
    <Card
      title={next ? t('settlement.next.title', { period: periodText(next.period) }) : t('settlement.next.none')}
      extra={
        <Button size="small" aria-pressed={provisional} onClick={() => setProvisional(!provisional)}>
          {t(provisional ? 'settlement.next.confirmedOnly' : 'settlement.next.withWaiting')}
        </Button>
      }
    >
      {!asked.data ? (
        <Skeleton />
      ) : (
        <>
          {account?.next && (
            <p className="muted small">
              {t('settlement.next.figuresDue', { date: account.next.figuresDue.on, names: account.next.by.map(nameOf).join('、') })}
              {account.next.figuresDue.provisional && ` · ${t('settlement.provisional')}`}
            </p>
          )}
          {next?.statements.map((statement) => (
            <dl className="pair-amounts" key={statement.subject}>
              <div>
                <dt>
                  {subjectOf(statement.subject)} · {t('settlement.base')}
                </dt>
                <dd>{amountText(statement.base, statement.unit)}</dd>
              </div>
              {view.account?.parties.map((party) => (
                <div key={party}>
                  <dt>{nameOf(party)}</dt>
                  <dd>
                    <b>{amountText(totalOf(statement, party).toString(), statement.unit)}</b>
                  </dd>
                </div>
              ))}
            </dl>
          ))}
          {asked.data.problems.length > 0 && (
            <ul className="refusal small">
              {asked.data.problems.map(({ path, problem }) => (
                <li key={`${path}${problem}`}>{t(`why.reason.${problem}` as 'why.reason.rate-missing')}</li>
              ))}
            </ul>
          )}
          {next && !next.over && <p className="muted small">{t('settlement.next.notOver')}</p>}
          {next && <Link to={statementPath(id, next.period.from)}>{t('settlement.next.look')}</Link>}
          {!provisional && (
            <ActionsHere id={id} view={view} actions={actions} basis={next?.basis} here={({ command }) => command === 'propose-statement'} />
          )}
        </>
      )}
    </Card>
  );
}

function Periods({ id, view }: { id: AccountId; view: AccountView }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  return (
    <Card title={t('settlement.periods')} flush>
      {view.statements.length === 0 ? (
        <EmptyState title={t('settlement.none')} />
      ) : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t('settlement.column.period')}</th>
                <th scope="col">{t('settlement.column.stage')}</th>
                {view.account?.parties.map((party) => (
                  <th key={party} scope="col" className="num">
                    {nameOf(party)}
                  </th>
                ))}
                <th scope="col">{t('settlement.column.turn')}</th>
              </tr>
            </thead>
            <tbody>
              {[...view.statements].reverse().map((statement) => {
                const [part] = statement.parts;
                return (
                  <tr key={statement.period.from}>
                    <td>
                      <Link to={statementPath(id, statement.period.from)}>{periodText(statement.period)}</Link>
                    </td>
                    <td>
                      <Tag tone={statement.phase === 'adopted' ? 'ok' : statement.phase === 'proposed' ? 'act' : 'neutral'}>
                        {t(`settlement.phase.${statement.phase}`)}
                      </Tag>
                    </td>
                    {view.account?.parties.map((party) => (
                      <td key={party} className="num">
                        {part && amountText(totalOf(part, party).toString(), part.unit)}
                      </td>
                    ))}
                    <td>{statement.awaits.map(nameOf).join('、')}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function History({ id, version }: { id: AccountId; version: string }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const moments = useHistory(id, version);
  if (moments.length === 0) return null;
  return (
    <Card title={t('settlement.history')}>
      <ol className="list story">
        {[...moments].reverse().map((moment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: moments have no identity but their place
          <li key={index}>
            <span className="muted small">{formatInstant(moment.at)}</span> {moment.party && <b>{nameOf(moment.party)}</b>}{' '}
            {t(`settlement.moment.${moment.kind}` as 'settlement.moment.StatementProposed')} {moment.period && periodText(moment.period)}
            {moment.words !== undefined && moment.words !== '' && <div className="small">{moment.words}</div>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
