import { rows as page } from '@lianyu/contract';
import { type AgreementRow, stage } from '@lianyu/projections/folds';
import { cooperationMode } from '@lianyu/domain/agreements';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { ApiError, get, useRows } from '../../live/index.ts';
import { Card, EmptyState, ErrorState, PageHead, Skeleton, Tag, useNames } from '../../ui/index.ts';
import { stageTone } from '../tones.ts';
import { exportCsv } from './csv.ts';
import './list.css';

/** 协议: all that the viewer may know of, newest move first; filters stand in the address. */
export function Component() {
  const { t } = useTranslation();
  const { organisation, roles } = useMe();
  const nameOf = useNames();
  const [search, setSearch] = useSearchParams();
  const filter = { stage: search.get('stage') ?? '', mode: search.get('mode') ?? '', q: search.get('q') ?? '' };
  const found = useAgreements(useDeferredValue(filter));
  const set = (name: keyof typeof filter) => (value: string | undefined) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    }, { replace: true });
  const columns = { nameOf, t };

  return (
    <main className="page" id="content">
      <PageHead
        title={t('agreements.title')}
        actions={
          <>
            <Button disabled={found.rows.length === 0} onClick={() => exportCsv(found.rows, columns)}>
              {t('common.export')}
            </Button>
            {roles.includes('drafter') && (
              <Link to="/agreements/new">
                <Button type="primary">{t('agreements.new')}</Button>
              </Link>
            )}
          </>
        }
      />
      <div className="filters">
        <Input.Search allowClear aria-label={t('agreements.search')} placeholder={t('agreements.search')} defaultValue={filter.q} onSearch={set('q')} onChange={(event) => event.target.value === '' && set('q')(undefined)} />
        <Select aria-label={t('agreements.column.stage')} value={filter.stage} onChange={set('stage')} options={[{ value: '', label: t('agreements.anyStage') }, ...stage.options.map((value) => ({ value, label: t(`terms.stage.${value}`) }))]} />
        <Select aria-label={t('agreements.draft.mode')} value={filter.mode} onChange={set('mode')} options={[{ value: '', label: t('agreements.anyMode') }, ...cooperationMode.options.map((value) => ({ value, label: t(`terms.mode.${value}`) }))]} />
      </div>
      <Card flush>
        {found.error ? (
          <ErrorState error={found.error} retry={found.retry} />
        ) : found.loading ? (
          <Skeleton />
        ) : found.rows.length === 0 ? (
          <EmptyState title={filter.stage || filter.mode || filter.q ? t('agreements.noneHere') : t('agreements.none')} />
        ) : (
          <List rows={found.rows} own={organisation} />
        )}
      </Card>
      {found.loadMore && (
        <Button onClick={found.loadMore} style={{ justifySelf: 'center' }}>
          {t('common.loadMore')}
        </Button>
      )}
    </main>
  );
}

function List({ rows, own }: { rows: readonly AgreementRow[]; own: string }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const navigate = useNavigate();
  return (
    <table className="data agreements">
      <thead>
        <tr>
          <th>{t('agreements.column.agreement')}</th>
          <th>{t('agreements.column.parties')}</th>
          <th>{t('agreements.column.stage')}</th>
          <th>{t('agreements.column.turn')}</th>
          <th className="num">{t('agreements.column.lastMove')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} onClick={() => void navigate(`/agreements/${row.id}`)}>
            <td>
              <Link to={`/agreements/${row.id}`} onClick={(event) => event.stopPropagation()}>
                <TitleOf row={row} />
              </Link>
              <div className="muted small">
                {[row.mode && t(`terms.mode.${row.mode}`), row.number, row.round !== undefined && t('agreements.round', { number: row.round })].filter(Boolean).join(' · ') || t('agreements.unsigned')}
              </div>
            </td>
            <td>{row.parties.map(nameOf).join(' — ')}</td>
            <td>
              <Tag tone={stageTone[row.stage]}>{t(`terms.stage.${row.stage}`)}</Tag>
            </td>
            <td>{row.turn !== undefined && row.turn.length > 0 && <Tag tone={row.turn.some((id) => id === own) ? 'act' : 'neutral'}>{row.turn.some((id) => id === own) ? t('agreements.yourTurn') : row.turn.map(nameOf).join('、')}</Tag>}</td>
            <td className="num">{row.lastMoveOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TitleOf({ row }: { row: AgreementRow }) {
  const { i18n } = useTranslation();
  const nameOf = useNames();
  if (!row.title) return <b>{row.parties.map(nameOf).join(' — ')}</b>;
  return <b>{i18n.language === 'en' && row.title.en ? row.title.en : row.title.zh}</b>;
}

/**
 * Without a filter the live topic is the list; with one, or when there is more than the topic holds, the server's query is,
 * asked again whenever the live list changes.
 */
function useAgreements(filter: { stage: string; mode: string; q: string }) {
  const live = useRows<AgreementRow>('agreements');
  const filtered = filter.stage !== '' || filter.mode !== '' || filter.q !== '' || live.more;
  const version = live.rows.map(({ key, version: each }) => `${key}${each}`).join();
  const query = useInfiniteQuery({
    queryKey: ['agreements', filter, version],
    enabled: filtered && live.state === 'ready',
    initialPageParam: '',
    queryFn: ({ pageParam }) => get(`/api/agreements?${parameters({ ...filter, after: pageParam })}`, page),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  if (!filtered) return { rows: once(live.rows), loading: live.state === 'loading', error: live.error, retry: live.retry, loadMore: undefined };
  const rows = once((query.data?.pages ?? []).flatMap((each) => each.rows as unknown as typeof live.rows));
  const error = query.error instanceof ApiError ? query.error : live.error;
  return { rows, loading: query.isPending, error, retry: () => void query.refetch(), loadMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined };
}

/** Who reads under two keys has two rows of one agreement: the fuller one is shown. */
function once(rows: readonly { readonly body: AgreementRow }[]): readonly AgreementRow[] {
  const byId = new Map<string, AgreementRow>();
  for (const { body } of rows) if (!byId.has(body.id) || body.round !== undefined) byId.set(body.id, body);
  return [...byId.values()];
}

function parameters(given: Record<string, string>): string {
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
}
