export * from './commands.ts';
export * from './exchange.ts';
export * from './imported-file.ts';
export * from './live/index.ts';
export * from './queries.ts';
export * from './registration.ts';
export * from './settlement.ts';
export * from './settlement-queries.ts';
