import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './agreements.css';

/** What the control inside a field is given: its id, and whether and why it is wrong. */
export interface Controlled {
  readonly id: string;
  readonly status?: 'error';
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
  readonly 'aria-required'?: true;
}

interface Props {
  readonly label: ReactNode;
  readonly required?: boolean;
  /** What is wrong with what stands in it. */
  readonly hint?: string | undefined;
  readonly children: (control: Controlled) => ReactNode;
}

/** A label, what it labels, and, beside it, what is wrong. */
export function Field({ label, required = false, hint, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const wrong = hint === undefined ? {} : ({ status: 'error', 'aria-invalid': true, 'aria-describedby': `${id}-hint` } as const);
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <span className="muted">（{t('common.required')}）</span>}
      </label>
      {children({ id, ...wrong, ...(required ? { 'aria-required': true } : {}) })}
      {hint !== undefined && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
