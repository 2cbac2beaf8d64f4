export * from './documents.ts';
export * from './projection.ts';
