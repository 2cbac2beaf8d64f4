import { drafts as draftsSchema } from '@lianyu/contract';
import { bilingual } from '@lianyu/domain/agreements';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { formatAgo } from '../i18n/format.ts';
import { ApiError, get } from '../live/index.ts';
import { Card, ErrorState, Skeleton, Tag, useNow } from '../ui/index.ts';

/** A draft's content is what the editor keeps; all that is read of it here is its title, if it has one yet. */
const titled = z.object({ title: bilingual.partial() });

/** What is being written in my organisation and nobody else has seen. */
export function Drafts() {
  const { t } = useTranslation();
  const now = useNow();
  const found = useQuery({ queryKey: ['drafts'], queryFn: () => get('/api/drafts', draftsSchema), staleTime: 0 });
  const drafts = found.data?.drafts;
  return (
    <Card title={t('workbench.drafts')} extra={<span className="muted small">{t('workbench.draftsNote')}</span>} flush>
      {found.error ? (
        <ErrorState error={found.error instanceof ApiError ? found.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void found.refetch()} />
      ) : drafts === undefined ? (
        <Skeleton />
      ) : drafts.length === 0 ? (
        <div className="quiet">{t('workbench.draftsNone')}</div>
      ) : (
        <ul className="tasks">
          {drafts.map(({ id, negotiation, content, updatedAt }) => (
            <li key={id}>
              <Link to={`/drafts/${id}`}>
                {negotiation !== undefined && <Tag>{t('workbench.answering')}</Tag>}
                <b>{titleOf(content) ?? t('workbench.untitled')}</b>
                <time dateTime={updatedAt}>{t('workbench.savedAt', { at: formatAgo(t, updatedAt, now) })}</time>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function titleOf(content: unknown): string | undefined {
  const read = titled.safeParse(content);
  return read.success ? read.data.title.zh || undefined : undefined;
}
