/** How far a long task has come: in positions of the log, or in bytes while a file is copied as it is. */
export interface Step {
  readonly phase: 'copying' | 'checking';
  readonly done: number;
  readonly of: number;
}

export type Progress = (step: Step) => void;
