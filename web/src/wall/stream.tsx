import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { Card } from '../ui/index.ts';
import { ActivityLine } from '../workbench/activity-line.tsx';
import { type Happening, todayAt } from './picture-data.ts';

const SHOWN = 30;

interface Props {
  readonly happenings: readonly Happening[];
  readonly now: number;
  /** There is more than what is here. */
  readonly more: boolean;
}

/** 正在发生: newest on top; what came while one looks is marked for a while. */
export function Stream({ happenings, now, more }: Props) {
  const { t } = useTranslation();
  const today = todayAt(now);
  const ofToday = happenings.filter(({ body }) => formatDay(body.at) === today).length;
  const number = more && ofToday === happenings.length ? `${ofToday}+` : String(ofToday);
  return (
    <Card className="stream" title={t('wall.now')} extra={<span className="muted small">{t('wall.todayCount', { number })}</span>} flush>
      <Lines happenings={happenings} today={today} />
    </Card>
  );
}

function Lines({ happenings, today }: { happenings: readonly Happening[]; today: string }) {
  const { t } = useTranslation();
  // What is new is told by the server's instants alone: the clock of a wall may be wrong.
  const [newest] = useState(() => happenings[0]?.body.at ?? '');
  if (happenings.length === 0) return <div className="quiet">{t('wall.quiet')}</div>;
  const shown = happenings.slice(0, SHOWN);
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
