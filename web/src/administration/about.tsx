import type { OrganisationDocument } from '@lianyu/projections/folds';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, Card, Hash, Tag, useCommand } from '../ui/index.ts';

/** What is registered about an organisation, and its seal. */
export function About({ organisation: { id, profile, sealKey }, mayEnrol }: { organisation: OrganisationDocument; mayEnrol: boolean }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const { give, busy, refusal } = useCommand();
  const [asking, setAsking] = useState(false);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  async function enrol(): Promise<void> {
    if (!(await give('enrol-seal-key', { organisation: id }))) return;
    setAsking(false);
    void message.success(t('administration.done'));
  }
  return (
    <Card title={t('administration.profile')}>
      <dl className="facts">
        <dt>{t('administration.id')}</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>{t('administration.kind')}</dt>
        <dd>
          {t(`terms.kind.${profile.kind}`)} · {t(`terms.level.${profile.level}`)}
        </dd>
        <dt>{t('administration.regionCode')}</dt>
        <dd>{profile.regionCode}</dd>
        <dt>{t('administration.source')}</dt>
        <dd>
          {profile.source || t('common.noValue')}{' '}
          <Tag tone={profile.verified ? 'ok' : 'neutral'}>{t(profile.verified ? 'administration.verified' : 'administration.notVerified')}</Tag>
        </dd>
        <dt>{t('administration.sealKey')}</dt>
        <dd>
          {sealKey !== undefined ? <Hash value={sealKey} /> : t('administration.noSealKey')}
          {sealKey === undefined && mayEnrol && (
            <Button size="small" onClick={() => setAsking(true)}>
              {t('administration.enrol')}
            </Button>
          )}
        </dd>
      </dl>
      <Ask
        title={t('administration.enrol')}
        ok={t('administration.enrol')}
        open={asking}
        busy={busy}
        refusal={refusal}
        onCancel={() => setAsking(false)}
        onOk={() => void enrol()}
      >
        {t('administration.enrolAsk', { name: profile.name[language] })}
      </Ask>
    </Card>
  );
}
