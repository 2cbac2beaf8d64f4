export * from './folds/projection.ts';
export * from './read-store.ts';
export * from './runner.ts';
