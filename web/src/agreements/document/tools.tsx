import { Button, Switch } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedClause } from '../redline/clauses.ts';
import { clauseAnchor } from './clause.tsx';

interface Props {
  /** The changed clauses in their order; undefined when nothing is compared. */
  readonly changed: readonly ComparedClause[] | undefined;
  readonly hidden: number;
  readonly onlyChanges: boolean;
  readonly onOnlyChanges: (only: boolean) => void;
  readonly english: boolean;
  readonly onEnglish: (english: boolean) => void;
}

/** Above the paper: from change to change, changes alone, English for reference. */
export function PaperTools({ changed, hidden, onlyChanges, onOnlyChanges, english, onEnglish }: Props) {
  const { t } = useTranslation();
  const at = useRef(-1);
  const go = (by: number) => {
    if (!changed || changed.length === 0) return;
    at.current = (at.current + by + changed.length) % changed.length;
    const target = changed[at.current];
    if (target) focusOn(clauseAnchor(target.clause.clauseId, target.change));
  };
  return (
    <div className="paper-tools no-print">
      {changed && (
        <>
          <span className="step-through">
            {t('agreements.redline.count', { count: changed.length })}
            <Button size="small" disabled={changed.length === 0} aria-label={t('agreements.redline.previous')} onClick={() => go(-1)}>
              ↑
            </Button>
            <Button size="small" disabled={changed.length === 0} aria-label={t('agreements.redline.next')} onClick={() => go(1)}>
              ↓
            </Button>
          </span>
          <Toggle on={onlyChanges} onChange={onOnlyChanges}>
            {t('agreements.page.onlyChanges')}
            {onlyChanges && <span className="muted">{t('agreements.page.unchanged', { count: hidden })}</span>}
          </Toggle>
        </>
      )}
      <Toggle on={english} onChange={onEnglish}>
        {t('agreements.page.referenceText')}
      </Toggle>
    </div>
  );
}

function Toggle({ on, onChange, children }: { on: boolean; onChange: (on: boolean) => void; children: ReactNode }) {
  const id = useId();
  return (
    <label htmlFor={id}>
      <Switch id={id} size="small" checked={on} onChange={onChange} /> {children}
    </label>
  );
}

/** Brings something on the page into view and puts the focus there. */
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  element?.focus({ preventScroll: true });
}
