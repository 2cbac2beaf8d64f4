export * from './deadline.ts';
export * from './evolve.ts';
export { type DeadlinesState, noDeadlines } from './state.ts';
