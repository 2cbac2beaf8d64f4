import { type ReactNode, useId } from 'react';

/** A labelled control; the hint is read out with it. */
export function Field({
  label,
  hint,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  children: (ids: { id: string; 'aria-describedby': string | undefined }) => ReactNode;
}) {
  const id = useId();
  const described = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': described })}
      {hint !== undefined && (
        <div className="muted small" id={described}>
          {hint}
        </div>
      )}
    </div>
  );
}
