import { endedSessions, sessions as sessionsSchema } from '@lianyu/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { explain } from '../i18n/explain.ts';
import { formatAgo, formatInstant } from '../i18n/format.ts';
import { ApiError, del, get } from '../live/index.ts';
import { Card, ErrorState, Skeleton, Tag, useNow } from '../ui/index.ts';
import { deviceOf } from './device.ts';

const KEY = ['sessions'];

/** Where I am signed in, and out again. */
export function Sessions() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const now = useNow();
  const queries = useQueryClient();
  const found = useQuery({ queryKey: KEY, queryFn: () => get('/api/sessions', sessionsSchema), staleTime: 0 });
  const settle = {
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
    onError: (error: unknown) => message.error(explain(t, error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE'))),
  };
  const end = useMutation({
    mutationFn: (id: string) => del(`/api/sessions/${encodeURIComponent(id)}`, z.null()),
    onSuccess: () => message.success(t('account.ended', { number: 1 })),
    ...settle,
  });
  const endOthers = useMutation({
    mutationFn: () => del('/api/sessions', endedSessions),
    onSuccess: ({ ended }) => message.success(t('account.ended', { number: ended })),
    ...settle,
  });
  const open = found.data?.sessions;
  const others = open?.filter(({ current }) => !current) ?? [];
  return (
    <Card title={t('account.sessions')} extra={<span className="muted small">{t('account.sessionsNote')}</span>} flush>
      {found.error ? (
        <ErrorState error={found.error instanceof ApiError ? found.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void found.refetch()} />
      ) : open === undefined ? (
        <Skeleton />
      ) : (
        <ul className="sessions">
          {open.map(({ id, current, createdAt, lastSeenAt, userAgent }) => (
            <li key={id}>
              <div>
                <b title={userAgent}>{describe(userAgent)}</b> {current && <Tag tone="ok">{t('account.current')}</Tag>}
                <div className="muted small">
                  {t('account.createdAt')} {formatInstant(createdAt)} · {t('account.lastSeenAt')} {formatAgo(t, lastSeenAt, now)}
                </div>
              </div>
              {!current && (
                <Button size="small" loading={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
                  {t('account.end')}
                </Button>
              )}
            </li>
          ))}
          <li>
            {others.length === 0 ? (
              <span className="muted small">{t('account.noOthers')}</span>
            ) : (
              <Button danger loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
                {t('account.endOthers')}
              </Button>
            )}
          </li>
        </ul>
      )}
    </Card>
  );

  function describe(userAgent: string): string {
    const device = deviceOf(userAgent);
    if (!device) return userAgent.slice(0, 60) || t('account.unknownDevice');
    return device.system === undefined ? device.browser : t('account.onSystem', { browser: device.browser, system: device.system });
  }
}
