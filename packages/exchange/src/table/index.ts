export { tableLimits } from './limits.ts';
export { readTable } from './read.ts';
export type { Cell, FileCode, FileRefusal, Row, Table, Unreadable } from './table.ts';
