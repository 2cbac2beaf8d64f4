import type { MembershipDocument, OrganisationDocument } from '@lianyu/projections/folds';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { Card, Tag } from '../ui/index.ts';
import { Filters } from './filters.tsx';
import { noFilter, passes } from './organisation-filter.ts';

interface Given {
  readonly organisations: readonly OrganisationDocument[];
  readonly memberships: readonly MembershipDocument[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** All organisations, those with something to approve first, the unverified ones marked. */
export function OrganisationList({ organisations, memberships, chosen, choose }: Given) {
  const { t, i18n } = useTranslation();
  const [filter, setFilter] = useState(noFilter);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const today = formatDay(new Date().toISOString());
  const waiting = new Map(
    memberships.map(({ organisation, requests, delegations }) => [
      organisation as string,
      requests.length + delegations.filter(({ phase, until }) => phase === 'requested' && until >= today).length,
    ]),
  );
  const shown = organisations
    .filter((each) => passes(filter, each))
    .sort(
      (one, other) => (waiting.get(other.id) ?? 0) - (waiting.get(one.id) ?? 0) || one.profile.regionCode.localeCompare(other.profile.regionCode),
    );
  const count = shown.length === organisations.length ? organisations.length : `${shown.length} / ${organisations.length}`;
  return (
    <Card title={t('administration.organisations')} extra={<span className="muted small">{count}</span>} flush>
      <Filters filter={filter} onChange={setFilter} />
      <ul className="organisations">
        {shown.map(({ id, profile }) => (
          <li key={id}>
            <button type="button" aria-current={id === chosen} onClick={() => choose(id)}>
              <span>{profile.shortName[language]}</span>
              <span>
                {!profile.verified && <span className="muted small">{t('administration.notVerified')}</span>}{' '}
                {(waiting.get(id) ?? 0) > 0 && <Tag tone="act">{String(waiting.get(id))}</Tag>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <div className="quiet">{t('administration.noneFound')}</div>}
    </Card>
  );
}
