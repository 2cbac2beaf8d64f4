export * from './batches.ts';
export type { Batch } from './lines.ts';
export type { CrashTotals } from './rounds.ts';
export { sequence } from './sequence.ts';
export { crashSqlite } from './sqlite.ts';
