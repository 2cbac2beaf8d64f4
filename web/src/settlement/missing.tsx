import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/index.ts';

/** An account or a statement that is not there, or not for this reader. */
export function Missing() {
  const { t } = useTranslation();
  return (
    <main className="page settlement" id="content">
      <EmptyState title={t('common.notFound')}>
        <Link to="/settlement">{t('settlement.title')}</Link>
      </EmptyState>
    </main>
  );
}
