export * from './seal.ts';
export * from './will.ts';
