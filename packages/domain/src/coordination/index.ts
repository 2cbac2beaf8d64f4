export * from './commands.ts';
export { coordinationDecider, MOST_ANSWERS } from './decide.ts';
export * from './events.ts';
export { type CoordinationState, noCoordination, type Spoken, unanswered } from './state.ts';
