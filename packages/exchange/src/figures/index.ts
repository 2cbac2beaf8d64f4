export { type Field, headers } from './columns.ts';
export { type DryRun, dryRun, type Importing, type RowFate } from './dry-run.ts';
export { type ImportRefusal, type ReadRow, readFigures } from './read-figures.ts';
export type { FieldProblem } from './row.ts';
