export { createFolder } from './folder.ts';
export * from './folds/projection.ts';
export * from './read-store.ts';
export { type Comparison, compareWithRebuild } from './rebuild.ts';
export * from './runner.ts';
