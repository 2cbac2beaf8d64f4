import { type ReactNode, useId } from 'react';

/** A label and what it labels. */
export function Field({ label, hint, children }: { label: string; hint?: string | undefined; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && (
        <div className="hint" role="alert">
          {hint}
        </div>
      )}
    </div>
  );
}
