import type { Task } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../app/session.tsx';
import { formatAgo, formatDay, formatInstant } from '../i18n/format.ts';
import { type TopicView, useRows } from '../live/index.ts';
import { Card, EmptyState, ErrorState, Skeleton, Tag, useNow } from '../ui/index.ts';

interface TasksView extends Pick<TopicView<Task>, 'state' | 'error' | 'retry'> {
  /** Those that one of my roles can do. */
  readonly mine: readonly Task[];
  readonly others: readonly Task[];
}

/** What my organisation has to do, longest waiting first. */
export function useTasks(): TasksView {
  const { roles } = useMe();
  const { rows, state, error, retry } = useRows<Task>('tasks', 'task');
  const all = rows.map(({ body }) => body).sort((one, other) => one.since.localeCompare(other.since));
  const isMine = (task: Task) => task.roles.some((role) => roles.includes(role));
  return { mine: all.filter(isMine), others: all.filter((task) => !isMine(task)), state, error, retry };
}

export function Tasks({ tasks: { mine, others, state, error, retry } }: { tasks: TasksView }) {
  const { t } = useTranslation();
  return (
    <>
      <Card title={t('workbench.mine')} flush>
        {error ? (
          <ErrorState error={error} retry={retry} />
        ) : state === 'loading' ? (
          <Skeleton />
        ) : mine.length === 0 ? (
          <EmptyState title={t('workbench.nothingWaiting')}>
            <div className="muted small">{t('workbench.mineNone')}</div>
          </EmptyState>
        ) : (
          <TaskList tasks={mine} mine />
        )}
      </Card>
      {others.length > 0 && (
        <Card title={t('workbench.others')} extra={<span className="muted small">{t('workbench.othersNote')}</span>} flush>
          <TaskList tasks={others} />
        </Card>
      )}
    </>
  );
}

function TaskList({ tasks, mine = false }: { tasks: readonly Task[]; mine?: boolean }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return (
    <ul className="tasks">
      {tasks.map(({ negotiation, title, task, step, joint, roles, since, dueOn }) => (
        <li key={`${negotiation}/${task}`}>
          <Link to={`/agreements/${negotiation}`}>
            <Tag tone={mine ? 'act' : 'neutral'}>
              {t(`workbench.task.${task}`, {
                step: step === undefined ? '' : t(`terms.step.${step}`),
                joint: joint === undefined ? '' : t(`terms.joint.${joint}`),
              })}
            </Tag>
            <b>{i18n.language === 'en' && title.en !== '' ? title.en : title.zh}</b>
            {dueOn !== undefined && (
              <Tag tone={formatDay(new Date(now).toISOString()) > dueOn ? 'fail' : 'wait'}>
                {t(formatDay(new Date(now).toISOString()) > dueOn ? 'workbench.overdue' : 'workbench.dueOn', { date: dueOn })}
              </Tag>
            )}
            <time dateTime={since} title={formatInstant(since)}>
              {formatAgo(t, since, now)}
            </time>
            <span className="why">
              {mine ? t(`workbench.why.${task}`) : t('workbench.byRole', { roles: roles.map((role) => t(`terms.role.${role}`)).join('、') })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
