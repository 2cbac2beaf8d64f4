import type { TFunction } from 'i18next';
import { createContext, type ReactNode, useCallback, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf } from '../../sharing/form/context.tsx';
import { type Controlled, Field } from '../field.tsx';
import type { Problem } from './check.ts';

interface Known {
  readonly problems: readonly Problem[];
  /** What is merely not written yet is told once somebody wants to send it. */
  readonly all: boolean;
  /** To the field of a path, wherever on the page it has its form. */
  readonly go: (path: string) => void;
}

const ProblemsContext = createContext<Known>({ problems: [], all: false, go: () => {} });
export const ProblemsProvider = ProblemsContext;

export const useDraftProblems = (): Known => useContext(ProblemsContext);

/** The words for what is wrong at a path, if it is to be told now. */
export function useProblemAt(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const { problems, all } = useContext(ProblemsContext);
  return useCallback(
    (path) => {
      const found = problems.find((each) => each.path === path);
      return found && (all || found.problem !== 'required') ? problemWords(t, found) : undefined;
    },
    [problems, all, t],
  );
}

export const useProblem = (path: string): string | undefined => useProblemAt()(path);

interface Props {
  readonly path: string;
  readonly label: ReactNode;
  readonly children: (control: Controlled) => ReactNode;
}

/** A field of the draft: knows by its path what is wrong with it, and is found by it. */
export function DraftField({ path, label, children }: Props) {
  const hint = useProblem(path);
  return (
    <Field label={label} hint={hint}>
      {(control) => <span id={anchorOf(path)}>{children(control)}</span>}
    </Field>
  );
}

/** The same for what is no single field: the shares of a band together. */
export function ProblemLine({ path }: { path: string }) {
  const hint = useProblem(path);
  return (
    <div className="hint" id={anchorOf(path)} role={hint === undefined ? undefined : 'alert'}>
      {hint}
    </div>
  );
}

/** What is to be mended, each a way to where. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation();
  const { go } = useContext(ProblemsContext);
  return (
    <div className="problem-list" role="alert">
      <b>{t('agreements.draft.invalid', { count: problems.length })}</b>
      <ul>
        {problems.map((problem) => (
          <li key={problem.path}>
            <button type="button" className="link" onClick={() => go(problem.path)}>
              {whereWords(t, problem.path)}：{problemWords(t, problem)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function problemWords(t: TFunction, { problem }: Problem): string {
  switch (problem) {
    case 'required':
    case 'invalid':
    case 'too-long':
      return t(`agreements.draft.problem.${problem}`);
    default:
      return t(`errors.problems.${problem}`);
  }
}

function whereWords(t: TFunction, path: string): string {
  const clause = /^clauses\.(\d+)/.exec(path)?.[1];
  const party = /^parties\.(\d+)/.exec(path)?.[1];
  const where =
    clause !== undefined
      ? t('agreements.draft.clauseNumber', { number: Number(clause) + 1 })
      : party !== undefined
        ? t('agreements.draft.partyNumber', { number: Number(party) + 1 })
        : '';
  return [where, fieldWords(t, path)].filter(Boolean).join(' · ');
}

function fieldWords(t: TFunction, path: string): string {
  if (path.startsWith('title')) return t(path.endsWith('en') ? 'agreements.draft.titleEn' : 'agreements.draft.titleZh');
  if (path.startsWith('until')) return t('agreements.draft.until');
  if (path.startsWith('exit')) return t('agreements.draft.exit');
  if (path.startsWith('effect')) return t('agreements.draft.effect');
  if (path.startsWith('attachments')) return path.endsWith('.name') ? t('attachments.name') : t('attachments.title');
  if (path.startsWith('parties')) return path.includes('side') ? t('agreements.draft.side') : t('agreements.draft.organisation');
  if (path.includes('.heading')) return t('agreements.draft.heading');
  if (path.includes('.body.term')) return t('agreements.draft.sharingTerm');
  if (path.includes('.text')) return t(path.endsWith('en') ? 'agreements.draft.textEn' : 'agreements.draft.textZh');
  return t('agreements.draft.clauses');
}

export { anchorOf };
