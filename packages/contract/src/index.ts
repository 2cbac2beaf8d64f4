export * from './commands.ts';
export * from './live/index.ts';
export * from './queries.ts';
