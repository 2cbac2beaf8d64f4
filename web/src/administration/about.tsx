import { checkHolds } from '@lianyu/domain/organisations';
import type { OrganisationDocument } from '@lianyu/projections/folds';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, Card, Hash, Tag, useCommand, useNames } from '../ui/index.ts';
import { CorrectOrganisation, VerifyOrganisation } from './change-profile.tsx';
import { DocumentLine } from './document-fields.tsx';
import { provinceName, provinceOf } from './provinces.ts';

/** What is registered about an organisation, and its seal. */
interface Given {
  readonly organisation: OrganisationDocument;
  readonly mayManage: boolean;
  readonly mayVerify: boolean;
}

export function About({ organisation, mayManage, mayVerify }: Given) {
  const { id, profile, registeredBy, sealKey } = organisation;
  const nameOf = useNames();
  const [changing, setChanging] = useState<'correct' | 'verify' | undefined>();
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
    <Card
      className="with-actions"
      title={t('administration.profile')}
      extra={
        <>
          {mayVerify && !profile.verified && (
            <Button size="small" type="primary" onClick={() => setChanging('verify')}>
              {t('administration.verify')}
            </Button>
          )}
          {mayManage && (
            <Button size="small" onClick={() => setChanging('correct')}>
              {t('administration.correct')}
            </Button>
          )}
        </>
      }
    >
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
        <dd>
          {profile.regionCode} · {provinceName(provinceOf(profile.regionCode), language)}
        </dd>
        {profile.superior !== undefined && (
          <>
            <dt>{t('administration.superior')}</dt>
            <dd>{nameOf(profile.superior)}</dd>
          </>
        )}
        {profile.creditCode !== undefined && (
          <>
            <dt>{t('administration.creditCode')}</dt>
            <dd>
              <code>{profile.creditCode}</code> {!checkHolds(profile.creditCode) && <Tag tone="wait">{t('administration.codeDoubtful')}</Tag>}
            </dd>
          </>
        )}
        {profile.documents !== undefined && profile.documents.length > 0 && (
          <>
            <dt>{t('administration.documents')}</dt>
            <dd>
              {profile.documents.map((document) => (
                <div key={document.documentNumber}>
                  <DocumentLine document={document} />
                </div>
              ))}
            </dd>
          </>
        )}
        {registeredBy !== undefined && (
          <>
            <dt>{t('administration.registeredBy')}</dt>
            <dd>{nameOf(registeredBy)}</dd>
          </>
        )}
        <dt>{t('administration.source')}</dt>
        <dd>
          {profile.source || t('common.noValue')}{' '}
          <Tag tone={profile.verified ? 'ok' : 'neutral'}>{t(profile.verified ? 'administration.verified' : 'administration.notVerified')}</Tag>
        </dd>
        <dt>{t('administration.sealKey')}</dt>
        <dd>
          {sealKey !== undefined ? <Hash value={sealKey} /> : t('administration.noSealKey')}
          {sealKey === undefined && mayManage && (
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
      {changing === 'correct' && <CorrectOrganisation organisation={organisation} mayVerify={mayVerify} onClose={() => setChanging(undefined)} />}
      {changing === 'verify' && <VerifyOrganisation organisation={organisation} onClose={() => setChanging(undefined)} />}
    </Card>
  );
}
