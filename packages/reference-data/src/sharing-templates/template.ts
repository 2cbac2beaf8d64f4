import type { OrganisationId } from '@lianyu/domain/kernel';
import type { ComputedTerm } from '@lianyu/domain/sharing';
import type { Source } from '../source.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Terms in which the parties still have to choose: what is missing is what they choose. */
export type Draft<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Each)[]
    ? readonly Draft<Each>[]
    : { readonly [Key in keyof T]?: Draft<T[Key]> | undefined };

/** A part in the agreement that an organisation takes; `party: false` is a body that only appears in the terms. */
export interface Role {
  readonly id: string;
  readonly name: Words;
  readonly party: boolean;
}

/** Organisations by the ids of the roles. */
export type Cast = (role: string) => OrganisationId;

/**
 * Why something stands in a draft: the document says so, or we read it so. `path` is within the clause's term and covers what
 * lies under it. Nothing stands in a draft without one.
 */
export interface Basis {
  readonly path: string;
  readonly from: 'document' | 'assumption';
  readonly words: Words;
}

/** One sharing clause of a template; money and statistics have clauses, and clocks, of their own. */
export interface TemplateClause {
  readonly title: Words;
  readonly basis: readonly Basis[];
  readonly draft: (cast: Cast) => Draft<ComputedTerm>;
}

/** Terms that a real document knows, for parties to begin with. It is never a default: it carries its source and its gaps. */
export interface SharingTemplate {
  /** `m2-zibo-shizuishan` */
  readonly id: string;
  /** Its number in the collection of cases: `M2`, or the document's own: `92`. */
  readonly number: string;
  readonly name: Words;
  readonly source: Source;
  readonly roles: readonly Role[];
  readonly clauses: readonly TemplateClause[];
  /** What parties should know before they use it. */
  readonly notes: readonly Words[];
}

export const role = (id: string, zh: string, en: string): Role => ({ id, name: { zh, en }, party: true });
export const body = (id: string, zh: string, en: string): Role => ({ id, name: { zh, en }, party: false });
export const says = (path: string, zh: string, en: string): Basis => ({ path, from: 'document', words: { zh, en } });
export const reads = (path: string, zh: string, en: string): Basis => ({ path, from: 'assumption', words: { zh, en } });
