import { Button, Dropdown, type MenuProps } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useNavigate } from 'react-router';
import { type ConnectionState, useConnection } from '../live/index.ts';
import { Bell } from '../notices/bell.tsx';
import { type ThemeChoice, usePreferences } from '../theme/preferences.tsx';
import { Skeleton, useNames } from '../ui/index.ts';
import { useMe, useSignOut } from './session.tsx';

const OVERSEERS = ['coordinator', 'analyst', 'auditor'] as const;

/** The frame of every page: where one is, whether it is live, who one is. */
export function Shell() {
  const { t } = useTranslation();
  const { demonstration, roles } = useMe();
  const connection = useConnection();
  return (
    <>
      <a className="skip" href="#content">
        {t('common.skip')}
      </a>
      {demonstration && <div className="demo">{t('common.demonstration')}</div>}
      <header className="top">
        <Brand />
        <nav aria-label={t('common.navigation')}>
          <NavLink to="/" end>
            {t('common.workbench')}
          </NavLink>
          <NavLink to="/agreements">{t('common.agreements')}</NavLink>
          <NavLink to="/projects">{t('common.projects')}</NavLink>
          <NavLink to="/settlement">{t('common.settlement')}</NavLink>
          <NavLink to="/figures">{t('common.figures')}</NavLink>
          <NavLink to="/deadlines">{t('common.deadlines')}</NavLink>
          {roles.some((role) => (OVERSEERS as readonly string[]).includes(role)) && <NavLink to="/wall">{t('common.wall')}</NavLink>}
          <NavLink to="/policy">{t('common.coordination')}</NavLink>
          <NavLink to="/administration">{t('common.administration')}</NavLink>
        </nav>
        <span className="grow" />
        <Connection state={connection} />
        <Bell />
        <UserMenu />
      </header>
      {(connection === 'offline' || connection === 'ended') && (
        <div className="offline" role="status">
          {t(connection === 'offline' ? 'common.offlineBanner' : 'common.ended')}
        </div>
      )}
      <Suspense fallback={<Skeleton />}>
        <Outlet />
      </Suspense>
    </>
  );
}

export function Brand() {
  const { t } = useTranslation();
  return (
    <span className="brand">
      <svg className="mark" viewBox="0 0 26 26" aria-hidden="true">
        <rect x="1.5" y="1.5" width="23" height="23" rx="6" fill="none" stroke="var(--primary)" strokeWidth="2" />
        <path d="M8 13a4 4 0 0 1 4-4h1M18 13a4 4 0 0 1-4 4h-1" stroke="var(--primary)" strokeWidth="2.4" fill="none" strokeLinecap="round" />
        <circle cx="13" cy="13" r="1.8" fill="var(--seal)" />
      </svg>
      {t('common.name')}
    </span>
  );
}

const words = { live: 'common.live', connecting: 'common.connecting', offline: 'common.offline', ended: 'common.ended' } as const;

function Connection({ state }: { state: ConnectionState }) {
  const { t } = useTranslation();
  return (
    <span className={`live ${state}`} role="status">
      {t(words[state])}
    </span>
  );
}

function UserMenu() {
  const { t } = useTranslation();
  const { name, organisation } = useMe();
  const { theme, setTheme, language, setLanguage } = usePreferences();
  const nameOf = useNames();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const choose = (key: ThemeChoice) => ({
    key: `theme/${key}`,
    label: `${theme === key ? '✓ ' : ''}${t(`common.${key}`)}`,
    onClick: () => setTheme(key),
  });
  const items: NonNullable<MenuProps['items']> = [
    { key: 'account', label: t('common.account'), onClick: () => void navigate('/account') },
    { key: 'procedure', label: t('procedure.title'), onClick: () => void navigate('/procedure') },
    { key: 'language', label: language === 'zh' ? 'English' : '中文', onClick: () => setLanguage(language === 'zh' ? 'en' : 'zh') },
    { key: 'theme', label: t('common.theme'), children: [choose('light'), choose('dark'), choose('system')] },
    { key: 'docs', label: <a href="/api/docs">{t('common.apiDocs')}</a> },
    { type: 'divider' },
    { key: 'out', label: t('common.signOut'), onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" className="who-am-i">
        <span className="org">{nameOf(organisation)}</span>
        <span>{name}</span>
      </Button>
    </Dropdown>
  );
}
