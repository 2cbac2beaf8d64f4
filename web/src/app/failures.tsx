import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { EmptyState } from '../ui/index.ts';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="page" id="content">
      <EmptyState title={t('common.notFound')}>
        <Link to="/">{t('common.backHome')}</Link>
      </EmptyState>
    </main>
  );
}

/** A page that threw: said plainly, with a way out. */
export function Broken() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <main className="page" id="content">
      <div className="state" role="alert">
        <h1>{t('common.broken')}</h1>
        <code className="muted small">{error instanceof Error ? error.message : String(error)}</code>
        <Button onClick={() => location.reload()}>{t('common.reload')}</Button>
      </div>
    </main>
  );
}
