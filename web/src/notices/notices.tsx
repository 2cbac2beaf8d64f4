import { noticeKind } from '@lianyu/contract';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card, EmptyState, ErrorState, PageHead, Skeleton, useAddress } from '../ui/index.ts';
import { Choices } from './choices.tsx';
import { NoticeLine } from './line.tsx';
import { useNotices } from './use-notices.ts';
import './notices.css';

/** 消息: what happened that concerns me, and what comes due. */
export function Component() {
  const { t } = useTranslation();
  const [search, set] = useAddress();
  const kind = noticeKind.safeParse(search.get('kind')).data ?? '';
  const unread = search.get('unread') === 'true' ? 'true' : '';
  const found = useNotices({ kind, unread });
  const [newest] = found.notices;
  return (
    <main className="page notices" id="content">
      <PageHead
        title={t('notices.title')}
        over={t('notices.unread', { count: found.unread })}
        actions={
          <>
            <Button
              disabled={found.unread === 0 || !newest}
              loading={found.read.isPending}
              onClick={() => newest && found.read.mutate({ through: newest.seq })}
            >
              {t('notices.markAll')}
            </Button>
            <Choices />
          </>
        }
      />
      <search className="notice-filters">
        <Select
          aria-label={t('notices.kindLabel')}
          value={kind as string}
          onChange={(value: string) => set({ kind: value })}
          options={[
            { value: '', label: t('notices.anyKind') },
            ...noticeKind.options.map((value) => ({ value: value as string, label: t(`notices.kind.${value}`) })),
          ]}
        />
        <Checkbox checked={unread === 'true'} onChange={({ target }) => set({ unread: target.checked ? 'true' : '' })}>
          {t('notices.onlyUnread')}
        </Checkbox>
      </search>
      {kind === 'supervision' && <p className="muted">{t('notices.supervisionNote')}</p>}
      <Card>
        {found.error ? (
          <ErrorState error={found.error} retry={found.retry} />
        ) : found.loading ? (
          <Skeleton />
        ) : found.notices.length === 0 ? (
          <EmptyState title={t('notices.none')}>
            <span className="muted small">{t('notices.noneNote')}</span>
          </EmptyState>
        ) : (
          <ul className="list">
            {found.notices.map((notice) => (
              <NoticeLine key={notice.seq} notice={notice} onRead={() => !notice.read && found.read.mutate({ ids: [notice.id] })} />
            ))}
          </ul>
        )}
        {found.loadMore && <Button onClick={found.loadMore}>{t('common.loadMore')}</Button>}
      </Card>
    </main>
  );
}
