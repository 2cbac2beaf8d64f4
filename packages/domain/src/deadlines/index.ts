export * from './deadline.ts';
export * from './evolve.ts';
export * from './obligations.ts';
export * from './reminders.ts';
export { type DeadlinesState, noDeadlines } from './state.ts';
