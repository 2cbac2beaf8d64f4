import type { Syntax } from './syntax.ts';

/** A part of a term's text: the field of the term that it says, paragraph by paragraph, each ended by a new line. */
export interface Section {
  readonly field: string;
  readonly syntax: Syntax<never>;
  /** It says several fields of the term at once, and is given the term itself. */
  readonly whole?: true;
}

/** Which field is read with which syntax is checked here, where both stand side by side. */
export function section<Term, Field extends keyof Term & string>(field: Field, syntax: Syntax<Term[Field]>): Section {
  return { field, syntax: syntax as unknown as Syntax<never> };
}
