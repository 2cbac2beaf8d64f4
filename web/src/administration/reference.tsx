import { type ReferenceOrganisation, referenceOrganisations } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, get } from '../live/index.ts';
import { ErrorState, Skeleton, Tag } from '../ui/index.ts';
import { Filters } from './filters.tsx';
import { noFilter, passes } from './organisation-filter.ts';

interface Given {
  /** Those that are registered already. */
  readonly registered: ReadonlySet<string>;
  readonly onRegister: (from: ReferenceOrganisation) => void;
  readonly onClose: () => void;
}

/** 参考名录: zones known from published lists, each with its source and how far it was checked, to register from. */
export function Reference({ registered, onRegister, onClose }: Given) {
  const { t, i18n } = useTranslation();
  const [filter, setFilter] = useState(noFilter);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const asked = useQuery({
    queryKey: ['reference-organisations'],
    queryFn: () => get('/api/reference/organisations', referenceOrganisations),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const all = asked.data?.organisations ?? [];
  const shown = all.filter((each) => passes(filter, each));
  return (
    <Modal open title={t('administration.reference')} footer={null} onCancel={onClose} width={720}>
      <p className="muted small">{t('administration.referenceNote')}</p>
      <Filters filter={filter} onChange={setFilter} />
      {asked.error ? (
        <ErrorState error={asked.error instanceof ApiError ? asked.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void asked.refetch()} />
      ) : !asked.data ? (
        <Skeleton />
      ) : (
        <>
          <div className="muted small">{t('administration.referenceCount', { count: shown.length, of: all.length })}</div>
          <ul className="requests reference">
            {shown.map((each) => (
              <li key={each.id}>
                <div>
                  <b>{each.profile.shortName[language]}</b> <span className="muted small">{each.profile.regionCode}</span>{' '}
                  <Tag tone={each.profile.verified ? 'ok' : 'neutral'}>
                    {t(each.profile.verified ? 'administration.verified' : 'administration.notVerified')}
                  </Tag>
                  <div className="muted small">{each.profile.source}</div>
                </div>
                {registered.has(each.id) ? (
                  <span className="muted small">{t('administration.registered')}</span>
                ) : (
                  <Button size="small" onClick={() => onRegister(each)}>
                    {t('administration.registerThis')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
