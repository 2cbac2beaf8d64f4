export * from './available.ts';
export * from './commands.ts';
export { clearanceDecider } from './decide.ts';
export * from './events.ts';
export * from './process.ts';
export { type ClearanceState, nextStep, type PassedStep } from './state.ts';
