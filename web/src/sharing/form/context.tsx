import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Rough, RoughRecord } from './rough.ts';

export interface FormParty {
  readonly key: string;
  readonly name: string;
}

/** What is wrong at a path of what is checked, in words, if it is to be told now. */
export type ProblemAt = (path: string) => string | undefined;

/**
 * The term around a field, told of changes by itself: a field is drawn anew when what it shows has changed, not whenever
 * something else in a large term has.
 */
export class FormState {
  #root: RoughRecord;
  #problemAt: ProblemAt;
  #listeners = new Set<() => void>();

  constructor(root: RoughRecord, problemAt: ProblemAt) {
    this.#root = root;
    this.#problemAt = problemAt;
  }

  get root(): RoughRecord {
    return this.#root;
  }

  problemAt(path: string): string | undefined {
    return this.#problemAt(path);
  }

  change(root: RoughRecord, problemAt: ProblemAt): void {
    if (this.#root === root && this.#problemAt === problemAt) return;
    this.#root = root;
    this.#problemAt = problemAt;
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** What every field of a term's form needs. Paths are within the term: `bands.0.allocation`. */
export interface TermForm {
  /** Path of the term in what is checked: `clauses.3.body.term`. */
  readonly at: string;
  readonly parties: readonly FormParty[];
  readonly state: FormState;
  readonly set: (path: string, value: Rough | undefined) => void;
}

export const TermFormContext = createContext<TermForm | undefined>(undefined);

export function useTermForm(): TermForm {
  const form = useContext(TermFormContext);
  if (!form) throw new Error('no form around this field');
  return form;
}

/** What is wrong at a path within the term. */
export function useProblem(path: string): string | undefined {
  const { at, state } = useTermForm();
  return useSyncExternalStore(state.subscribe, () => state.problemAt(`${at}.${path}`));
}

/** Something of the whole term; what is chosen must be the same object while it has not changed. */
export function useFromRoot<Chosen>(choose: (root: RoughRecord) => Chosen): Chosen {
  const { state } = useTermForm();
  return useSyncExternalStore(state.subscribe, () => choose(state.root));
}

export const under = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
/** Where the field of a path stands on the page. */
export const anchorOf = (path: string) => `draft-${path.replaceAll('.', '-')}`;
