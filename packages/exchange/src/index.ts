export * from './documents/index.ts';
export * from './figures/index.ts';
export * from './papers/index.ts';
export * from './quotas/index.ts';
export * from './sheets/index.ts';
export * from './table/index.ts';
export type { CellCode, CellProblem } from './values/problem.ts';
