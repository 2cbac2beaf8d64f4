import { NavLink } from 'react-router';
import { useWords } from './words.ts';
import './coordination.css';

const ways = [
  ['/policy', 'policy'],
  ['/policy/alliance', 'alliance'],
  ['/policy/resources', 'resources'],
] as const;

/** The pages of coordination beside each other. */
export function CoordinationTabs() {
  const { t } = useWords();
  return (
    <nav className="coordination-tabs" aria-label={t('title')}>
      {ways.map(([path, name]) => (
        <NavLink key={path} to={path} end>
          {t(`tab.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
