export * from './amounts.ts';
export * from './commands.ts';
export { accountDecider } from './decide.ts';
export { confirmersOf } from './decide-payment.ts';
export * from './events.ts';
export * from './pairs.ts';
export * from './state.ts';
