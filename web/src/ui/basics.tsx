import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../i18n/explain.ts';
import type { ApiError } from '../live/index.ts';
import './ui.css';

export type Tone = 'plain' | 'neutral' | 'ok' | 'wait' | 'fail' | 'act';

/** A word with a tone; a shape beside it says the same as the colour. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>;
}

export function Card({
  title,
  extra,
  children,
  flush = false,
  className = '',
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  className?: string;
}) {
  return (
    <section className={`card ${className}`}>
      {title !== undefined && (
        <header>
          <h2>{title}</h2>
          {extra}
        </header>
      )}
      {flush ? children : <div className="body">{children}</div>}
    </section>
  );
}

export function PageHead({ over, title, actions }: { over?: ReactNode; title: ReactNode; actions?: ReactNode }) {
  return (
    <div className="page-head">
      <div>
        {over !== undefined && <div className="muted small">{over}</div>}
        <h1>{title}</h1>
      </div>
      {actions !== undefined && <div className="actions">{actions}</div>}
    </div>
  );
}

export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="state">
      <svg viewBox="0 0 56 56" fill="none" stroke="currentColor" strokeWidth="2.5" aria-hidden="true">
        <rect x="12" y="8" width="32" height="40" rx="4" />
        <path d="M20 20h16M20 28h16M20 36h9" strokeLinecap="round" />
      </svg>
      <div>{title}</div>
      {children}
    </div>
  );
}

/** What failed, in words, with a way on and the number by which the server's log knows it. */
export function ErrorState({ error, retry }: { error: Pick<ApiError, 'code' | 'data' | 'requestId'>; retry?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="state" role="alert">
      <Tag tone="fail">{t('common.failed')}</Tag>
      <div>{explain(t, error)}</div>
      {error.requestId !== undefined && (
        <div className="muted small">
          {t('common.requestId')} {error.requestId}
        </div>
      )}
      {retry && <Button onClick={retry}>{t('common.retry')}</Button>}
    </div>
  );
}

export function Skeleton() {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status" aria-label={t('common.loading')}>
      <i />
      <i />
      <i />
    </div>
  );
}

/** The beginning of a digest; the whole of it on hovering, copying and paper. */
export function Hash({ value, digits = 12 }: { value: string; digits?: number }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = () => void navigator.clipboard.writeText(value).then(() => message.success(t('common.copied')));
  return (
    <button type="button" className="hash" title={value} aria-label={`${t('common.copy')} ${value}`} onClick={copy}>
      <span className="no-print">
        {value.slice(0, digits)}…{value.slice(-4)}
      </span>
      <span className="print-only">{value}</span>
    </button>
  );
}
