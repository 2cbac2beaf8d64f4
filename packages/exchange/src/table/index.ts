export { byHeaderOf, type Header, type HeaderColumn, headerIn, plainHeader } from './header.ts';
export { tableLimits } from './limits.ts';
export { readTable } from './read.ts';
export type { Cell, FileCode, FileRefusal, Row, Table, Unreadable } from './table.ts';
