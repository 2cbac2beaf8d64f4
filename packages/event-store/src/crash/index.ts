export { load } from './load.ts';
export { type CrashOptions, type CrashTotals, crashRounds } from './rounds.ts';
export { crashSqlite } from './sqlite.ts';
