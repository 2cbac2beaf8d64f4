export { availableInQuota } from './available.ts';
export * from './commands.ts';
export * from './conserved.ts';
export { quotaDecider } from './decide.ts';
export * from './events.ts';
export * from './intake.ts';
export { toPartner } from './process.ts';
export { type Account, type Accounts, held, noQuota, postingOf, type QuotaState, type Reservation, type Transfer } from './state.ts';
export * from './words.ts';
