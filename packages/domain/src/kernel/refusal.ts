/** What a refusal may carry: plain JSON, so that it crosses the wire and is compared in tests as it is. */
export type RefusalData = { readonly [key: string]: string | number | boolean | null | readonly string[] };

/**
 * A command that is not carried out. It is a value, never thrown by a decider, and carries data instead of prose:
 * the user interface translates by `code`. The codes are in `refusal-codes.ts`, their HTTP statuses in the contract.
 */
export interface Refusal<Code extends string = string> {
  readonly refused: true;
  readonly code: Code;
  readonly data: RefusalData;
}

export function refuse<Code extends string>(code: Code, data: RefusalData = {}): Refusal<Code> {
  return { refused: true, code, data };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
