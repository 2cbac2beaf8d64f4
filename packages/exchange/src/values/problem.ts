/**
 * Why a cell does not say what its column asks for.
 *
 * - `missing`; `unreadable` {why}: a formula, an error, a truth value, a time of day, a number beyond 15 digits
 * - `amount-malformed`, `amount-too-fine`: finer than the smallest part of the unit, `amount-too-large`, `amount-negative`
 * - `unit-missing`, `unit-unknown`, `unit-conflict`: two places name different ones, `unit-of-another-kind` {unit}: mu for money
 * - `date-malformed`, `period-malformed`, `period-incomplete`: one end only, `period-too-long` {days}, `period-not-begun`
 * - `measure-unknown`, `level-missing`, `code-malformed`, `choice-unknown`, `too-long` {limit}
 */
export type CellCode =
  | 'missing'
  | 'unreadable'
  | 'amount-malformed'
  | 'amount-too-fine'
  | 'amount-too-large'
  | 'amount-negative'
  | 'unit-missing'
  | 'unit-unknown'
  | 'unit-conflict'
  | 'unit-of-another-kind'
  | 'date-malformed'
  | 'period-malformed'
  | 'period-incomplete'
  | 'measure-unknown'
  | 'level-missing'
  | 'code-malformed'
  | 'choice-unknown'
  | 'too-long';

/** A cell that says nothing usable, or something that its column does not take. */
export interface CellProblem {
  readonly problem: CellCode;
  readonly data?: Readonly<Record<string, string | number>>;
}

export type Read<T> = T | CellProblem;

export function isProblem<T>(read: Read<T>): read is CellProblem {
  return typeof read === 'object' && read !== null && 'problem' in read;
}
