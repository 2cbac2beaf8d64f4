import { deadlineKind, isDated } from '@lianyu/domain/deadlines';
import type { DeadlineDocument } from '@lianyu/projections/folds';
import { Button, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stepped } from '../settlement/calendar/calendar.tsx';
import { Month } from '../settlement/calendar/month.tsx';
import { today } from '../settlement/words.ts';
import { Card, EmptyState, ErrorState, PageHead, SearchWords, Skeleton, useAddress } from '../ui/index.ts';
import { CalendarAddress } from './calendar-address.tsx';
import { DeadlineLine } from './line.tsx';
import { type Filter, useDeadlines } from './use-deadlines.ts';
import './deadlines.css';

const states = ['open', 'all', 'ended'] as const;

/** 期限: all the days that one waits for, in one place; what is overdue first. */
export function Component() {
  const { t } = useTranslation();
  const [search, set] = useAddress();
  const view = search.get('view') === 'month' ? 'month' : 'list';
  const state = states.find((each) => each === search.get('state')) ?? 'open';
  const kind = deadlineKind.safeParse(search.get('kind')).data ?? '';
  const filter = { kind, ours: search.get('ours') === 'true' ? 'true' : '', q: search.get('q') ?? '', state: state === 'all' ? '' : state };
  return (
    <main className="page deadlines" id="content">
      <PageHead title={t('deadlines.title')} over={t('deadlines.lateNote')} actions={<CalendarAddress />} />
      <search className="deadline-filters">
        <SearchWords q={filter.q} label={t('deadlines.search')} onChange={(q) => set({ q })} />
        <Select
          aria-label={t('deadlines.kindLabel')}
          value={filter.kind as string}
          onChange={(value: string) => set({ kind: value })}
          options={[
            { value: '', label: t('deadlines.anyKind') },
            ...deadlineKind.options.map((value) => ({ value: value as string, label: t(`deadlines.kind.${value}`) })),
          ]}
        />
        <Select
          aria-label={t('deadlines.whose')}
          value={filter.ours}
          onChange={(value: string) => set({ ours: value })}
          options={[
            { value: '', label: t('deadlines.anybody') },
            { value: 'true', label: t('deadlines.ours') },
          ]}
        />
        <Select
          aria-label={t('deadlines.stateLabel')}
          value={state as string}
          onChange={(value: string) => set({ state: value === 'open' ? '' : value })}
          options={states.map((value) => ({ value: value as string, label: t(`deadlines.state.${value}`) }))}
        />
        <Segmented
          aria-label={t('deadlines.view.label')}
          value={view}
          onChange={(value) => set({ view: value === 'list' ? '' : value })}
          options={[
            { value: 'list', label: t('deadlines.view.list') },
            { value: 'month', label: t('deadlines.view.month') },
          ]}
        />
      </search>
      {view === 'month' ? <ByMonth filter={filter} /> : <AsList filter={filter} />}
    </main>
  );
}

function AsList({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const now = today();
  const late = useDeadlines({ ...filter, state: 'open', duty: 'true', to: dayAfter(now, -1) });
  const wide = filter.state === 'open' ? { from: now, to: dayAfter(now, 366) } : { from: dayAfter(now, -366), to: dayAfter(now, 366) };
  const coming = useDeadlines({ ...filter, ...wide });
  const shown = filter.state === '' ? coming.deadlines.filter(({ open, duty, on }) => !(open && duty && on < now)) : coming.deadlines;
  return (
    <div className="deadline-columns">
      {filter.state !== 'ended' && (
        <Card title={t('deadlines.late')}>
          <Found found={late} empty={<p className="muted">{t('deadlines.nothingLate')}</p>} shown={late.deadlines} />
        </Card>
      )}
      <Card title={t(filter.state === 'open' ? 'deadlines.coming' : 'deadlines.title')}>
        <Found found={coming} empty={<EmptyState title={t('deadlines.nothingComing')} />} shown={shown} />
      </Card>
    </div>
  );
}

function ByMonth({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const [search, set] = useAddress();
  const asked = search.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today().slice(0, 7);
  const found = useDeadlines({ ...filter, from: `${month}-01`, to: dayAfter(`${stepped(month, 1)}-01`, -1) });
  const open = found.deadlines.filter((each) => each.open && !(isDated(each.kind) && each.on < today()));
  return (
    <Card
      title={t('deadlines.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })}
      extra={
        <span className="row">
          <Button size="small" aria-label={t('deadlines.earlier')} onClick={() => set({ month: stepped(month, -1) })}>
            ‹
          </Button>
          <Button size="small" onClick={() => set({ month: '' })}>
            {t('common.today')}
          </Button>
          <Button size="small" aria-label={t('deadlines.later')} onClick={() => set({ month: stepped(month, 1) })}>
            ›
          </Button>
        </span>
      }
    >
      <Month month={month} dues={open} />
      <Found found={found} empty={<EmptyState title={t('deadlines.noneInMonth')} />} shown={found.deadlines} />
    </Card>
  );
}

function Found({ found, shown, empty }: { found: ReturnType<typeof useDeadlines>; shown: readonly DeadlineDocument[]; empty: ReactNode }) {
  const { t } = useTranslation();
  if (found.error) return <ErrorState error={found.error} retry={found.retry} />;
  if (found.loading) return <Skeleton />;
  if (shown.length === 0) return empty;
  return (
    <>
      <ul className="list">
        {shown.map((deadline) => (
          <DeadlineLine key={`${deadline.agreement ?? deadline.who[0]}/${deadline.id}`} deadline={deadline} />
        ))}
      </ul>
      {found.more && <p className="muted small">{t('common.more')}</p>}
    </>
  );
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
