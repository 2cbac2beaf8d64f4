import type { Activity } from '@lianyu/projections/folds';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { useRows } from '../live/index.ts';
import { Card, ErrorState, fullest, Skeleton } from '../ui/index.ts';
import { ActivityLine } from '../workbench/activity-line.tsx';

const SHOWN = 30;

/** 正在发生: newest on top; what came while one looks is marked. */
export function Stream() {
  const { t } = useTranslation();
  const [opened] = useState(() => new Date().toISOString());
  const { rows, state, error, retry } = useRows<Activity>('activity', 'activity');
  const lines = fullest(rows);
  const today = formatDay(new Date().toISOString());
  const days = [...new Set(lines.slice(0, SHOWN).map(({ body }) => formatDay(body.at)))];
  return (
    <Card
      className="stream"
      title={t('wall.now')}
      extra={<span className="muted small">{t('wall.todayCount', { number: lines.filter(({ body }) => formatDay(body.at) === today).length })}</span>}
      flush
    >
      {error ? (
        <ErrorState error={error} retry={retry} />
      ) : state === 'loading' ? (
        <Skeleton />
      ) : lines.length === 0 ? (
        <div className="quiet">{t('wall.quiet')}</div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section className="scroll" aria-label={t('wall.now')} tabIndex={0}>
          {days.map((day) => (
            <div key={day}>
              <h3 className="day">{day === today ? t('workbench.today') : day}</h3>
              <ul className="activity">
                {lines
                  .slice(0, SHOWN)
                  .filter(({ body }) => formatDay(body.at) === day)
                  .map(({ key, body }) => (
                    <ActivityLine key={key} activity={body} fresh={body.at > opened} />
                  ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </Card>
  );
}
