import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useUnread } from './use-notices.ts';
import './notices.css';

const MOST = 99;

/** The bell in the frame of every page, with how many are unread, as it is now. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnread();
  const shown = unread > MOST ? t('notices.more', { count: MOST }) : String(unread);
  return (
    <NavLink to="/notices" className="bell" aria-label={t('notices.bell', { count: unread })}>
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
        <path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4" />
      </svg>
      {unread > 0 && <b>{shown}</b>}
    </NavLink>
  );
}
