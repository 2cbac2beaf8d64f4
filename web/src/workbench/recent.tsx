import type { Activity } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { useRows } from '../live/index.ts';
import { Card, EmptyState, ErrorState, fullest, Skeleton, useNow } from '../ui/index.ts';
import { ActivityLine } from './activity-line.tsx';

const SHOWN = 24;

/** What happened last in all that I may know of, by day. */
export function Recent() {
  const { t } = useTranslation();
  const { rows, state, error, retry } = useRows<Activity>('activity', 'activity');
  const now = useNow();
  const today = formatDay(new Date(now).toISOString());
  const byDay = new Map<string, (typeof rows)[number][]>();
  for (const row of fullest(rows).slice(0, SHOWN)) {
    const day = formatDay(row.body.at);
    byDay.set(day, [...(byDay.get(day) ?? []), row]);
  }
  return (
    <Card title={t('workbench.recent')} flush>
      {error ? (
        <ErrorState error={error} retry={retry} />
      ) : state === 'loading' ? (
        <Skeleton />
      ) : byDay.size === 0 ? (
        <EmptyState title={t('workbench.recentNone')} />
      ) : (
        [...byDay].map(([day, lines]) => (
          <section key={day}>
            <h3 className="day">{day === today ? t('workbench.today') : day}</h3>
            <ul className="activity">
              {lines.map(({ key, body }) => (
                <ActivityLine key={key} activity={body} />
              ))}
            </ul>
          </section>
        ))
      )}
    </Card>
  );
}
