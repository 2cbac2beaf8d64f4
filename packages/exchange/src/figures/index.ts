export { type Field, headers } from './columns.ts';
export { type DryRun, dryRun, type Importing, type ImportRefusal, type RowFate } from './dry-run.ts';
export type { FieldProblem } from './row.ts';
