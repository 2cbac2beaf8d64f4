export * from './available.ts';
export * from './chain.ts';
export * from './commands.ts';
export { clearanceDecider } from './decide.ts';
export * from './events.ts';
export * from './process.ts';
export { type Answered, type ClearanceState, nextStep, type PassedStep, unconsulted } from './state.ts';
