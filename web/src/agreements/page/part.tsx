import type { ReactNode } from 'react';

/** One line of what has become of an agreement: what it is about, and what is so. */
export function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
