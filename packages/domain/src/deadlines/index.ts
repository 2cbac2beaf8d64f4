export * from './deadline.ts';
export * from './evolve.ts';
export * from './obligations.ts';
export { type MandateDays, noMandateDays, ofOrganisation } from './of-organisation.ts';
export { openDuties } from './open-duties.ts';
export * from './reminders.ts';
export { type DeadlinesState, noDeadlines } from './state.ts';
