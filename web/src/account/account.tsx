import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session.tsx';
import { formatInstant } from '../i18n/format.ts';
import { type ThemeChoice, usePreferences } from '../theme/preferences.tsx';
import { Card, PageHead, Tag, useNames, useOrganisations, usePeople } from '../ui/index.ts';
import { Password } from './password.tsx';
import { Sessions } from './sessions.tsx';
import './account.css';

/** What concerns oneself: who one is here, where one is signed in, the password, how it looks. */
export function Component() {
  const { t } = useTranslation();
  const { name } = useMe();
  return (
    <main className="page" id="content">
      <PageHead over={t('account.title')} title={name} />
      <div className="account">
        <div className="column">
          <Myself />
          <Appearance />
        </div>
        <div className="column">
          <Sessions />
          <Password />
        </div>
      </div>
    </main>
  );
}

function Myself() {
  const { t, i18n } = useTranslation();
  const { organisation, office, roles, delegations, secondedFrom, signedInAt } = useMe();
  const nameOf = useNames();
  const personOf = usePeople(delegations.map(({ principal }) => principal));
  const profile = useOrganisations().get(organisation)?.profile;
  return (
    <Card title={t('account.me')}>
      <dl className="facts">
        <dt>{t('account.organisation')}</dt>
        <dd>{profile?.name[i18n.language === 'en' ? 'en' : 'zh'] ?? organisation}</dd>
        <dt>{t('account.office')}</dt>
        <dd>{office}</dd>
        <dt>{t('account.roles')}</dt>
        <dd>{roles.length === 0 ? t('account.noRoles') : roles.map((role) => <Tag key={role}>{t(`terms.role.${role}`)}</Tag>)}</dd>
        {secondedFrom !== undefined && (
          <>
            <dt>{t('account.secondedFrom')}</dt>
            <dd>{nameOf(secondedFrom)}</dd>
          </>
        )}
        {delegations.length > 0 && (
          <>
            <dt>{t('account.delegations')}</dt>
            <dd>
              {delegations.map(({ delegation, principal, role, agreement, until }) => (
                <div key={delegation}>
                  {t(agreement === undefined ? 'account.delegated' : 'account.delegatedOne', {
                    principal: personOf(principal) ?? principal.slice(0, 8),
                    role: t(`terms.role.${role}`),
                    until,
                  })}
                </div>
              ))}
            </dd>
          </>
        )}
        <dt>{t('account.signedInAt')}</dt>
        <dd>{formatInstant(signedInAt)}</dd>
      </dl>
    </Card>
  );
}

function Appearance() {
  const { t } = useTranslation();
  const { theme, setTheme, language, setLanguage } = usePreferences();
  const themes: readonly ThemeChoice[] = ['light', 'dark', 'system'];
  return (
    <Card title={t('account.appearance')}>
      <div className="choices">
        <Segmented
          aria-label={t('common.theme')}
          name="theme"
          value={theme}
          onChange={setTheme}
          options={themes.map((value) => ({ value, label: t(`common.${value}`) }))}
        />
        <Segmented
          aria-label={t('common.language')}
          name="language"
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
    </Card>
  );
}
