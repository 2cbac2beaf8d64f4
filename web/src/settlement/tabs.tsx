import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

const ways = [
  ['/settlement', 'statements'],
  ['/settlement/calendar', 'calendar'],
  ['/settlement/balances', 'balances'],
  ['/settlement/disputes', 'disputes'],
] as const;

/** The pages of settlement beside each other. */
export function SettlementTabs() {
  const { t } = useTranslation();
  return (
    <nav className="settlement-tabs" aria-label={t('settlement.title')}>
      {ways.map(([path, name]) => (
        <NavLink key={path} to={path} end>
          {t(`settlement.tab.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
