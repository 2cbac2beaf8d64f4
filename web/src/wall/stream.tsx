import type { Activity } from '@lianyu/projections/folds';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { useRows } from '../live/index.ts';
import { Card, ErrorState, fullest, Skeleton, useNow } from '../ui/index.ts';
import { ActivityLine } from '../workbench/activity-line.tsx';

const SHOWN = 30;

interface Line {
  readonly key: string;
  readonly body: Activity;
}

/** 正在发生: newest on top; what came while one looks is marked for a while. */
export function Stream() {
  const { t } = useTranslation();
  const { rows, state, more, error, retry } = useRows<Activity>('activity', 'activity');
  const lines = fullest(rows);
  const today = formatDay(new Date(useNow()).toISOString());
  const ofToday = lines.filter(({ body }) => formatDay(body.at) === today).length;
  const number = more && ofToday === lines.length ? `${ofToday}+` : String(ofToday);
  return (
    <Card className="stream" title={t('wall.now')} extra={<span className="muted small">{t('wall.todayCount', { number })}</span>} flush>
      {error ? <ErrorState error={error} retry={retry} /> : state === 'loading' ? <Skeleton /> : <Lines lines={lines} today={today} />}
    </Card>
  );
}

function Lines({ lines, today }: { lines: readonly Line[]; today: string }) {
  const { t } = useTranslation();
  // What is new is told by the server's instants alone: the clock of a wall may be wrong.
  const [newest] = useState(() => lines[0]?.body.at ?? '');
  if (lines.length === 0) return <div className="quiet">{t('wall.quiet')}</div>;
  const shown = lines.slice(0, SHOWN);
  const days = [...new Set(shown.map(({ body }) => formatDay(body.at)))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="scroll" aria-label={t('wall.now')} tabIndex={0}>
      {days.map((day) => (
        <div key={day}>
          <h3 className="day">{day === today ? t('workbench.today') : day}</h3>
          <ul className="activity">
            {shown
              .filter(({ body }) => formatDay(body.at) === day)
              .map(({ key, body }) => (
                <ActivityLine key={key} activity={body} fresh={body.at > newest} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
