import { overview } from '@lianyu/contract';
import { type AgreementRow, type Stage, stage } from '@lianyu/projections/folds';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { stageTone } from '../agreements/tones.ts';
import { formatDay } from '../i18n/format.ts';
import { get, useRows } from '../live/index.ts';
import { Card, EmptyState, fullest, Skeleton, Tag, useNames, useNow } from '../ui/index.ts';

const COUNTED = ['overview'];
/** Changes within this time are counted together. */
const TOGETHER_MS = 400;

/** Agreements by stage, counted by the server and asked again whenever one of them has changed. */
export function useStages(): Readonly<Partial<Record<Stage, number>>> | undefined {
  const { rows } = useRows<AgreementRow>('agreements', 'agreement-row');
  const queries = useQueryClient();
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const counted = useQuery({ queryKey: COUNTED, queryFn: () => get('/api/overview', overview), staleTime: 0 });
  useEffect(() => {
    if (rows.length === 0 || due.current !== undefined) return;
    due.current = setTimeout(() => {
      due.current = undefined;
      void queries.invalidateQueries({ queryKey: COUNTED });
    }, TOGETHER_MS);
  }, [rows, queries]);
  useEffect(
    () => () => {
      clearTimeout(due.current);
      due.current = undefined;
    },
    [],
  );
  return counted.data?.stages;
}

const OPEN: readonly Stage[] = ['negotiating', 'clearing', 'signing'];
const DAY_MS = 86_400_000;

export interface Standing {
  readonly row: AgreementRow;
  /** Whole days since the last move, in Beijing. */
  readonly days: number;
}

/** What is not concluded yet, longest without a move first. */
export function useOpen(): { readonly open: readonly Standing[]; readonly loading: boolean } {
  const { rows, state } = useRows<AgreementRow>('agreements', 'agreement-row');
  const today = Date.parse(formatDay(new Date(useNow(60_000)).toISOString()));
  const open = fullest(rows)
    .map(({ body: row }) => ({ row, days: Math.max(0, Math.round((today - Date.parse(row.lastMoveOn)) / DAY_MS)) }))
    .filter(({ row }) => OPEN.includes(row.stage))
    .sort((one, other) => other.days - one.days);
  return { open, loading: state === 'loading' };
}

export function Stages() {
  const { t } = useTranslation();
  const stages = useStages();
  return (
    <section className="stages" aria-label={t('workbench.stages')}>
      {stage.options.map((each) => (
        <Link key={each} to={`/agreements?stage=${each}`}>
          <b>{stages?.[each] ?? '--'}</b>
          <span>{t(`terms.stage.${each}`)}</span>
        </Link>
      ))}
    </section>
  );
}

export function Stalled() {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { open, loading } = useOpen();
  return (
    <Card title={t('workbench.stalled')} flush>
      {loading ? (
        <Skeleton />
      ) : open.length === 0 ? (
        <EmptyState title={t('workbench.stalledNone')} />
      ) : (
        <ul className="tasks">
          {open.slice(0, 12).map(({ row, days }) => (
            <li key={row.id}>
              <Link to={`/agreements/${row.id}`}>
                <Tag tone={stageTone[row.stage]}>{t(`terms.stage.${row.stage}`)}</Tag>
                <b>{row.parties.map(nameOf).join(' — ')}</b>
                <span className="since">{days === 0 ? t('workbench.movedToday') : t('workbench.lastMove', { days })}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
