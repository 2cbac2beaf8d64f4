export * from './claim.ts';
export * from './error.ts';
