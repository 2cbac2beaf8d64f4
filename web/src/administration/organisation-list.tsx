import type { MembershipDocument, OrganisationDocument } from '@lianyu/projections/folds';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../i18n/format.ts';
import { Card, Tag } from '../ui/index.ts';

interface Given {
  readonly organisations: readonly OrganisationDocument[];
  readonly memberships: readonly MembershipDocument[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** All organisations, those with something to approve marked. */
export function OrganisationList({ organisations, memberships, chosen, choose }: Given) {
  const { t, i18n } = useTranslation();
  const [words, setWords] = useState('');
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const today = formatDay(new Date().toISOString());
  const waiting = new Map(
    memberships.map(({ organisation, requests, delegations }) => [
      organisation as string,
      requests.length + delegations.filter(({ phase, until }) => phase === 'requested' && until >= today).length,
    ]),
  );
  const shown = organisations
    .filter(({ id, profile }) =>
      [id, profile.name.zh, profile.name.en, profile.shortName.zh, profile.shortName.en].some((text) =>
        text.toLowerCase().includes(words.trim().toLowerCase()),
      ),
    )
    .sort(
      (one, other) => (waiting.get(other.id) ?? 0) - (waiting.get(one.id) ?? 0) || one.profile.regionCode.localeCompare(other.profile.regionCode),
    );
  return (
    <Card title={t('administration.organisations')} extra={<span className="muted small">{organisations.length}</span>} flush>
      <div className="find">
        <Input
          allowClear
          aria-label={t('administration.find')}
          placeholder={t('administration.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <ul className="organisations">
        {shown.map(({ id, profile }) => (
          <li key={id}>
            <button type="button" aria-current={id === chosen} onClick={() => choose(id)}>
              <span>{profile.shortName[language]}</span>
              {(waiting.get(id) ?? 0) > 0 && <Tag tone="act">{String(waiting.get(id))}</Tag>}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
