import { drafts as draftsSchema } from '@lianyu/contract';
import { bilingual } from '@lianyu/domain/agreements';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { explain } from '../i18n/explain.ts';
import { formatAgo } from '../i18n/format.ts';
import { ApiError, del, get } from '../live/index.ts';
import { Ask, Card, ErrorState, Skeleton, Tag, useNow } from '../ui/index.ts';

/** A draft's content is what the editor keeps; all that is read of it here is its title, if it has one yet. */
const titled = z.object({ title: bilingual.partial() });

const KEY = ['drafts'];

/** What is being written in my organisation and nobody else has seen. */
export function Drafts() {
  const { t } = useTranslation();
  const now = useNow();
  const found = useQuery({ queryKey: KEY, queryFn: () => get('/api/drafts', draftsSchema), staleTime: 0 });
  const drafts = found.data?.drafts;
  const [discarding, setDiscarding] = useState<{ readonly id: string; readonly title: string }>();
  return (
    <Card title={t('workbench.drafts')} extra={<span className="muted small">{t('workbench.draftsNote')}</span>} flush>
      {found.error ? (
        <ErrorState error={found.error instanceof ApiError ? found.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void found.refetch()} />
      ) : drafts === undefined ? (
        <Skeleton />
      ) : drafts.length === 0 ? (
        <div className="quiet">{t('workbench.draftsNone')}</div>
      ) : (
        <ul className="tasks drafts">
          {drafts.map(({ id, negotiation, content, updatedAt }) => (
            <li key={id}>
              <Link to={`/drafts/${id}`}>
                {negotiation !== undefined && <Tag>{t('workbench.answering')}</Tag>}
                <b>{titleOf(content) ?? t('workbench.untitled')}</b>
                <time dateTime={updatedAt}>{t('workbench.savedAt', { at: formatAgo(t, updatedAt, now) })}</time>
              </Link>
              <Button
                type="text"
                size="small"
                aria-label={t('workbench.discardOf', { title: titleOf(content) ?? t('workbench.untitled') })}
                onClick={() => setDiscarding({ id, title: titleOf(content) ?? t('workbench.untitled') })}
              >
                {t('workbench.discard')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {discarding && <Discard {...discarding} onClose={() => setDiscarding(undefined)} />}
    </Card>
  );
}

function Discard({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const discard = useMutation({
    mutationFn: () => del(`/api/drafts/${encodeURIComponent(id)}`, z.null()),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const refused = discard.error && explain(t, discard.error instanceof ApiError ? discard.error : new ApiError('ANSWER_UNREADABLE'));
  return (
    <Ask
      title={t('workbench.discardOf', { title })}
      ok={t('workbench.discard')}
      danger
      open
      busy={discard.isPending}
      refusal={refused ?? undefined}
      onCancel={onClose}
      onOk={() => discard.mutate()}
    >
      <div>{t('workbench.discardNote')}</div>
    </Ask>
  );
}

function titleOf(content: unknown): string | undefined {
  const read = titled.safeParse(content);
  return read.success ? read.data.title.zh || undefined : undefined;
}
