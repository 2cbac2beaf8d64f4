import { type ReactNode, useId } from 'react';
import { anchorOf, useProblem, useTermForm } from '../context.tsx';

export interface Controlled {
  readonly id: string;
  readonly status?: 'error';
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

export interface Asked {
  /** Within the term. */
  readonly path: string;
  readonly label: ReactNode;
  /** What the question means. */
  readonly hint?: string | undefined;
}

/** A question with one control, what it means, and what is wrong with the answer; found by its path. */
export function Labelled({ path, label, hint, children }: Asked & { children: (control: Controlled) => ReactNode }) {
  const id = useId();
  const { at } = useTermForm();
  const problem = useProblem(path);
  const about = [...(hint === undefined ? [] : [`${id}-hint`]), ...(problem === undefined ? [] : [`${id}-problem`])].join(' ');
  const wrong = problem === undefined ? {} : ({ status: 'error', 'aria-invalid': true } as const);
  return (
    <div className="entry" id={anchorOf(`${at}.${path}`)}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...wrong, ...(about === '' ? {} : { 'aria-describedby': about }) })}
      {hint !== undefined && (
        <div className="muted small" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <div className="hint" id={`${id}-problem`}>
          {problem}
        </div>
      )}
    </div>
  );
}

/** The same for several controls that answer one question. */
export function Group({ path, label, hint, wide = true, children }: Asked & { wide?: boolean; children: ReactNode }) {
  const id = useId();
  const { at } = useTermForm();
  const problem = useProblem(path);
  return (
    <fieldset
      className={wide ? 'question wide' : 'question'}
      id={anchorOf(`${at}.${path}`)}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    >
      <legend>{label}</legend>
      {hint !== undefined && (
        <div className="muted small" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      {problem !== undefined && <div className="hint">{problem}</div>}
    </fieldset>
  );
}
