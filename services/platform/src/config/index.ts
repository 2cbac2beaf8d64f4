export * from './config.ts';
export * from './exit-codes.ts';
export * from './origins.ts';
